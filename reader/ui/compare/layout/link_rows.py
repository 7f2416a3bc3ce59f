"""The matches of two articles that have an end on screen, found fast even among many."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from reader.matching.model import Match
from reader.ui.compare.layout.article_layout import ArticleLayout

__all__ = ["LinkRows"]

_Ends = tuple[int, int, Match]


class LinkRows:
    """The matches of two articles in the order of each. Only of those on screen is the row looked up."""

    def __init__(self, matches: Iterable[Match], left: ArticleLayout, right: ArticleLayout) -> None:
        self._left, self._right = left, right
        self._by_left = sorted(matches, key=_left)
        self._by_right = sorted(self._by_left, key=_right)

    def touching(self, left: range, right: range) -> list[_Ends]:
        """(row on the left, row on the right, match) of those that begin in one of these ranges of rows."""
        if not self._by_left:
            return []  # without matches, the text need not be wrapped
        on_left = self._ends(_between(self._by_left, self._left.span(left), _left))
        on_right = self._ends(_between(self._by_right, self._right.span(right), _right))
        return on_left + [ends for ends in on_right if ends[0] not in left]

    def _ends(self, matches: Iterable[Match]) -> list[_Ends]:
        return [
            (self._left.row_of(match.a.start), self._right.row_of(match.b.start), match) for match in matches
        ]


def _between(matches: list[Match], span: tuple[int, int], start_of: Callable[[Match], int]) -> list[Match]:
    first, last = (bisect_left(matches, offset, key=start_of) for offset in span)
    return matches[first:last]


def _left(match: Match) -> int:
    return match.a.start


def _right(match: Match) -> int:
    return match.b.start
