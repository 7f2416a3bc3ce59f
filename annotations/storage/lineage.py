"""The lineage of files: whether one continues another, or two went separate ways.

Every change has a number and an id. Two files that have another id at the same number are versions of one
store that were changed in two places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotations.storage.journal_entries import JournalEntry
    from annotations.storage.snapshot import Mark, Snapshot

__all__ = ["Lineage", "contradicts", "is_complete", "is_contained", "replaces"]


class Lineage:
    """The ids of the changes that one process knows, by number."""

    def __init__(self) -> None:
        self._ids: dict[int, str] = {}

    def begin(self, state: Snapshot, ids: Mapping[int, str]) -> None:
        """Forgets everything, and begins with a state and the ids in its journal."""
        self._ids = {**ids, state.last: state.head}

    def take(self, entries: Iterable[JournalEntry]) -> None:
        """Learns the ids of changes that are on disk."""
        self._ids.update((entry.number, entry.id) for entry in entries)

    def has(self, mark: Mark | Snapshot) -> bool:
        """Whether a file with this mark is one of this lineage."""
        known = self._ids.get(mark.last)
        return known is not None and known == mark.head


def is_contained(state: Snapshot, loaded: Snapshot, ids: Mapping[int, str]) -> bool:
    """Whether files (a loaded state, and the ids in its journal) have every change of a state in memory."""
    return not state.last or not state.head or state.head in (ids.get(state.last), loaded.head)


def contradicts(mark: Mark | Snapshot, ids: Mapping[int, str]) -> bool:
    """Whether the journal has another change with the number of the last change of a file."""
    return bool(mark.head) and ids.get(mark.last, mark.head) != mark.head


def is_complete(snapshot: Snapshot, ids: Mapping[int, str]) -> bool:
    """Whether the journal continues a snapshot without a gap."""
    later = [number for number in ids if number > snapshot.last]
    return len(later) == max(later, default=snapshot.last) - snapshot.last and not contradicts(snapshot, ids)


def replaces(rebuilt: Snapshot, snapshot: Snapshot, ids: Mapping[int, str]) -> bool:
    """Whether a state that was rebuilt without the file is the true one: the file was put in its place.

    That is so where the file is another version; where it is older than the journal goes back; or where it is
    ahead of the journal and lacks what the rebuilt state has.
    """
    if rebuilt.store != snapshot.store:
        return False
    if contradicts(snapshot, ids):
        return True
    if not is_complete(snapshot, ids):
        return rebuilt.last > snapshot.last
    return rebuilt.last < snapshot.last and _lacks(snapshot, rebuilt)


def _lacks(snapshot: Snapshot, rebuilt: Snapshot) -> bool:
    """Whether an annotation of the rebuilt state is neither in the snapshot, nor deleted or changed there."""
    for key, document in rebuilt.documents.items():
        if "/" in key or document == (other := snapshot.documents.get(key)):
            continue
        record = other or snapshot.documents.get(f"deleted/{key}") or {}
        revisions = record.get("revisions")
        known = [record.get("updated"), *(revisions if isinstance(revisions, list) else ())]
        if document.get("updated") not in known:
            return True
    return False
