"""Counts of an article's body words: those inside passages, and those before a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from reader.articles.model import Article, Role
from reader.language.word_count import word_starts
from reader.matching.model import Alignment, Passage

__all__ = ["Body", "shares_of"]


class Body:
    """The body words of one article, by their first code points. Boilerplate and headings do not count."""

    def __init__(self, article: Article) -> None:
        self._starts = [
            start
            for paragraph in article.paragraphs
            if paragraph.role is Role.BODY
            for start in word_starts(article.text, paragraph.start, paragraph.end)
        ]

    def place(self, offset: int) -> float:
        """The share (0-1) of the words before a code point."""
        return bisect_left(self._starts, offset) / len(self._starts) if self._starts else 0.0

    def share(self, passages: Iterable[Passage]) -> float:
        """The share (0-1) of the words inside passages. A word in several passages counts once."""
        inside: set[int] = set()
        for passage in passages:
            inside.update(range(*(bisect_left(self._starts, end) for end in (passage.start, passage.end))))
        return len(inside) / len(self._starts) if self._starts else 0.0


def shares_of(a: Body, b: Body, alignment: Alignment, threshold: float) -> tuple[float, float]:
    """The overlap of two articles: the share (0-1) of each one's body words that the other also says.

    These are the words inside the passages of matches that score at least `threshold` (0-100).
    """
    matches = alignment.above(threshold)
    return a.share(match.a for match in matches), b.share(match.b for match in matches)
