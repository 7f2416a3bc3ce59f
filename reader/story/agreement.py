"""Numbers that agree: of one thing, in ranges that meet, in different articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from reader.story.values import Figure, TypedValue

__all__ = ["agreeing_pairs", "things_of"]

_CONVERSION = 0.05
"""The largest relative difference between two measures of one length or weight, each being rounded."""

_EXACT = 1e-9
"""The largest relative difference between equal numbers, from the rounding of a multiplication."""


def agreeing_pairs(
    figures: Iterable[Figure], things: Callable[[Figure], Iterable[Hashable]]
) -> Iterator[tuple[TypedValue, TypedValue]]:
    """Pairs of numbers that agree: of two articles, with one of the `things` and the unit in common.

    A table has too many such pairs to list them all: these are enough to connect all that they would
    connect. They come in the order of the articles and their texts.
    """
    by_thing: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        for thing in things(figure):
            by_thing[thing, figure.quantity.unit].append(figure)
    pairs = (
        pair
        for alike in by_thing.values()
        for converted in (False, True)
        for pair in _meeting(alike, converted=converted)
    )
    yield from sorted(pairs, key=lambda pair: (pair[0].place, pair[1].place))


def things_of(figure: Figure) -> Iterator[Hashable]:
    """The things that a number in matching sentences may be of. Two measures may always be of one thing."""
    yield from sorted(figure.quantity.things)
    if figure.quantity.casualty:
        yield "casualty", figure.quantity.casualty
    if figure.quantity.measure:
        yield ("measure",)


def _meeting(figures: Iterable[Figure], *, converted: bool) -> Iterator[tuple[TypedValue, TypedValue]]:
    """Pairs of the numbers whose ranges meet: in one measure, or `converted` from one to another.

    The numbers are taken in ascending order. Of the lower numbers of one article and measure that a number
    meets, only the one with the highest upper end is kept: it meets every higher number that they meet, and
    is connected to them.
    """
    least = 1 - (_CONVERSION if converted else _EXACT)
    waiting: defaultdict[tuple[int, str], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: figure.quantity.low):
        own = figure.typed.value.article, figure.quantity.measure
        for (article, measure), lower in waiting.items():
            if article != own[0] and (measure != own[1]) == converted:
                meeting = [other for other in lower if other.quantity.high >= least * figure.quantity.low]
                for other in meeting:
                    a, b = sorted((other.typed, figure.typed), key=lambda typed: typed.place)
                    yield a, b
                lower[:] = sorted(meeting, key=lambda other: other.quantity.high)[-1:]
        waiting[own].append(figure)
