"""Pairs of identical sentences, in the order in which they occur."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.matching.profile import Profile

__all__ = ["identical_pairs"]


def identical_pairs(a: Sequence[Profile], b: Sequence[Profile]) -> dict[int, list[int]]:
    """For the numbers of sentences of a, the numbers of sentences of b with the same stems in the same order.

    The first is paired with the first, the second with the second, and so on; the shorter list starts over
    at its end. Every sentence gets a partner, and there are never more pairs than sentences.
    """
    numbers_b = _by_phrase(b)
    pairs: defaultdict[int, list[int]] = defaultdict(list)
    for phrase, of_a in _by_phrase(a).items():
        of_b = numbers_b.get(phrase, [])
        for n in range(max(len(of_a), len(of_b)) if of_b else 0):
            pairs[of_a[n % len(of_a)]].append(of_b[n % len(of_b)])
    return dict(pairs)


def _by_phrase(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        numbers[profile.phrase].append(number)
    return dict(numbers)
