"""The notice after a change to the annotations."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.wording import NOT_SAVED

__all__ = ["notify_saved"]


def notify_saved(screen: Screen[Any], access: NotebookAccess, message: str) -> None:
    """Shows a message; or why the change is not on disk, and the way out."""
    if unsaved := access.unsaved():
        screen.notify(unsaved, title=NOT_SAVED, severity="error", timeout=15)
    else:
        screen.notify(message, timeout=3)
