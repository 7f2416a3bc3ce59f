"""The landmarks of an alignment: the heaviest chain of matches that goes forward in both articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from reader.matching.model import Match

__all__ = ["landmarks"]


def landmarks(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The heaviest chain of matches whose passages strictly advance in both articles, in order.

    A match weighs its score times the length of its shorter passage. Of chains of equal
    weight the one that ends first wins. O(n log n).
    """
    ordered = sorted(matches, key=lambda m: (m.a.start, m.b.start, m.a.end, m.b.end))
    places = sorted({match.b.start for match in ordered})
    best = _PrefixMaximum(len(places))
    weights: list[float] = []
    before: list[int] = []
    for _, group in groupby(range(len(ordered)), key=lambda n: ordered[n].a.start):
        row = [(n, bisect_left(places, ordered[n].b.start)) for n in group]
        for n, place in row:  # look up all of a row before any of it is entered: `a` has to advance
            weight, previous = best.before(place)
            weights.append(weight + _weight(ordered[n]))
            before.append(previous)
        for n, place in row:
            best.enter(place, weights[n], n)
    return tuple(ordered[n] for n in _chain(before, best.before(len(places))[1]))


def _weight(match: Match) -> float:
    return match.score * min(match.a.end - match.a.start, match.b.end - match.b.start)


def _chain(before: Sequence[int], last: int) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


class _PrefixMaximum:
    """The greatest weight entered below a place, and the number of its match (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._tree = [(0.0, -1)] * (size + 1)

    def before(self, place: int) -> tuple[float, int]:
        """The greatest weight at places below `place`, with its number; (0, -1) if there is none."""
        best = (0.0, -1)
        while place > 0:
            if self._tree[place][0] > best[0]:
                best = self._tree[place]
            place &= place - 1
        return best

    def enter(self, place: int, weight: float, number: int) -> None:
        """Enters a weight at a place, unless one as great is already there."""
        place += 1
        while place < len(self._tree):
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, number)
            place += place & -place
