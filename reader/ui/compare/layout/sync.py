"""Synchronised scrolling: the first row of another article, so that its matching text is beside this one's.

After Meld: a sync point slides down the screen, from its top at the beginning of an article to its bottom
at the end, so that both ends can be reached; in between it is in the middle. The text under one
article's sync point is brought under the other's. Between two landmarks, the same fraction of the one
stretch answers the same fraction of the other.

All three steps (first row shown -> text under the sync point -> text of the other article -> its first
row) are increasing piecewise linear functions, so the other article never runs backwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["follow"]

Knots = Sequence[tuple[float, float]]


def follow(top: float, height: int, rows: int, other_rows: int, landmarks: Knots) -> float:
    """The first row that the other article shows when this one shows row `top` first.

    `height` is how many rows the screen shows, `rows` and `other_rows` how long the articles are;
    `landmarks` are pairs (row, row of the other), both strictly increasing, inside the articles.
    """
    row = _interpolate(top, _under_sync_point(height, rows))
    other_row = _interpolate(row, _around(row, landmarks, rows, other_rows))
    return _interpolate(other_row, [(y, x) for x, y in _under_sync_point(height, other_rows)])


def _under_sync_point(height: int, rows: int) -> Knots:
    """From the first row shown to the row under the sync point."""
    last, half = rows - height, height / 2
    if last <= 0:
        return [(0.0, 0.0)]
    if last <= height:  # too short to have a middle: the point slides all the way
        return [(0.0, 0.0), (last, rows)]
    return [(0.0, 0.0), (half, height), (last - half, last), (last, rows)]


def _around(x: float, landmarks: Knots, rows: int, other_rows: int) -> Knots:
    """The landmarks next to row `x`, between the ends of the articles."""
    after = bisect_right(landmarks, x, key=lambda knot: knot[0])
    near = landmarks[max(after - 1, 0) : after + 2]  # one of them may be the end of an article
    inside = [(row, other) for row, other in near if 0 < row < rows and 0 < other < other_rows]
    return [(0.0, 0.0), *inside, (float(rows), float(other_rows))]


def _interpolate(x: float, knots: Knots) -> float:
    """The value at `x` of the line through the knots; at and beyond the ends, that of the last knot."""
    index = bisect_right(knots, x, key=lambda knot: knot[0])
    if index == 0:
        return knots[0][1]
    if index == len(knots):
        return knots[-1][1]
    (x0, y0), (x1, y1) = knots[index - 1], knots[index]
    return y0 + (x - x0) / (x1 - x0) * (y1 - y0)
