"""Screens that call articles by letters, so that an export can use the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from annotations.model import ArticleReference

__all__ = ["Lettered"]


@runtime_checkable
class Lettered(Protocol):
    """A screen with letters for articles."""

    def lettered(self) -> Sequence[ArticleReference]:
        """The articles A, B, … as the screen shows them."""
        ...
