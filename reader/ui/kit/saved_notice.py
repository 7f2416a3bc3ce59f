"""What the screens say once something was done to the annotations."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from reader.ui.kit.notebook_access import NotebookAccess

__all__ = ["notify_saved"]


def notify_saved(screen: Screen[Any], access: NotebookAccess, what: str) -> None:
    """Says what was done; or why it is not on disk, and what to do."""
    if unsaved := access.unsaved():
        screen.notify(unsaved, title="Not saved", severity="error", timeout=15)
    else:
        screen.notify(what, timeout=3)
