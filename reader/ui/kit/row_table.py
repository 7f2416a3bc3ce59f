"""A table that asks for its rows as they come into view: ten thousand cost no more than three.

Its text is untrusted and never parsed. Columns share the width of the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from reader.base.sanitizing import sanitize_line
from reader.ui.kit.cells import shorten
from reader.ui.kit.looks import look

__all__ = ["RowTable", "TableColumn"]

_GAP = 2  # cells between columns


class TableColumn(NamedTuple):
    """A column: `cells` wide if it has a fixed width, else with a `share` of what is left.

    It is left out where the table is narrower than `least` cells.
    """

    label: str
    cells: int = 0
    share: int = 0
    least: int = 0
    right: bool = False


class RowTable(ScrollView, can_focus=True):
    """Rows of strings under a header, one of them under the cursor; rows and columns count from 0."""

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
        """A column's label was clicked."""

        column: int

    def __init__(self, *columns: TableColumn) -> None:
        super().__init__(classes="main")
        self._columns = columns
        self._count = 0
        self._row_of: Callable[[int], Sequence[str]] = _no_row
        self.cursor = 0

    def set_columns(self, *columns: TableColumn) -> None:
        """Has other columns from now on, and no row until some are shown."""
        self._columns = columns
        self._count, self._row_of = 0, _no_row
        self.cursor = 0
        self.scroll_to(y=0, animate=False, immediate=True)

    def show(self, count: int, row_of: Callable[[int], Sequence[str]]) -> None:
        """Shows `count` rows; `row_of` gives the strings of one, when it comes into view.

        What is scrolled to stays, unless the row of the cursor is there no more.
        """
        self._count, self._row_of = count, row_of
        self.virtual_size = Size(self.size.width, count + 1)
        if self.cursor >= count:
            self.move_cursor(self.cursor)
        self.refresh()

    def move_cursor(self, row: int) -> None:
        """Puts the cursor on a row, the nearest there is, and scrolls to it."""
        row = min(max(row, 0), max(self._count - 1, 0))
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
        """Shares out the new width."""
        self.virtual_size = Size(self.size.width, self._count + 1)
        self._reveal()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """The header, or a row."""
        base = self.visual_style
        if y == 0:
            return self._line([column.label for column in self._columns], base + look(self, "table--header"))
        row = self.scroll_offset.y + y - 1
        if row >= self._count:
            return Strip.blank(self.size.width, base.rich_style)
        return self._line(
            self._row_of(row), base + look(self, "table--cursor") if row == self.cursor else base
        )

    def _line(self, strings: Sequence[str], style: Style) -> Strip:
        rich = style.rich_style
        segments = [Segment(" ", rich)]
        for number, width in self._widths():
            text = shorten(sanitize_line(strings[number]), width)
            cells = Strip([Segment(text, rich)])
            missing = Segment(" " * (width - cells.cell_length), rich)
            segments += [missing, *cells] if self._columns[number].right else [*cells, missing]
            segments.append(Segment(" " * _GAP, rich))
        return Strip(segments).adjust_cell_length(self.size.width, rich)

    def _widths(self) -> list[tuple[int, int]]:
        """The number of each column that is shown, with its width in cells."""
        shown = {n: column for n, column in enumerate(self._columns) if self.size.width >= column.least}
        free = self.size.width - 1 - sum(column.cells + _GAP for column in shown.values())
        shares = max(sum(column.share for column in shown.values()), 1)
        return [(n, column.cells or max(free * column.share // shares, 4)) for n, column in shown.items()]

    # Keys and mouse

    def action_move(self, step: int) -> None:
        """Some rows down, or up."""
        self.move_cursor(self.cursor + step)

    def action_page(self, pages: int) -> None:
        """A page down, or up."""
        self.move_cursor(self.cursor + pages * max(self.size.height - 2, 1))

    def action_select(self) -> None:
        """Chooses the row under the cursor."""
        if self._count:
            self.post_message(self.Selected(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row, a second one chooses it; on the header, it tells the column."""
        row = self.scroll_offset.y + event.y - 1
        if event.y == 0:
            self._click_header(event.x)
        elif row < self._count:
            self.move_cursor(row)
            if event.chain == 2:
                self.action_select()

    def _click_header(self, x: int) -> None:
        left = 1
        for number, width in self._widths():
            if left <= x < left + width + _GAP:
                self.post_message(self.HeaderClicked(number))
            left += width + _GAP


def _no_row(row: int) -> Sequence[str]:
    raise IndexError(row)
