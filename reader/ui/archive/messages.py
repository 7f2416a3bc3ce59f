"""The messages of the archive screen to the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.archive.model import Excerpt

__all__ = ["ExcerptsChosen"]


@dataclass
class ExcerptsChosen(Message):
    """The articles of these excerpts are to be shown side by side, each where its first excerpt is.

    `articles` is the number of articles that say it; there may be more of them than excerpts.
    """

    excerpts: Sequence[Excerpt]
    articles: int
