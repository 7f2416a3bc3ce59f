"""The rows of a column of text, in arrays, because a long text has a hundred thousand."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reader.base.lazy_sequence import LazySequence

__all__ = ["Cuts", "Row", "Rows"]


class Row(NamedTuple):
    """One row of a column of text: code points [start, end) of paragraph number `paragraph`.

    `paragraph` is -1 for the blank row after a paragraph, whose start and end are where that one ended.
    """

    paragraph: int
    start: int
    end: int


class Cuts(NamedTuple):
    """The first and last code points of the rows of a paragraph, by number, counted from its `start`."""

    paragraph: int
    start: int
    firsts: list[int]
    lasts: list[int]


class Rows(LazySequence[Row]):
    """The rows of paragraphs in order, twelve bytes each; a Row is made of one when it is asked for.

    Paragraphs are cut into rows as they are asked for; to ask for the length cuts all.
    """

    def __init__(self, paragraphs: Iterator[Cuts]) -> None:
        self._uncut = paragraphs
        self._paragraphs, self._starts, self._ends = array("i"), array("i"), array("i")

    def number_at(self, offset: int) -> int:
        """The number of the row that code point `offset` is on, or of the last text before it; 0 if none."""
        while (not self._starts or self._starts[-1] <= offset) and self._cut_next():
            pass
        number = max(bisect_right(self._starts, offset) - 1, 0)
        while number > 0 and self._paragraphs[number] < 0:
            number -= 1
        return number

    def count(self, most: int) -> int:
        """The number of rows, counted up to `most`."""
        while len(self._starts) < most and self._cut_next():
            pass
        return min(len(self._starts), most)

    def _cut_next(self) -> bool:
        """Cuts the next paragraph into rows; False after the last."""
        cuts = next(self._uncut, None)
        if cuts is None:
            return False
        self._paragraphs.fromlist([cuts.paragraph] * len(cuts.firsts))
        self._starts.fromlist([cuts.start + first for first in cuts.firsts])
        self._ends.fromlist([cuts.start + last for last in cuts.lasts])
        return True

    def __len__(self) -> int:
        while self._cut_next():
            pass
        return len(self._starts)

    def _has(self, number: int) -> bool:
        while number >= len(self._starts) and self._cut_next():
            pass
        return number < len(self._starts)

    def _at(self, number: int) -> Row:
        return Row(self._paragraphs[number], self._starts[number], self._ends[number])
