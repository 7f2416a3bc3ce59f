"""The messages of the story screen to the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.articles.model import Article

__all__ = ["PassagesChosen"]


@dataclass
class PassagesChosen(Message):
    """These articles are to be shown side by side, called by `letters`.

    `start` are places to go to, see Jumps.bring_together.
    """

    articles: Sequence[Article]
    letters: Sequence[str]
    start: Sequence[tuple[int, int | None]]
