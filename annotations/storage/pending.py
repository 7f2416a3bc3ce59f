"""The changes that are not on disk yet: in memory they lie on top of everything that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.storage.document_index import DocumentIndex
    from annotations.storage.journal import JournalEntry

__all__ = ["Pending"]


class Pending:
    """Changes in the order they were made."""

    def __init__(self) -> None:
        self.entries: list[JournalEntry] = []

    def __len__(self) -> int:
        return len(self.entries)

    def numbered(self, last: int) -> list[JournalEntry]:
        """The changes as they go to disk after the change of number `last`."""
        return [replace(entry, number=number) for number, entry in enumerate(self.entries, last + 1)]

    def lift(self, shelf: DocumentIndex) -> None:
        """Takes the changes off, so that what others wrote can go below them."""
        for entry in reversed(self.entries):
            shelf.apply((key, after, before) for key, before, after in entry.operations)

    def lay(self, shelf: DocumentIndex, store: str) -> None:
        """Puts the changes on again, but for what others did too."""
        waiting, self.entries = self.entries, []
        for entry in waiting:
            steps = ((key, shelf.documents.get(key), after) for key, _, after in entry.operations)
            if operations := tuple(step for step in steps if step[1] != step[2]):
                self.entries.append(replace(entry, store=store, operations=operations))
                shelf.apply(operations)

    def landed(self, entries: list[JournalEntry]) -> None:
        """Forgets those of the changes that were found on disk after all."""
        found = {entry.id for entry in entries}
        self.entries = [entry for entry in self.entries if entry.id not in found]
