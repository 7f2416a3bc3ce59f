"""Which matches of two articles have an end on screen, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from reader.matching.model import Match

from .page import Page

__all__ = ["LinkRows"]

_Ends = tuple[int, int, Match]


class LinkRows:
    """The matches of two articles with the rows at which their passages begin."""

    def __init__(self, matches: Iterable[Match], left: Page, right: Page) -> None:
        ends = [(left.row_of(match.a.start), right.row_of(match.b.start), match) for match in matches]
        self._by_left = sorted(ends, key=_left)
        self._by_right = sorted(ends, key=_right)

    def touching(self, left: range, right: range) -> list[_Ends]:
        """(row on the left, row on the right, match) of those that begin in one of these ranges of rows."""
        on_left = _between(self._by_left, left, _left)
        return on_left + [ends for ends in _between(self._by_right, right, _right) if ends[0] not in left]


def _between(ends: list[_Ends], rows: range, row_of: Callable[[_Ends], int]) -> list[_Ends]:
    first, last = (bisect_left(ends, row, key=row_of) for row in (rows.start, rows.stop))
    return ends[first:last]


def _left(ends: _Ends) -> int:
    return ends[0]


def _right(ends: _Ends) -> int:
    return ends[1]
