"""The operations on documents that make a revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.documents import (
    CODEBOOK,
    DELETED,
    DocumentError,
    deletion,
    key_of,
    tag_document,
    tag_key,
    tag_of,
    to_document,
)
from annotations.model import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.model import Revision, Tag
    from annotations.storage.document_index import DocumentIndex
    from annotations.storage.journal_entries import Operation

__all__ = ["described", "operations_of"]


def operations_of(revision: Revision, index: DocumentIndex) -> Iterator[Operation]:
    """The operations that make a revision of the documents in `index`. The caller holds its lock."""
    documents = index.documents
    for annotation in revision.annotations:
        key = index.key_of(annotation.id) or key_of(annotation.id)
        yield key, documents.get(key), to_document(annotation)
        if record := documents.get(DELETED + key):
            yield DELETED + key, record, None
    now = utc_now()
    for identity in revision.deleted:
        if old := index.key_of(identity):
            yield old, documents[old], None
            yield DELETED + old, documents.get(DELETED + old), deletion(documents[old], now)
    tags = described(index)
    for tag in revision.tags:
        key, _ = tags.get(tag.name.casefold(), (tag_key(tag.name), None))
        yield key, documents.get(key), tag_document(tag)
    for name in revision.forgotten:
        if entry := tags.get(name.casefold()):
            yield entry[0], documents[entry[0]], None


def described(index: DocumentIndex) -> dict[str, tuple[str, Tag]]:
    """The key and the tag by its case-folded name. A script may have chosen another key."""
    tags = {}
    for key, document in index.table(CODEBOOK).items():
        try:
            tag = tag_of(document)
        except DocumentError:
            continue  # another program's record: not shown, and written back as it is
        tags[tag.name.casefold()] = key, tag
    return tags
