"""What the screens say once something was done to the annotations."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from reader.ui.kit.notebook_access import NotebookAccess

__all__ = ["tell_done"]


def tell_done(screen: Screen[Any], door: NotebookAccess, what: str) -> None:
    """Says what was done; or why it is not on disk, and what to do."""
    if unsaved := door.unsaved():
        screen.notify(unsaved, title="Not saved", severity="error", timeout=15)
    else:
        screen.notify(what, timeout=3)
