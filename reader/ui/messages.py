"""What screens tell the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.archive.model import Excerpt
    from reader.articles.corpus import CorpusEntry
    from reader.articles.model import Article


__all__ = [
    "AnnotationChosen",
    "BoilerplateChosen",
    "EntriesChosen",
    "ExcerptsChosen",
    "PassagesChosen",
    "StoryChosen",
    "TagChosen",
]


@dataclass
class EntriesChosen(Message):
    """These articles are to be read side by side; `siblings` are others of their sources."""

    entries: Sequence[CorpusEntry]
    siblings: Sequence[CorpusEntry] = ()


@dataclass
class AnnotationChosen(Message):
    """The articles of this annotation are to be shown where it is, perhaps to attach it to other words."""

    annotation: Annotation
    reattach: bool = False


@dataclass
class BoilerplateChosen(Message):
    """Of the article with this text, these paragraphs (their numbers) are no boilerplate, the user says."""

    sha256: str
    restored: frozenset[int]


@dataclass
class TagChosen(Message):
    """The annotations that have this tag are to be listed."""

    name: str


@dataclass
class StoryChosen(Message):
    """All these articles are to be compared with one another."""

    entries: Sequence[CorpusEntry] = ()
    articles: Sequence[Article] = ()


@dataclass
class ExcerptsChosen(Message):
    """The articles of these excerpts are to be shown side by side, each where its first excerpt is.

    `articles` is how many say it, of whom there may be more than have excerpts.
    """

    excerpts: Sequence[Excerpt]
    articles: int


@dataclass
class PassagesChosen(Message):
    """These articles are to be shown side by side, called by `letters`.

    `start` are places to go to, see Spread.bring_together.
    """

    articles: Sequence[Article]
    letters: Sequence[str]
    start: Sequence[tuple[int, int | None]]
