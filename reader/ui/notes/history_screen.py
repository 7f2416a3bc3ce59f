"""The history screen: who changed what and when; what was deleted is brought back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content

from annotations.wording import changed
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.list_screen import NotebookScreen
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.row_table import RowTable, TableColumn

if TYPE_CHECKING:
    from annotations.store import Change

__all__ = ["HistoryScreen"]

_VALUE = 200  # code points shown of each value


class HistoryScreen(NotebookScreen):
    """Lists the changes of a notebook, the last one first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.HISTORY, Context.EVERYWHERE)]
    columns = (
        TableColumn("When (UTC)", cells=16),
        TableColumn("What", cells=15),
        TableColumn("Who", share=1, least=70),
        TableColumn("Words", share=5),
    )
    contexts = (Context.HISTORY, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, settings: Settings, access: NotebookAccess) -> None:
        super().__init__(settings, access)
        self._changes: tuple[Change, ...] = ()

    def annotations_changed(self) -> None:
        """Lists the changes as they are now."""
        self._read()

    @work(thread=True, exclusive=True, group="history")
    def _read(self) -> None:
        notebook = self._access.reading()
        try:
            changes = notebook.history()[::-1] if notebook else ()
        except UserError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", timeout=15)
        else:
            self.app.call_from_thread(self._show, changes)

    def _show(self, changes: tuple[Change, ...]) -> None:
        self._changes = changes
        self._table.show(len(changes), lambda row: _row(changes[row]))
        count = f"{counted(len(changes), 'change')}, the last one first"
        self._show_heading(count if changes else "Nothing has been changed yet")
        self._show_preview()

    def _current(self) -> Change | None:
        return next(iter(self._changes[self._table.cursor : self._table.cursor + 1]), None)

    def _in_full(self) -> Iterator[Content]:
        if change := self._current():
            yield Content(change.words)
            yield from (Content(changed(field, _VALUE)) for field in change.fields)

    @handles("history.restore")
    @on(RowTable.Selected)
    def action_restore(self) -> None:
        """Brings the annotation back, if it is deleted."""
        change, notebook = self._current(), self._access.writing()
        if change is None or notebook is None:
            return
        if not change.id or notebook.get(change.id):
            self.notify("This is not deleted: u undoes the last change.", timeout=3)
            return
        try:
            notebook.restore(change.id)
        except UserError as error:
            self.notify(str(error), severity="error", timeout=15)
        else:
            self._done("Brought back. u undoes.")


def _row(change: Change) -> tuple[str, ...]:
    done = f"{change.way}: {change.verb}" if change.way else change.verb
    return change.at[:16].replace("T", " "), done, change.author, " ".join(change.words.split())
