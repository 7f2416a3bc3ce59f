"""Numbers that agree: of one thing, in ranges that meet, in different articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from reader.story.values import Figure, TypedValue

__all__ = ["agreeing_pairs", "things_of"]

_CONVERSION = 0.05
"""How far apart two measures may be, in parts of the larger, and still be one, each being rounded."""

_EXACT = 1e-9
"""How far apart the same number may be, in parts of it, after it is multiplied."""


def agreeing_pairs(
    figures: Iterable[Figure], things: Callable[[Figure], Iterable[Hashable]]
) -> Iterator[tuple[TypedValue, TypedValue]]:
    """Pairs of numbers that agree: of two articles, one of the `things` and one unit, in ranges that meet.

    Not every such pair, of which a table has too many, but enough to connect all that these would connect;
    in the order of the articles and their texts.
    """
    alike: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        for thing in things(figure):
            alike[thing, figure.quantity.unit].append(figure)
    pairs = (
        pair
        for some in alike.values()
        for converted in (False, True)
        for pair in _meeting(some, converted=converted)
    )
    yield from sorted(pairs, key=lambda pair: (pair[0].place, pair[1].place))


def things_of(figure: Figure) -> Iterator[Hashable]:
    """What a number of matching sentences may be of: any measure is of what they tell."""
    yield from sorted(figure.quantity.things)
    if figure.quantity.fate:
        yield "fate", figure.quantity.fate
    if figure.quantity.measure:
        yield ("measure",)


def _meeting(figures: Iterable[Figure], *, converted: bool) -> Iterator[tuple[TypedValue, TypedValue]]:
    """Pairs of the numbers whose ranges meet, of one measure, or `converted` from one to another.

    They are taken from the lowest on. Of those of one article and measure that a number meets, only the one
    that reaches furthest is kept: it meets whatever higher number the others meet, and is connected to them.
    """
    least = 1 - (_CONVERSION if converted else _EXACT)
    waiting: defaultdict[tuple[int, str], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: one.quantity.low):
        own = figure.said.value.article, figure.quantity.measure
        for (article, measure), lower in waiting.items():
            if article != own[0] and (measure != own[1]) == converted:
                met = [one for one in lower if one.quantity.high >= least * figure.quantity.low]
                for one in met:
                    a, b = sorted((one.said, figure.said), key=lambda said: said.place)
                    yield a, b
                lower[:] = sorted(met, key=lambda one: one.quantity.high)[-1:]
        waiting[own].append(figure)
