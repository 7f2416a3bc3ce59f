"""Overlapping spans become runs: each stretch of a row with all the styles that lie on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Highlight", "Span", "runs"]


class Span(NamedTuple):
    """Code points [start, end) with the name of the style to draw them in."""

    start: int
    end: int
    style: str


class Highlight(NamedTuple):
    """An annotation as it is drawn: code points [start, end), its colour, and whether it says something."""

    start: int
    end: int
    colour: str
    has_note: bool


def runs(start: int, end: int, spans: Iterable[Span]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The stretches of [start, end) on which no style changes, with their styles in the order of `spans`."""
    inside = [span for span in spans if span.start < end and span.end > start]
    cuts = sorted(
        {start, end, *(s.start for s in inside if s.start > start), *(s.end for s in inside if s.end < end)}
    )
    for first, last in pairwise(cuts):
        yield first, last, tuple(span.style for span in inside if span.start <= first and span.end >= last)
