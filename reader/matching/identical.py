"""Sentences that say the same word by word, paired in the order in which they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.matching.profile import Profile

__all__ = ["identical_pairs"]


def identical_pairs(a: Sequence[Profile], b: Sequence[Profile]) -> dict[int, list[int]]:
    """For the numbers of sentences of a, the numbers of sentences of b with the same stems in the same order.

    The first is paired with the first, the second with the second and so on; where one side has more of
    them, it begins anew. So each has a twin, and there are never more pairs than sentences.
    """
    places = _places(b)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for phrase, here in _places(a).items():
        there = places.get(phrase, [])
        for n in range(max(len(here), len(there)) if there else 0):
            found[here[n % len(here)]].append(there[n % len(there)])
    return dict(found)


def _places(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        found[profile.phrase].append(number)
    return dict(found)
