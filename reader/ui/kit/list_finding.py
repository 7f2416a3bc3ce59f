"""Finding in a list: a line is typed in, and the list follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles_each
from reader.ui.kit.row_table import RowTable

__all__ = ["ListFinding"]


class ListFinding:
    """The search of a list screen, a mode that Escape cancels.

    `find` shows the rows that fit a query. `show_all` shows all rows, and is called when the search ends.
    """

    def __init__(
        self,
        screen: Screen[Any],
        placeholder: str,
        find: Callable[[str], None],
        show_all: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._placeholder = placeholder
        self._find = find
        self._show_all = show_all
        self._query = ""

    @handles_each({"library.find": (), "annotations.find": (), "archive.find": ()})
    async def ask(self) -> None:
        """Opens the line to type in."""
        await FindLine.ask(self._screen, self._table, self._placeholder)

    def find(self, query: str) -> None:
        """Shows the rows that fit what is typed."""
        self._query = query.strip()
        self._find(query)

    async def submit(self) -> None:
        """Goes to the rows that were found; a line without a query closes."""
        if not self._query:
            await self._screen.query(FindLine).remove()
        self._table.focus()

    def is_active(self) -> bool:
        """Whether there is a query, or a line to type one in."""
        return bool(self._query or self._screen.query(FindLine))

    def state(self) -> str:
        """Nothing: the heading says what was found."""
        return ""

    @handles_each({"library.show-all": (), "annotations.show-all": (), "archive.show-all": ()})
    async def cancel(self) -> None:
        """Closes the line and shows all rows."""
        await self._screen.query(FindLine).remove()
        self._table.focus()
        self._query = ""
        self._show_all()

    @property
    def _table(self) -> RowTable:
        return self._screen.query_one(RowTable)
