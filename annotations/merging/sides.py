"""The two sides of a merge: an open store, and another person's file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from annotations.documents import (
    CODEBOOK,
    DELETED,
    DocumentError,
    deleted_versions,
    from_document,
    tag_of,
)
from annotations.merging.merge import MergeSide
from annotations.validation import validated
from reader.base.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from annotations.model import Annotation, Tag

__all__ = ["FileSide", "MergeableStore", "side_of_documents", "side_of_file", "side_of_store"]


class MergeableStore(Protocol):
    """The content of an open store, such as an AnnotationStore."""

    def all(self) -> tuple[Annotation, ...]:
        """Every annotation."""
        ...

    def deleted(self) -> dict[str, frozenset[str]]:
        """The ids of deleted annotations, each with the times of its versions."""
        ...

    def codebook(self) -> tuple[Tag, ...]:
        """The tags that are described."""
        ...


@dataclass(frozen=True, slots=True)
class FileSide:
    """The content of a file, and what the user should know about it, one line each."""

    side: MergeSide
    notices: tuple[str, ...] = ()


def side_of_store(store: MergeableStore) -> MergeSide:
    """The present content of an open store."""
    return MergeSide(store.all(), store.deleted(), store.codebook())


def side_of_file(path: Path) -> FileSide:
    """The content of another person's annotations file, which is only read.

    Raises StoreError, one line with the path and a way out, for any other file.
    """
    from annotations.storage.files import LocalFiles
    from annotations.storage.reading import read_state

    state = read_state(LocalFiles(), path)
    annotations, bad = _annotations(state.documents)
    notices = []
    if state.store and not state.whole:
        notices.append("its checksum is wrong: another program has written it, or it is damaged")
    if bad:
        notices.append(f"{counted(bad, 'record')} of the file {'is' if bad == 1 else 'are'} not valid")
    return FileSide(_side(annotations, state.documents), tuple(notices))


def side_of_documents(documents: Mapping[str, dict[str, Any]]) -> MergeSide:
    """The content of documents by key; records that are not valid are left out."""
    return _side(_annotations(documents)[0], documents)


def _side(annotations: Sequence[Annotation], documents: Mapping[str, dict[str, Any]]) -> MergeSide:
    deleted = (each for key, each in documents.items() if key.startswith(DELETED))
    return MergeSide(annotations, dict(map(deleted_versions, deleted)), _tags(documents))


def _annotations(documents: Mapping[str, dict[str, Any]]) -> tuple[tuple[Annotation, ...], int]:
    """The annotations, and the number of records that are not valid."""
    annotations, bad = [], 0
    for key, document in documents.items():
        if "/" in key:
            continue
        try:
            annotations.append(validated(from_document(document)))
        except ValueError:
            bad += 1
    return tuple(annotations), bad


def _tags(documents: Mapping[str, dict[str, Any]]) -> tuple[Tag, ...]:
    tags = []
    for key, document in documents.items():
        if key.startswith(CODEBOOK):
            try:
                tags.append(tag_of(document))
            except DocumentError:
                continue  # the record describes no tag
    return tuple(tags)
