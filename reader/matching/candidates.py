"""Which pairs of sentences are worth comparing: those that share something rare.

An inverted index of b is asked for the stems of each sentence of a. In articles of the news, every stem is
asked for. In longer texts pairs of neighbouring stems are asked for as well, the rarest first, until a
budget is spent: so the work grows with the length of the texts and not with its square.
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
"""Up to so many pairs of sentences all that share two stems are candidates."""

_BUDGET = 400
"""Entries of the index that are read for one sentence of a longer text, however common its words are."""

_WINDOW = _BUDGET // 4
"""Entries that are read of a list longer than the budget, where all lists are: those near the same place."""

_MOST = 16
"""Sentences of b that one sentence of a longer text is compared with: those that share the most."""


class Candidates:
    """Which sentences of b to compare with a sentence of a; both by number."""

    def __init__(
        self, a: Sequence[Profile], b: Sequence[Profile], pace: Throttle, start: float, end: float
    ) -> None:
        self.long = len(a) * len(b) > _SHORT
        self._a = a
        self._size = len(b)
        self._index = self._read(pace.over(b, start, end))
        self._twins = identical_pairs(a, b)
        self._quoting = {number for number, profile in enumerate(b) if profile.fragments}

    def of(self, number: int) -> list[int]:
        """The sentences of b that share two stems, or one and a quotation, with sentence `number` of a.

        Its twins, which say the same word by word, come first.
        """
        return list(dict.fromkeys([*self.identical(number), *self._alike(number)]))

    def identical(self, number: int) -> list[int]:
        """The sentences of b paired with sentence `number` of a because they are the same."""
        return self._twins.get(number, [])

    def _alike(self, number: int) -> list[int]:
        profile = self._a[number]
        if self.long:
            hits = self._rarest_hits(profile, None if self.identical(number) else number / len(self._a))
            return nlargest(_MOST, (n for n, shared in hits.items() if shared >= 2), key=hits.__getitem__)
        hits = Counter(chain.from_iterable(self._index.get(stem, ()) for stem in profile.content))
        quoting = self._quoting if not profile.fragments else hits
        return [n for n, shared in hits.items() if shared >= 2 or n in quoting]

    def _rarest_hits(self, profile: Profile, place: float | None) -> Counter[int]:
        """Hits of the rarest keys; a list too long for what is left of the budget ends the search.

        Where even the rarest is too long, each is read near the same `place` (0-1) of its article, if given.
        """
        hits = Counter[int]()
        left = _BUDGET
        index = self._index
        for numbers in sorted((index[key] for key in self._keys(profile) if key in index), key=len):
            if place is not None and len(numbers) > _BUDGET and left >= _WINDOW:
                numbers = self._window(numbers, place)
            left -= len(numbers)
            if left < 0:
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
