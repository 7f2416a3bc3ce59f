"""Undo and redo of changes to the annotations, and the changes that others make meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

from reader.base.errors import UserError
from reader.base.faults import fault
from reader.ui import wording
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_access import NotebookAccess, show_changes
from reader.ui.kit.wording import ANNOTATIONS

if TYPE_CHECKING:
    from reader.notes.notebook import Notebook

__all__ = ["NotebookChanges"]


class NotebookChanges:
    """Undoes and redoes changes, and shows those of other processes."""

    def __init__(self, app: App[Any], access: NotebookAccess) -> None:
        self._app = app
        self._access = access
        self._faults: set[str] = set()

    @handles("undo")
    def undo(self) -> None:
        """Undoes the last change to the annotations."""
        self._step("undo", lambda notebook: notebook.undo())

    @handles("redo")
    def redo(self) -> None:
        """Redoes the last change that was undone."""
        self._step("redo", lambda notebook: notebook.redo())

    def _step(self, verb: str, step: Callable[[Notebook], str | None]) -> None:
        notebook = self._access.writing()
        if notebook is None:
            return
        try:
            description = step(notebook)
        except UserError as error:
            self._app.notify(str(error), title=ANNOTATIONS, severity="error", timeout=15)
            return
        self._app.notify(description or wording.nothing_to(verb), timeout=3)
        show_changes(self._app)

    def read_others(self) -> None:
        """Shows, from the background, what another reader or a command has written."""
        self._app.run_worker(self._read_others, thread=True, exclusive=True, group="others")

    def _read_others(self) -> None:
        try:
            changed = self._access.look()
        except Exception as error:  # noqa: BLE001  a fault of ours; the open note is worth more than this look
            self._tell_fault(error)
            return
        if changed:
            self._app.call_from_thread(show_changes, self._app)

    def _tell_fault(self, error: Exception) -> None:
        """Logs a fault, and tells each kind once."""
        if (kind := type(error).__name__) not in self._faults:
            self._faults.add(kind)
            message = str(fault(error, "looking for changes by other programs"))
            self._app.call_from_thread(self._access.notify, message)
