"""The way to the user's notebook, which is opened when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App

from reader.base.errors import UserError
from reader.base.paths import Paths

if TYPE_CHECKING:
    from reader.notes.drafts import Draft
    from reader.notes.notebook import Notebook

__all__ = ["FollowsNotebook", "NotebookAccess", "show_changes"]


class NotebookAccess:
    """Opens the notebook in `paths`. `notify` shows a line to the user."""

    def __init__(self, paths: Paths, author: str, notify: Callable[[str], None]) -> None:
        self._paths = paths
        self._author = author
        self.notify = notify
        self._notebook: Notebook | None = None
        self._refusal = ""
        self._written = False

    def reading(self) -> Notebook | None:
        """The notebook; None where it cannot be opened: the first time, the user is shown why."""
        if self._notebook is None and not self._refusal:
            from reader.notes.notebook import Notebook

            try:
                self._notebook = Notebook.open(self._paths, self._author)
            except UserError as error:
                self._refusal = str(error)
                self.notify(self._refusal)
            else:
                for notice in self._notebook.notices:
                    self.notify(notice)
        return self._notebook

    def opened(self) -> Notebook | None:
        """The notebook if it is open already; for use while a screen is drawn, when nothing may be opened."""
        return self._notebook

    def writing(self) -> Notebook | None:
        """The notebook, to change it; None where it cannot be changed: each time, the user is shown why."""
        notebook = self.reading()
        refusal = notebook.read_only if notebook else self._refusal
        if refusal:
            self.notify(refusal)
            return None
        self._written = True
        return notebook

    def draft(self, subject: str) -> Draft:
        """The draft of a note on `subject`: the id of an annotation, or a passage in words that name it."""
        from reader.notes.drafts import Draft

        return Draft(self._paths, subject)

    def status(self) -> str:
        """Whether changes are on disk, in a word or two; "" before any change."""
        if self.unsaved():
            return "NOT SAVED"
        return "saved" if self._written else ""

    def unsaved(self) -> str:
        """The reason why changes are not on disk, with a way out; "" where everything is saved."""
        return self._notebook.unsaved if self._notebook else ""

    def close(self) -> None:
        """Brings the annotations file up to date."""
        if self._notebook:
            self._notebook.close()


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
