"""The lines between two columns, from each sentence in view to its counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Line", "LinkCell", "draw"]

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_LIGHT = dict(zip(range(16), " ╵╷│╴┘┐┤╶└┌├─┴┬┼", strict=True))
_HEAVY = dict(zip(range(16), " ╹╻┃╸┛┓┫╺┗┏┣━┻┳╋", strict=True))


class Line(NamedTuple):
    """A link from row `left` to row `right`, counted from the top of the screen; others are out of view."""

    left: int
    right: int
    current: bool


class LinkCell(NamedTuple):
    """One drawn cell: its character, and whether it belongs to the current link."""

    character: str
    current: bool


def draw(lines: Sequence[Line], height: int, width: int) -> list[list[LinkCell]]:
    """The gutter, `height` rows of `width` cells. The current links lie on top of the others.

    A counterpart above or below the screen is pointed at by an arrow at the end that is in view.
    """
    grid = [[LinkCell(" ", current=False)] * width for _ in range(height)]
    for current in (False, True):
        chosen = [line for line in lines if line.current is current]
        for (y, x), bits in _strokes(chosen, height, width).items():
            grid[y][x] = LinkCell((_HEAVY if current else _LIGHT)[bits], current)
        for line in chosen:
            _point_off_screen(grid, line, height, width)
    return grid


def _strokes(lines: Sequence[Line], height: int, width: int) -> dict[tuple[int, int], int]:
    """The directions in which lines leave each cell."""
    bits: dict[tuple[int, int], int] = {}

    def add(y: int, x: int, directions: int) -> None:
        bits[y, x] = bits.get((y, x), 0) | directions

    for number, line in enumerate(lines):
        if not (0 <= line.left < height and 0 <= line.right < height):
            continue
        lane = 1 + number % max(width - 2, 1)
        for x in range(lane):
            add(line.left, x, _LEFT | _RIGHT)
        for x in range(lane + 1, width):
            add(line.right, x, _LEFT | _RIGHT)
        upper, lower = sorted((line.left, line.right))
        for y in range(upper, lower + 1):
            add(y, lane, (_UP if y > upper else 0) | (_DOWN if y < lower else 0))
        add(line.left, lane, _LEFT)
        add(line.right, lane, _RIGHT)
    return bits


def _point_off_screen(grid: list[list[LinkCell]], line: Line, height: int, width: int) -> None:
    for row, other, x in ((line.left, line.right, 0), (line.right, line.left, width - 1)):
        if 0 <= row < height and not 0 <= other < height:
            grid[row][x] = LinkCell("▲" if other < 0 else "▼", line.current)
