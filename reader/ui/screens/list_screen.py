"""What the lists of annotations, tags, changes and finds have in common."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reader.resources import styles
from reader.settings import Settings
from reader.ui.commands import Place
from reader.ui.notebook_door import NotebookDoor
from reader.ui.widgets.key_bar import KeyBar
from reader.ui.widgets.row_table import Column, RowTable

from .telling import tell_done

__all__ = ["ListScreen", "NotebookScreen"]


class ListScreen(Screen[None]):
    """A heading, a table, the chosen row in full, the keys."""

    CSS_PATH = styles() / "lists.tcss"
    columns: tuple[Column, ...]
    places: tuple[Place, ...]

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._own = settings.keys

    def compose(self) -> ComposeResult:
        """A heading, the table, the whole of the chosen row, the keys."""
        yield Static(classes="heading")
        yield RowTable(*self.columns)
        yield Static(classes="preview")
        yield KeyBar(self._own, *self.places)

    def on_mount(self) -> None:
        """Gives the keys to the table."""
        self._table.focus()

    @property
    def _table(self) -> RowTable:
        return self.query_one(RowTable)

    def on_row_table_moved(self) -> None:
        """Shows another row in full."""
        self._show_preview()

    def _show_preview(self) -> None:
        self.query_one(".preview", Static).update(Content("\n").join(self._in_full()))

    def _show_heading(self, heading: str) -> None:
        self.query_one(".heading", Static).update(Content.styled(heading, "bold"))

    def _in_full(self) -> Iterator[Content]:
        """The row under the cursor, with all that is known of it."""
        raise NotImplementedError


class NotebookScreen(ListScreen):
    """A list of what is in a notebook."""

    def __init__(self, settings: Settings, door: NotebookDoor) -> None:
        super().__init__(settings)
        self._door = door

    def on_mount(self) -> None:
        """Fills the table."""
        self.annotations_changed()  # the parent's on_mount is called by Textual

    def annotations_changed(self) -> None:
        """Lists what there is now."""
        raise NotImplementedError

    def _done(self, what: str) -> None:
        """Shows what was done, and says so; or why it is not on disk."""
        self.annotations_changed()
        tell_done(self, self._door, what)
