"""The way to the user's notebook: opened when it is first needed, with what must be told told once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.base.paths import Paths

if TYPE_CHECKING:
    from reader.notes.notebook import Notebook

__all__ = ["NotebookAccess"]


class NotebookAccess:
    """Opens the notebook of `paths`. `notify` shows a line to the user."""

    def __init__(self, paths: Paths, author: str, notify: Callable[[str], None]) -> None:
        self._paths = paths
        self._author = author
        self.notify = notify
        self._notebook: Notebook | None = None
        self._refusal = ""
        self._written = False

    def reading(self) -> Notebook | None:
        """The notebook; None where it cannot be opened, which was told when it was first tried."""
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
        """The notebook, if it has been opened already: while a screen is drawn, nothing is."""
        return self._notebook

    def writing(self) -> Notebook | None:
        """The notebook, to change something; None, and told why each time, where that cannot be."""
        notebook = self.reading()
        refusal = notebook.read_only if notebook else self._refusal
        if refusal:
            self.notify(refusal)
            return None
        self._written = True
        return notebook

    def status(self) -> str:
        """Whether what was changed is on disk, in a word or two; "" where nothing was."""
        if self.unsaved():
            return "NOT SAVED"
        return "saved" if self._written else ""

    def unsaved(self) -> str:
        """Why something is not on disk, and what to do; "" where all is well."""
        return self._notebook.unsaved if self._notebook else ""

    def close(self) -> None:
        """Leaves the annotations file whole."""
        if self._notebook:
            self._notebook.close()
