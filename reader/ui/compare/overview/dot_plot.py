"""The dot plot: all links of two articles on one small sheet, each at its place in both.

A diagonal is a stretch that both articles tell in the same order; a dot off it was moved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reader.ui.compare.comparison import MatchLink

__all__ = ["DotPlot", "PlotCell", "PlotMark"]

_BRAILLE = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a braille cell, by row and column (the Unicode Standard, section 21.1)."""

_BLANK_BRAILLE = 0x2800
_BLOCK = "■"  # of the signs that a terminal without braille has
_BLOCK_BITS = ((0,),)
_ASPECT = 2  # a cell is so many times as high as it is wide
_ASIDE = 2  # a step looks so many times as far ahead as aside


class PlotCell(NamedTuple):
    """A cell of the plot, counted from its top left."""

    column: int
    row: int


class PlotMark(NamedTuple):
    """The content of a cell: its character, and the link it stands for, a number in the plot's `links`."""

    character: str
    link: int


class DotPlot:
    """Links drawn on `size` (width, height) cells: across is the passage, down the other passage.

    `lengths` are those of the two texts in code points, `landmarks` the pairs (start, other start) of the
    links that scrolling follows. Where links share a cell, it shows a landmark before a moved link, then the
    strongest. Without `braille` a cell is one dot instead of two by four.
    """

    def __init__(
        self,
        links: Sequence[MatchLink],
        lengths: tuple[int, int],
        landmarks: Collection[tuple[int, int]],
        size: tuple[int, int],
        *,
        braille: bool = True,
    ) -> None:
        self.links = links
        self._landmarks = frozenset(landmarks)
        self._lengths = max(lengths[0], 1), max(lengths[1], 1)
        self._bits = _BRAILLE if braille else _BLOCK_BITS
        self._across, self._down = len(self._bits[0]), len(self._bits)  # dots a cell
        self._size = max(size[0], 1) * self._across, max(size[1], 1) * self._down  # in dots
        self._drawn: dict[PlotCell, int] = {}  # the bits of each cell that is not blank
        self._shown: dict[PlotCell, int] = {}
        self._middles: dict[PlotCell, int] = {}
        for number in sorted(range(len(links)), key=self._weight):
            self._draw(number)

    def _weight(self, number: int) -> tuple[bool, float]:
        return self.is_landmark(number), self.links[number].match.score

    def _draw(self, number: int) -> None:
        for x, y in self._line(number):
            cell = PlotCell(x // self._across, y // self._down)
            self._drawn[cell] = self._drawn.get(cell, 0) | self._bits[y % self._down][x % self._across]
            self._shown[cell] = number
        self._middles[self.cell_of(number)] = number

    def _line(self, number: int) -> Iterator[tuple[int, int]]:
        """The dots of a link, from where its passages begin to where they end."""
        left, top, right, bottom = self._ends(number)
        steps = max(right - left, bottom - top)
        if not steps:
            yield left, top
            return
        for step in range(steps + 1):
            yield left + (right - left) * step // steps, top + (bottom - top) * step // steps

    def _ends(self, number: int) -> tuple[int, int, int, int]:
        """The dots at which a link begins (across, down) and ends."""
        across, down = self.links[number].passage, self.links[number].other_passage
        return *self._dot(across.start, down.start), *self._dot(across.end - 1, down.end - 1)

    def _dot(self, across: int, down: int) -> tuple[int, int]:
        """The dot at a code point of each text."""
        (width, height), (across_end, down_end) = self._size, self._lengths
        return min(across * width // across_end, width - 1), min(down * height // down_end, height - 1)

    def is_landmark(self, number: int) -> bool:
        """Whether scrolling follows a link; the passages of another link were moved."""
        link = self.links[number]
        return (link.passage.start, link.other_passage.start) in self._landmarks

    def mark(self, cell: PlotCell) -> PlotMark | None:
        """The content of a cell; None where nothing is drawn."""
        if cell not in self._shown:
            return None
        bits = self._drawn[cell]
        return PlotMark(chr(_BLANK_BRAILLE + bits) if bits else _BLOCK, self._shown[cell])

    def cell_of(self, number: int) -> PlotCell:
        """The cell in the middle of a link."""
        left, top, right, bottom = self._ends(number)
        return PlotCell((left + right) // 2 // self._across, (top + bottom) // 2 // self._down)

    def cells_of(self, number: int) -> frozenset[PlotCell]:
        """All cells that a link is drawn in."""
        return frozenset(PlotCell(x // self._across, y // self._down) for x, y in self._line(number))

    def nearest(self, cell: PlotCell) -> int | None:
        """The link that is drawn nearest to a cell; None without links."""
        return min(self._shown.items(), key=lambda drawn: _distance(cell, drawn[0]), default=(cell, None))[1]

    def step(self, number: int, right: int, down: int) -> int:
        """The next link after a link to the `right` (1 or -1) or `down` (1 or -1); itself at the end.

        It is the one whose middle is nearest, where a way aside counts more than a way ahead.
        """
        column, row = self.cell_of(number)
        ahead = (
            (along + _ASIDE * abs(aside), other)
            for cell, other in self._middles.items()
            for x, y in [(cell.column - column, (cell.row - row) * _ASPECT)]
            for along, aside in [(x * right, y) if right else (y * down, x)]
            if along > 0
        )
        return min(ahead, default=(0, number))[1]


def _distance(a: PlotCell, b: PlotCell) -> int:
    return (a.column - b.column) ** 2 + (_ASPECT * (a.row - b.row)) ** 2
