"""Pairs of neighbouring words, by which a changed passage is found again."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

__all__ = ["word_pairs"]


@lru_cache(maxsize=8)
def word_pairs(text: str) -> dict[str, list[int]]:
    """The places at which each pair of neighbouring words begins in a folded text."""
    pairs: dict[str, list[int]] = {}
    start, words = 0, text.split(" ")
    for word, following in pairwise(words):
        pairs.setdefault(f"{word} {following}", []).append(start)
        start += len(word) + 1
    return pairs
