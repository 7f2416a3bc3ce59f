"""The pairs of sentences that are worth comparing, because they share something rare.

The stems of each sentence of a are looked up in an inverted index of b: all of them in news articles. In
longer texts pairs of neighbouring stems are looked up as well, the rarest first, until a budget is spent, so
that the work grows with the length of the texts and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from itertools import chain, pairwise

from reader.base.throttle import Throttle
from reader.matching.identical import identical_pairs
from reader.matching.profile import Profile

__all__ = ["Candidates"]

_SHORT = 250_000
"""Pairs of sentences in all, up to which every pair that shares two stems is a candidate."""

_BUDGET = 400
"""Entries of the index read for one sentence of a longer text, however common its words are."""

_WINDOW = _BUDGET // 4
"""Entries read of a list if all lists are longer than the budget: those near the same place."""

_MOST, _MOST_OF_SHORT = 16, 60
"""Sentences of b compared with one sentence of a longer and of a shorter text: those that share the most."""


class Candidates:
    """The sentences of b to compare with each sentence of a, by number."""

    def __init__(
        self, a: Sequence[Profile], b: Sequence[Profile], throttle: Throttle, start: float, end: float
    ) -> None:
        self.long = len(a) * len(b) > _SHORT
        self._a = a
        self._size = len(b)
        self._index = self._read(throttle.over(b, start, end))
        self._identical = identical_pairs(a, b)
        self._quoting = {number for number, profile in enumerate(b) if profile.fragments}

    def of(self, number: int) -> list[int]:
        """The sentences of b that share two stems, or one and a quotation, with sentence `number` of a.

        Identical sentences come first.
        """
        return list(dict.fromkeys([*self.identical(number), *self._alike(number)]))

    def identical(self, number: int) -> list[int]:
        """The sentences of b that `identical_pairs` pairs with sentence `number` of a."""
        return self._identical.get(number, [])

    def _alike(self, number: int) -> list[int]:
        profile = self._a[number]
        if self.long:
            hits = self._rarest_hits(profile, None if self.identical(number) else number / len(self._a))
            return nlargest(_MOST, (n for n, shared in hits.items() if shared >= 2), key=hits.__getitem__)
        hits = Counter(chain.from_iterable(self._index.get(stem, ()) for stem in profile.content))
        quoting = self._quoting if not profile.fragments else hits
        likely = [n for n, shared in hits.items() if shared >= 2 or n in quoting]
        return (
            nlargest(_MOST_OF_SHORT, likely, key=hits.__getitem__) if len(likely) > _MOST_OF_SHORT else likely
        )

    def _rarest_hits(self, profile: Profile, place: float | None) -> Counter[int]:
        """The hits of the rarest keys. A list too long for the rest of the budget ends the search.

        If even the rarest list is too long, each is read near the same `place` (0-1) of b, if one is given.
        """
        hits = Counter[int]()
        budget = _BUDGET
        index = self._index
        for numbers in sorted((index[key] for key in self._keys(profile) if key in index), key=len):
            if place is not None and len(numbers) > _BUDGET and budget >= _WINDOW:
                numbers = self._window(numbers, place)
            budget -= len(numbers)
            if budget < 0:
                break
            hits.update(numbers)
        return hits

    def _window(self, numbers: list[int], place: float) -> list[int]:
        first = bisect_left(numbers, place * self._size) - _WINDOW // 2
        return numbers[max(0, first) :][:_WINDOW]

    def _read(self, profiles: Iterable[Profile]) -> dict[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number, profile in enumerate(profiles):
            for key in self._keys(profile):
                index[key].append(number)
        return dict(index)

    def _keys(self, profile: Profile) -> Collection[str]:
        """The stems of a sentence and, in longer texts, its pairs of neighbours and of next neighbours."""
        if not self.long:
            return profile.content
        words = profile.sequence
        near = map(" ".join, pairwise(words))
        next_to = map(" ".join, zip(words, words[2:], strict=False))
        return profile.content.union(near, next_to)
