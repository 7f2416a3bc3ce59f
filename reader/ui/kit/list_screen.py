"""The screen of a list: of articles, of a story, of an archive, of the annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reader.base.resources import styles
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles, handles_each
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.list_finding import ListFinding
from reader.ui.kit.modes import Mode
from reader.ui.kit.preview import Preview
from reader.ui.kit.row_list import RowList
from reader.ui.kit.row_table import RowTable
from reader.ui.kit.table_columns import Column

__all__ = ["ListScreen"]

Row = TypeVar("Row")


class ListScreen(Screen[None], Generic[Row]):
    """A heading, a table of rows, the row under the cursor in full, and the keys.

    `listing` has the rows and `columns` their cells; `own` are the user's own keys, by command id. A subclass
    gives the heading and the details of a row, and calls `show` when what they depend on has changed.
    `finding` is its search, if it has one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.LISTS)]
    CSS_PATH = styles() / "lists.tcss"
    AUTO_FOCUS = "RowTable"
    contexts: tuple[Context, ...]
    finding: ListFinding | None = None

    def __init__(self, rows: RowList[Row], columns: Sequence[Column[Row]], own: Mapping[str, str]) -> None:
        super().__init__()
        self.listing = rows
        self.columns = columns
        self.own = own
        self.features: Iterable[object] = ()

    def compose(self) -> ComposeResult:
        """The parts of the screen, from top to bottom."""
        yield Static(classes="heading")
        yield RowTable(*self.columns)
        yield Preview(self.own)
        yield KeyBar(self.own, *self.contexts)

    def heading(self) -> Content:
        """The text above the table: what is listed, and how."""
        raise NotImplementedError

    def details(self, row: Row) -> Iterator[Content]:
        """The row in full, one part a line."""
        raise NotImplementedError

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The modes that Escape cancels."""
        return (self.finding,) if self.finding else ()

    @property
    def table(self) -> RowTable:
        """The table of the rows."""
        return self.query_one(RowTable)

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None in an empty list."""
        return self.listing.at(self.table.cursor)

    def show(self) -> None:
        """Shows the rows, the heading and the details as they are now."""
        self.table.show(self.listing.rows)
        self.show_heading(self.heading())
        self.show_details()

    def show_heading(self, heading: Content) -> None:
        """Shows a text above the table."""
        self.query_one(".heading", Static).update(heading)

    @on(RowTable.Moved)
    def show_details(self) -> None:
        """Shows the row under the cursor in full."""
        row = self.current
        self.query_one(Preview).show(Content("\n").join(() if row is None else self.details(row)))

    @handles("lists.preview-down", 0.5)
    @handles("lists.preview-up", -0.5)
    def page_details(self, pages: float) -> None:
        """Scrolls the details by pages."""
        self.query_one(Preview).page(pages)

    # Sorting

    @handles_each({"library.sort": (), "annotations.sort": ()})
    def sort(self) -> None:
        """Sorts by the next order."""
        self.listing.sort_by_next()
        self.show()

    @on(RowTable.HeaderClicked)
    def _sort_by_column(self, message: RowTable.HeaderClicked) -> None:
        if len(self.listing.orders) > 1:
            self.listing.sort(message.column.order or self.listing.orders[0])
            self.show()

    # Finding

    @on(FindLine.Changed)
    def _follow_find_line(self, event: FindLine.Changed) -> None:
        if self.finding:
            self.finding.find(event.value)

    @on(FindLine.Submitted)
    async def _leave_find_line(self) -> None:
        if self.finding:
            await self.finding.submit()
