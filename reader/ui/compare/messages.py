"""The messages of the compare screen to the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.articles.model import Article

__all__ = ["BoilerplateChosen", "StoryChosen"]


@dataclass
class BoilerplateChosen(Message):
    """The user restored these paragraphs (by number) of an article: they are not boilerplate."""

    sha256: str
    restored: frozenset[int]


@dataclass
class StoryChosen(Message):
    """All these articles are to be compared with one another."""

    articles: Sequence[Article]
