"""The line in which the user types what to find; a screen has none until the user asks for it."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

__all__ = ["FindLine"]


class FindLine(Input):
    """An input line that comes and goes."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, classes="find", compact=True)

    @classmethod
    async def ask(cls, screen: Screen[None], before: Widget, placeholder: str) -> None:
        """Gives a screen such a line, if it has none yet, and focuses it."""
        if not screen.query(cls):
            await screen.mount(cls(placeholder), before=before)
        screen.set_focus(screen.query_one(cls))
