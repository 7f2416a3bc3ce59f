"""The changes to undo and to redo next, from the entries of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotations.storage.journal_entries import JournalEntry, Operation

__all__ = ["STEPS", "History", "Step"]

STEPS = 1000
"""The number of changes that can be undone; they are never removed from the journal."""


class Step(NamedTuple):
    """A change, and the entry that last made or undid it, which is to be reversed next."""

    change: JournalEntry
    latest: JournalEntry

    def inverse(self) -> list[Operation]:
        """The operations that undo or redo it. If only a part could be undone, only that is redone."""
        return [(key, after, before) for key, before, after in reversed(self.latest.operations)]

    def applicable(self, documents: Mapping[str, dict[str, Any]]) -> list[Operation]:
        """The operations of `inverse` on documents that have not changed since."""
        return [each for each in self.inverse() if documents.get(each[0]) == each[1]]


class History:
    """The changes of a store in order, as one session may undo them.

    A session undoes its own changes and those made before it began, never those that another session makes
    meanwhile: no highlight disappears because somebody else pressed `u`.
    """

    def __init__(self, session: str, began: int) -> None:
        self._session = session
        self._began = began
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def take(self, entry: JournalEntry) -> None:
        """Adds one more change."""
        if entry.undoes:
            self._move(entry, entry.undoes, self._done, self._undone)
        elif entry.redoes:
            self._move(entry, entry.redoes, self._undone, self._done)
        elif entry.session == self._session or 0 < entry.number <= self._began:
            self._done.append(Step(entry, entry))
            self._undone.clear()
            del self._done[:-STEPS]

    def undoable(self) -> tuple[Step, ...]:
        """The changes that can be undone, the last one first."""
        return tuple(reversed(self._done))

    def redoable(self) -> tuple[Step, ...]:
        """The changes that can be redone, the last undone one first."""
        return tuple(reversed(self._undone))

    @staticmethod
    def _move(entry: JournalEntry, identity: str, source: list[Step], target: list[Step]) -> None:
        for step in reversed(source):
            if step.change.id == identity:
                source.remove(step)
                target.append(Step(step.change, entry))
                return
