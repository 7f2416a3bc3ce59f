"""The words of an article's body, counted: how many stand in passages, and before a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from reader.articles.model import Article, Role
from reader.matching.model import Alignment, Passage

__all__ = ["Body", "shares_of"]


class Body:
    """The body words of one article, by where they begin. Boilerplate and headings are left out."""

    def __init__(self, article: Article) -> None:
        self._starts = [
            word.start()
            for paragraph in article.paragraphs
            if paragraph.role is Role.BODY
            for word in re.compile(r"\S+").finditer(article.text, paragraph.start, paragraph.end)
        ]

    def place(self, offset: int) -> float:
        """The share (0-1) of the words that stand before a code point."""
        return bisect_left(self._starts, offset) / len(self._starts) if self._starts else 0.0

    def share(self, passages: Iterable[Passage]) -> float:
        """The share (0-1) of the words that stand in passages; one in several counts once."""
        inside: set[int] = set()
        for passage in passages:
            inside.update(range(*(bisect_left(self._starts, end) for end in (passage.start, passage.end))))
        return len(inside) / len(self._starts) if self._starts else 0.0


def shares_of(a: Body, b: Body, alignment: Alignment, threshold: float) -> tuple[float, float]:
    """How much (0-1) of each of two articles the other says, too, in matches that score at least `threshold`.

    Counted are the body words inside of matched passages.
    """
    matches = alignment.above(threshold)
    return a.share(match.a for match in matches), b.share(match.b for match in matches)
