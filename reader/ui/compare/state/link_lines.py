"""The links between two articles that have an end on screen."""

from __future__ import annotations

from reader.matching.model import Match
from reader.ui.compare.comparison import Comparison
from reader.ui.compare.layout.link_rows import LinkRows
from reader.ui.compare.layout.links import Line
from reader.ui.compare.state.arrangement import Arrangement

__all__ = ["LinkLines"]


class LinkLines:
    """Matches as lines between articles number left < right; rows count from the top of the screen."""

    def __init__(self, arrangement: Arrangement, comparison: Comparison) -> None:
        self._arrangement = arrangement
        self._comparison = comparison
        self._link_rows: dict[tuple[int, int], LinkRows] = {}

    def forget(self) -> None:
        """Looks the links up again when they are needed: the rows or the matches have changed."""
        self._link_rows.clear()

    def between(self, left: int, right: int, current: Match | None) -> list[Line]:
        """The lines to draw between two articles; `current` is the match that is looked at."""
        return [
            Line(left_row, right_row, match is current)
            for left_row, right_row, match in self._ends(left, right)
        ]

    def match_at(self, left: int, right: int, row: int) -> Match | None:
        """The match whose line begins, ends or runs at a row of the screen."""
        ends = self._ends(left, right)
        ending = (match for a, b, match in ends if row in (a, b))
        passing = (match for a, b, match in ends if min(a, b) < row < max(a, b))
        return next(ending, None) or next(passing, None)

    def _ends(self, left: int, right: int) -> list[tuple[int, int, Match]]:
        a, b = self._arrangement.views[left], self._arrangement.views[right]
        if (left, right) not in self._link_rows:
            matches = self._comparison.matches(left, right)
            self._link_rows[left, right] = LinkRows(matches, a.layout, b.layout)
        height = self._arrangement.height
        shown = self._link_rows[left, right].touching(a.rows_on_screen(height), b.rows_on_screen(height))
        return [(row - a.first_row, other - b.first_row, match) for row, other, match in shown]
