"""The changes that are not on disk yet; in memory they are applied after everything that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.storage.document_index import DocumentIndex
    from annotations.storage.journal_entries import JournalEntry

__all__ = ["Pending"]


class Pending:
    """Changes in the order they were made."""

    def __init__(self) -> None:
        self.entries: list[JournalEntry] = []

    def __len__(self) -> int:
        return len(self.entries)

    def numbered(self, last: int) -> list[JournalEntry]:
        """The changes as they are written after change number `last`."""
        return [replace(entry, number=number) for number, entry in enumerate(self.entries, last + 1)]

    def rollback(self, index: DocumentIndex) -> None:
        """Takes the changes back, so that changes of other processes can be applied before them."""
        for entry in reversed(self.entries):
            index.apply((key, after, before) for key, before, after in entry.operations)

    def reapply(self, index: DocumentIndex, store: str) -> None:
        """Applies the changes again, without those that another process has made too."""
        waiting, self.entries = self.entries, []
        for entry in waiting:
            steps = ((key, index.documents.get(key), after) for key, _, after in entry.operations)
            if operations := tuple(step for step in steps if step[1] != step[2]):
                self.entries.append(replace(entry, store=store, operations=operations))
                index.apply(operations)

    def acknowledge(self, entries: list[JournalEntry]) -> None:
        """Forgets the changes that are on disk after all."""
        on_disk = {entry.id for entry in entries}
        self.entries = [entry for entry in self.entries if entry.id not in on_disk]
