"""The entries that one session adds to the journal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotations.storage.journal_entries import JournalEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.storage.journal_entries import Operation

__all__ = ["EntryMaker"]


class EntryMaker:
    """Makes entries of one session, each with an id of its own."""

    def __init__(self, session: str, author: str) -> None:
        self._session = session
        self._author = author
        self._made = 0

    @property
    def has_made(self) -> bool:
        """Whether an entry was made."""
        return self._made > 0

    def entry(
        self, store: str, what: str, operations: Iterable[Operation], undoes: str = "", redoes: str = ""
    ) -> JournalEntry:
        """A change of `store`, made now, which has no number yet."""
        self._made += 1
        return JournalEntry(
            f"{self._session}-{self._made}",
            store,
            datetime.now(UTC).isoformat(timespec="milliseconds"),
            what,
            tuple(operations),
            undoes,
            redoes,
            author=self._author,
        )
