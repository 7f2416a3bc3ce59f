"""Marking rows of a list, to do something with several of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.ui.kit.handlers import handles_each

if TYPE_CHECKING:
    from reader.ui.kit.list_screen import ListScreen

__all__ = ["ListMarking"]


class ListMarking:
    """The marks of a list screen."""

    def __init__(self, screen: ListScreen[Any]) -> None:
        self._screen = screen

    @handles_each({"library.mark": (), "annotations.mark": (), "codebook.mark": ()})
    def mark(self) -> None:
        """Marks the row under the cursor, or removes its mark, and goes to the next row."""
        row = self._screen.current
        if row is not None:
            self._screen.listing.toggle(row)
            self._screen.table.move_cursor(self._screen.table.cursor + 1)
            self._screen.show()

    @handles_each({"library.mark-all": (), "annotations.mark-all": ()})
    def mark_all(self) -> None:
        """Marks all rows that are shown; where they all are marked, removes every mark."""
        self._screen.listing.toggle_all()
        self._screen.show()
