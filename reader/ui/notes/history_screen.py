"""The history screen: who changed what and when; deleted annotations are restored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content

from annotations.wording import changed
from reader.base.errors import UserError
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.notebook_screen import NotebookScreen
from reader.ui.kit.row_list import RowList
from reader.ui.kit.row_table import RowTable
from reader.ui.kit.table_columns import Column
from reader.ui.kit.wording import undoable
from reader.ui.notes import wording

if TYPE_CHECKING:
    from annotations.store import Change

__all__ = ["HistoryScreen"]

_VALUE = 200  # code points shown of each value


def _done(change: Change) -> str:
    return f"{change.way}: {change.verb}" if change.way else change.verb


COLUMNS: tuple[Column[Change], ...] = (
    Column("When (UTC)", lambda change: change.at[:16].replace("T", " "), cells=16),
    Column("What", _done, cells=15),
    Column("Who", lambda change: change.author, share=1, least=70),
    Column("Words", lambda change: change.words, share=5),
)


class HistoryScreen(NotebookScreen["Change"]):
    """Lists the changes of a notebook, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.HISTORY, Context.EVERYWHERE)]
    contexts = (Context.HISTORY, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, settings: Settings, access: NotebookAccess) -> None:
        super().__init__(RowList(), COLUMNS, settings.keys, access)

    def annotations_changed(self) -> None:
        """Lists the changes as they are now."""
        self._read()

    @work(thread=True, exclusive=True, group="history")
    def _read(self) -> None:
        notebook = self.access.reading()
        try:
            changes = notebook.history()[::-1] if notebook else ()
        except UserError as error:
            self.call_later(self.notify, str(error), severity="error", timeout=15)
        else:
            self.call_later(self._take_up, changes)

    def _take_up(self, changes: tuple[Change, ...]) -> None:
        self.listing.load(changes)
        self.show()

    def heading(self) -> Content:
        """The number of changes."""
        return Content.styled(wording.changes(len(self.listing.all)), "bold")

    def details(self, row: Change) -> Iterator[Content]:
        """The words of the annotation, and each field before and after the change."""
        yield Content(row.words)
        yield from (Content(changed(field, _VALUE)) for field in row.fields)

    @handles("history.restore")
    @on(RowTable.Selected)
    def restore(self) -> None:
        """Restores the annotation, if it is deleted."""
        change, notebook = self.current, self.access.writing()
        if change is None or notebook is None:
            return
        if not change.id or notebook.get(change.id):
            self.notify(wording.NOT_DELETED, timeout=3)
            return
        try:
            notebook.restore(change.id)
        except UserError as error:
            self.notify(str(error), severity="error", timeout=15)
        else:
            self.notify_done(undoable(wording.RESTORED))
