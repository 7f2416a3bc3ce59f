"""The modes of a screen: tasks under way until they are saved, or until Escape cancels them.

A screen has a list of modes, in the order in which they are asked. One list therefore shows what Escape does
and what the state line says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

__all__ = ["Mode", "active_mode"]


class Mode(Protocol):
    """Something under way on a screen."""

    def is_active(self) -> bool:
        """Whether it is under way."""

    def state(self) -> str:
        """The words of the state line while it is under way."""

    async def cancel(self) -> None:
        """Ends it without saving."""


def active_mode(modes: Iterable[Mode]) -> Mode | None:
    """The first mode that is active, which is the one that Escape cancels; None without any."""
    return next((mode for mode in modes if mode.is_active()), None)
