"""A table that makes its cells as they come into view: ten thousand rows cost no more than three.

Its text is untrusted and never parsed. Columns share the width of the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from reader.ui.kit.cells import cell_text
from reader.ui.kit.component_styles import look
from reader.ui.kit.table_columns import Column

__all__ = ["RowTable"]

_GAP = 2  # cells between columns


class RowTable(ScrollView, can_focus=True):
    """Rows in columns under a header, one of them under the cursor; rows count from 0."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--header", "table--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home,g", "move(-1000000000)", "First", show=False),
        Binding("end,G", "move(1000000000)", "Last", show=False),
        Binding("enter", "select", "Open", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        row: int

    @dataclass
    class Selected(Message):
        """A row was chosen, by Enter or by a second click."""

        row: int

    @dataclass
    class HeaderClicked(Message):
        """The label of a column was clicked."""

        column: Column[Any]

    def __init__(self, *columns: Column[Any]) -> None:
        super().__init__(classes="main")
        self._columns = columns
        self._rows: Sequence[Any] = ()
        self.cursor = 0

    def set_columns(self, *columns: Column[Any]) -> None:
        """Replaces the columns; no rows are left until others are shown."""
        self._columns = columns
        self._rows = ()
        self.cursor = 0
        self.scroll_to(y=0, animate=False, immediate=True)

    def show(self, rows: Sequence[Any]) -> None:
        """Shows rows, each of which the columns make cells of when it comes into view.

        The table stays scrolled as it was, unless the row under the cursor no longer exists.
        """
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows) + 1)
        if self.cursor >= len(rows):
            self.move_cursor(self.cursor)
        self.refresh()

    def move_cursor(self, row: int) -> None:
        """Puts the cursor on a row, or on the nearest one, and scrolls to it."""
        row = min(max(row, 0), max(len(self._rows) - 1, 0))
        moved = row != self.cursor
        self.cursor = row
        self._reveal()
        self.refresh()
        if moved:
            self.post_message(self.Moved(row))

    def _reveal(self) -> None:
        shown = max(self.size.height - 1, 1)
        top = min(max(self.scroll_offset.y, self.cursor - shown + 1), self.cursor)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Adapts to the new width."""
        self.virtual_size = Size(self.size.width, len(self._rows) + 1)
        self._reveal()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The header, or a row."""
        base = self.visual_style
        if y == 0:
            labels = ((column.label, column, width) for column, width in self._widths())
            return self._line(labels, base + look(self, "table--header"))
        number = self.scroll_offset.y + y - 1
        if number >= len(self._rows):
            return Strip.blank(self.size.width, base.rich_style)
        row = self._rows[number]
        cells = ((column.cell(row), column, width) for column, width in self._widths())
        return self._line(cells, base + look(self, "table--cursor") if number == self.cursor else base)

    def _line(self, cells: Iterable[tuple[str, Column[Any], int]], style: Style) -> Strip:
        """Texts as a line of the table, each with its column and the width of that."""
        rich = style.rich_style
        segments = [Segment(" ", rich)]
        for text, column, width in cells:
            strip = Strip([Segment(cell_text(text, width), rich)])
            padding = Segment(" " * (width - strip.cell_length), rich)
            segments += [padding, *strip] if column.right else [*strip, padding]
            segments.append(Segment(" " * _GAP, rich))
        return Strip(segments).adjust_cell_length(self.size.width, rich)

    def _widths(self) -> list[tuple[Column[Any], int]]:
        """The columns for which there is room, each with its width in cells."""
        shown = [column for column in self._columns if self.size.width >= column.least]
        free = self.size.width - 1 - sum(column.cells + _GAP for column in shown)
        shares = max(sum(column.share for column in shown), 1)
        return [(column, column.cells or max(free * column.share // shares, 4)) for column in shown]

    # Keys and mouse

    def action_move(self, step: int) -> None:
        """Moves the cursor so many rows down, or up."""
        self.move_cursor(self.cursor + step)

    def action_page(self, pages: int) -> None:
        """Moves the cursor so many pages down, or up."""
        self.move_cursor(self.cursor + pages * max(self.size.height - 2, 1))

    def action_select(self) -> None:
        """Chooses the row under the cursor."""
        if self._rows:
            self.post_message(self.Selected(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the clicked row, and chooses it at a second click; or chooses a column."""
        row = self.scroll_offset.y + event.y - 1
        if event.y == 0:
            self._click_header(event.x)
        elif row < len(self._rows):
            self.move_cursor(row)
            if event.chain == 2:
                self.action_select()

    def _click_header(self, x: int) -> None:
        start = 1
        for column, width in self._widths():
            if start <= x < start + width + _GAP:
                self.post_message(self.HeaderClicked(column))
            start += width + _GAP
