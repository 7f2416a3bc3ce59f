"""What all lists have in common: of articles, of a story, of an archive, of what is in the notebook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reader.base.resources import styles
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.preview import Preview
from reader.ui.kit.row_table import RowTable, TableColumn
from reader.ui.kit.saved_notice import notify_saved

__all__ = ["ListScreen", "NotebookScreen", "TableScreen"]


class TableScreen(Screen[None]):
    """Has a table, and a preview that shows the chosen row in full."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.LISTS)]
    CSS_PATH = styles() / "lists.tcss"
    AUTO_FOCUS = "RowTable"

    @property
    def _table(self) -> RowTable:
        return self.query_one(RowTable)

    @property
    def _preview(self) -> Preview:
        return self.query_one(Preview)

    @handles("lists.preview-down", 0.5)
    @handles("lists.preview-up", -0.5)
    def action_page_preview(self, pages: float) -> None:
        """Scrolls what is shown of the chosen row."""
        self._preview.page(pages)

    def is_busy(self) -> bool:
        """Whether something is sought or was found, which Escape ends."""
        return bool(self.query(FindLine))

    async def action_cancel(self) -> None:
        """Ends what was begun: here, the line to find by."""
        await self.query(FindLine).remove()
        self._table.focus()


class ListScreen(TableScreen):
    """A heading, a table, the chosen row in full, the keys."""

    columns: tuple[TableColumn, ...]
    contexts: tuple[Context, ...]

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._own = settings.keys

    def compose(self) -> ComposeResult:
        """A heading, the table, the whole of the chosen row, the keys."""
        yield Static(classes="heading")
        yield RowTable(*self.columns)
        yield Preview(self._own)
        yield KeyBar(self._own, *self.contexts)

    def on_row_table_moved(self) -> None:
        """Shows another row in full."""
        self._show_preview()

    def _show_preview(self) -> None:
        self._preview.show(Content("\n").join(self._in_full()))

    def _show_heading(self, heading: str) -> None:
        self.query_one(".heading", Static).update(Content.styled(heading, "bold"))

    def _in_full(self) -> Iterator[Content]:
        """The row under the cursor, with all that is known of it."""
        raise NotImplementedError


class NotebookScreen(ListScreen):
    """A list of what is in a notebook."""

    def __init__(self, settings: Settings, access: NotebookAccess) -> None:
        super().__init__(settings)
        self._access = access

    def on_mount(self) -> None:
        """Fills the table."""
        self.annotations_changed()

    def annotations_changed(self) -> None:
        """Lists what there is now."""
        raise NotImplementedError

    def _done(self, what: str) -> None:
        """Shows what was done, and says so; or why it is not on disk."""
        self.annotations_changed()
        notify_saved(self, self._access, what)
