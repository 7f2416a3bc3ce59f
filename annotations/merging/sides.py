"""The two sides of a merge: a store that is open, and the file of somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from annotations.model import Annotation, Tag
    from annotations.store import AnnotationStore

__all__ = ["FileSide", "side_of_file", "side_of_store"]


@dataclass(frozen=True, slots=True)
class FileSide:
    """What a file holds, and what the user should know of it, one line each."""

    side: MergeSide
    notices: tuple[str, ...] = ()


def side_of_store(store: AnnotationStore) -> MergeSide:
    """What an open store holds now."""
    return MergeSide(store.all(), store.deleted(), store.codebook())


def side_of_file(path: Path) -> FileSide:
    """What another person's annotations file holds; nothing is written there.

    Raises StoreError, one line with the path and a way out, for a file that cannot be read as one.
    """
    from annotations.storage.files import LocalFiles
    from annotations.storage.reading import read_state

    state = read_state(LocalFiles(), path)
    annotations, bad = _annotations(state.documents)
    notices = []
    if state.store and not state.whole:
        notices.append("its checksum is wrong: another program wrote it, or it is damaged")
    if bad:
        notices.append(f"{bad} of its records {'is no annotation' if bad == 1 else 'are no annotations'}")
    deleted = (each for key, each in state.documents.items() if key.startswith(DELETED))
    return FileSide(
        MergeSide(annotations, dict(map(deleted_versions, deleted)), _tags(state.documents)), tuple(notices)
    )


def _annotations(documents: Mapping[str, dict[str, Any]]) -> tuple[tuple[Annotation, ...], int]:
    """The annotations, and how many records are none."""
    found, bad = [], 0
    for key, document in documents.items():
        if "/" in key:
            continue
        try:
            found.append(validated(from_document(document)))
        except ValueError:
            bad += 1
    return tuple(found), bad


def _tags(documents: Mapping[str, dict[str, Any]]) -> tuple[Tag, ...]:
    found = []
    for key, document in documents.items():
        if key.startswith(CODEBOOK):
            try:
                found.append(tag_of(document))
            except DocumentError:
                continue  # a record that says nothing of any tag
    return tuple(found)
