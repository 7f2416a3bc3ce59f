"""Text without differences that no reader sees: kinds of white space, quotes and dashes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

__all__ = ["Folded", "fold", "word_pairs"]

_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\n\t\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")
)
_RUNS = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and the way back: from each of `starts` on, offsets are `shifts` code points smaller."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original text of code points [start, end) of the folded text."""
        if start >= end:
            place = self._original(start)
            return place, place
        return self._original(start), self._original(end - 1) + 1

    def _original(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


@lru_cache(maxsize=8)
def fold(text: str) -> Folded:
    """The folded text; a run of white space becomes one space."""
    even = text.translate(_SAME)
    pieces, starts, shifts, done = [], [0], [0], 0
    for run in _RUNS.finditer(even):
        pieces.append(even[done : run.start() + 1])
        done = run.end()
        shifts.append(shifts[-1] + len(run[0]) - 1)
        starts.append(done - shifts[-1])
    return Folded("".join([*pieces, even[done:]]), tuple(starts), tuple(shifts))


@lru_cache(maxsize=8)
def word_pairs(text: str) -> dict[str, list[int]]:
    """The places at which each pair of neighbouring words begins in a folded text."""
    pairs: dict[str, list[int]] = {}
    start, words = 0, text.split(" ")
    for word, following in pairwise(words):
        pairs.setdefault(f"{word} {following}", []).append(start)
        start += len(word) + 1
    return pairs
