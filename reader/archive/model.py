"""The model of an archive's results: sentences of several articles that say nearly the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.matching.model import Kind

__all__ = ["ArchiveError", "ArticleRef", "Excerpt", "Group", "Progress", "safe_place"]

Progress = Callable[[str, int, int], None]
"""Called with the name of the current step, how much of it is done, and how much there is."""


class ArchiveError(UserError):
    """An index cannot be made or used. Its text is one line that names the index and a way out."""


def safe_place(path: str) -> str:
    """A path that is safe to show. A printable path stays unchanged, because it is opened again."""
    return path if path.isprintable() else sanitize_line(path)


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The metadata of an article, "" where unknown, and its `place`: a path or "file.zip!member", as
    `safe_place` gives it."""

    title: str
    source: str
    date: str
    url: str
    place: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence: `text` is code points [start, end) of the text of its article."""

    article: ArticleRef
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Two or more sentences, each of which says nearly the same thing as another of them.

    `kind` and `score` (0-100) are those of the best pair among them.
    """

    excerpts: Sequence[Excerpt]
    kind: Kind
    score: float

    @property
    def articles(self) -> int:
        """The number of articles with a sentence in the group."""
        return len({excerpt.article.place for excerpt in self.excerpts})
