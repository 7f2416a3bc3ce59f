"""The way to the user's notebook, which is opened when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App

from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.ui.kit import wording

if TYPE_CHECKING:
    from reader.notes.drafts import Draft
    from reader.notes.notebook import Notebook

__all__ = ["FollowsNotebook", "NotebookAccess", "show_changes"]


_NOTICES = 5
"""Notices that are shown one by one."""

_PATIENCE = 0.3
"""Seconds that the screen waits for another program that has locked the file; then the background saves."""


class NotebookAccess:
    """Opens the notebook in `paths`. `notify` shows a line to the user."""

    def __init__(self, paths: Paths, author: str, notify: Callable[[str], None]) -> None:
        self._paths = paths
        self._author = author
        self.notify = notify
        self._notebook: Notebook | None = None
        self._refusal = ""
        self._notices_told = 0
        self._unreachable = ""
        self._shown = ""
        self._opening = Lock()
        self._rescue: Path | None = None

    def reading(self) -> Notebook | None:
        """The notebook; None where it cannot be opened: the first time, the user is shown why."""
        if self._notebook is None and not self._refusal:
            self._open()
        return self._notebook

    def opened(self) -> Notebook | None:
        """The notebook if it is open already; for use while a screen is drawn, when nothing may be opened."""
        return self._notebook

    def writing(self) -> Notebook | None:
        """The notebook, to change it; None where it cannot be changed: each time, the user is shown why."""
        if self._notebook is None and self._refusal:
            self._open()  # the reason may have gone
        notebook = self.reading()
        refusal = notebook.read_only if notebook else self._refusal
        if refusal:
            self.notify(refusal)
            return None
        return notebook

    def look(self) -> bool:
        """Reads what other processes have written, from any thread; whether the screens must show it.

        Where the file cannot be read, the user is told once, and again when it can be read.
        """
        if self._notebook is None and self._refusal:
            self._open()
        notebook = self._notebook
        if notebook is None:
            return False
        changed = notebook.refresh()
        if notebook.store.unreachable != self._unreachable:
            self._unreachable = notebook.store.unreachable
            self.notify(self._unreachable or wording.reachable_again(self._paths.annotations))
            changed = True
        self._tell_notices(notebook)
        before, self._shown = self._shown, self.status()
        return changed or before != self._shown

    def _open(self) -> None:
        from reader.notes.notebook import Notebook

        try:
            with self._opening:  # a key and a look from the background may come at once
                self._notebook = self._notebook or Notebook.open(
                    self._paths, self._author, patience=_PATIENCE
                )
        except UserError as error:
            if str(error) != self._refusal:
                self._refusal = str(error)
                self.notify(self._refusal)
        else:
            self._refusal = ""
            self._tell_notices(self._notebook)

    def _tell_notices(self, notebook: Notebook) -> None:
        notices = notebook.notices[self._notices_told :]
        self._notices_told += len(notices)
        for notice in notices[:_NOTICES]:
            self.notify(notice)
        if (more := len(notices) - _NOTICES) > 0:
            self.notify(wording.more_notices(more))

    def draft(self, subject: str) -> Draft:
        """The draft of a note on `subject`: the id of an annotation, or a passage in words that name it."""
        from reader.notes.drafts import Draft

        return Draft(self._paths, subject)

    def status(self) -> str:
        """Whether changes are on disk and the file can be read, in a word or two; "" before any change."""
        if self.unsaved():
            return wording.STATUS_NOT_SAVED
        if self._unreachable:
            return wording.STATUS_UNREACHABLE
        return "saved" if self._notebook and self._notebook.store.has_changed else ""

    def is_in_trouble(self) -> bool:
        """Whether changes are not on disk, or the file cannot be read."""
        return bool(self.unsaved() or self._unreachable)

    def unsaved(self) -> str:
        """The reason why changes are not on disk, with a way out; "" where everything is saved."""
        return self._notebook.unsaved if self._notebook else ""

    def try_to_save(self) -> str:
        """Tries again to save; the reason where something is still not on disk, else ""."""
        if self._notebook:
            self._notebook.store.save()
        return self.unsaved()

    def rescue(self) -> Path | None:
        """Writes everything to a rescue file, for `reader restore`; None where no place can be written."""
        from reader.notes.rescue import write_rescue

        self._rescue = write_rescue(self._notebook, self._paths) if self._notebook else None
        return self._rescue

    def save_copy(self, path: Path) -> None:
        """Writes everything to another annotations file, which is then the rescue file. Raises OSError."""
        if self._notebook:
            self._notebook.store.copy_to(path)
            self._rescue = path

    def close(self) -> None:
        """Brings the annotations file up to date; what cannot be written goes to a rescue file."""
        if self._notebook:
            self._notebook.close()
            if self._notebook.unsaved and self._rescue is None:
                self.rescue()

    def lost(self) -> str:
        """After closing: what is not on disk, why, and where it is instead; "" where everything is saved."""
        unsaved = self.unsaved()
        return wording.rescued(unsaved, self._rescue) if unsaved and self._rescue else unsaved


@runtime_checkable
class FollowsNotebook(Protocol):
    """A screen that shows what is in the notebook."""

    def annotations_changed(self) -> None:
        """Shows the contents of the notebook as they are now."""


def show_changes(app: App[Any]) -> None:
    """Has every open screen show the contents of the notebook as they are now."""
    for screen in app.screen_stack:
        if isinstance(screen, FollowsNotebook) and screen.is_mounted:
            screen.annotations_changed()
