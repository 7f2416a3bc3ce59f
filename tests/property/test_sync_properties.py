"""Synchronised scrolling, for articles, screens and landmarks of any size."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.compare.layout.sync import follow

Landmarks = list[tuple[float, float]]


@st.composite
def spreads(draw: st.DrawFn) -> tuple[int, int, int, Landmarks]:
    height, rows, other = draw(st.integers(1, 60)), draw(st.integers(2, 500)), draw(st.integers(2, 500))
    count = draw(st.integers(0, min(rows, other, 20) - 1))
    here = draw(st.lists(st.integers(1, rows - 1), min_size=count, max_size=count, unique=True))
    there = draw(st.lists(st.integers(1, other - 1), min_size=count, max_size=count, unique=True))
    pairs = zip(sorted(here), sorted(there), strict=False)
    return height, rows, other, [(float(a), float(b)) for a, b in pairs]


def followed(height: int, rows: int, other: int, landmarks: Landmarks) -> list[float]:
    return [follow(top, height, rows, other, landmarks) for top in range(max(rows - height, 0) + 1)]


@given(spreads())
def test_the_follower_never_runs_backwards(spread: tuple[int, int, int, Landmarks]) -> None:
    assert all(before <= after + 1e-9 for before, after in pairwise(followed(*spread)))


@given(spreads())
def test_both_ends_are_reached(spread: tuple[int, int, int, Landmarks]) -> None:
    height, rows, other, _landmarks = spread
    tops = followed(*spread)
    assert abs(tops[0]) < 1e-9
    if rows > height:
        assert abs(tops[-1] - max(other - height, 0)) < 1e-9


@given(spreads())
def test_the_follower_never_leaves_its_text(spread: tuple[int, int, int, Landmarks]) -> None:
    height, _rows, other, _landmarks = spread
    assert all(-1e-9 <= top <= max(other - height, 0) + 1e-9 for top in followed(*spread))


@given(spreads())
def test_a_landmark_in_the_middle_has_its_counterpart_on_screen(
    spread: tuple[int, int, int, Landmarks],
) -> None:
    height, rows, other, landmarks = spread
    for here, there in landmarks:
        top = here - height / 2
        if height / 2 <= top <= rows - height - height / 2:
            first = follow(top, height, rows, other, landmarks)
            assert first - 1e-6 <= there <= first + height + 1e-6
