"""Two passages compared word by word: the words that card, text and exports mark."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from reader.base.folding import APOSTROPHES, fold

__all__ = ["Span", "WordDiff", "word_diff"]

Span = tuple[int, int]
"""Code points [start, end) of a given string."""

_WORD = re.compile(rf"[$€£¥]?\d+(?:[.,:]\d+)*%?|(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{APOSTROPHES}][^\W\d_]+)*")

_MOSTLY = 0.5
"""Share of a passage (0-1) from which marking the words that differ would mark nearly everything."""


class WordDiff(NamedTuple):
    """The words that only one of two strings has, in order, as code points of each.

    `are_few` is whether they are less than half of both: then it helps to mark them. Passages that share
    less are described better by the words that they do share.
    """

    a: Sequence[Span]
    b: Sequence[Span]
    are_few: bool


def word_diff(a: str, b: str) -> WordDiff:
    """The words of each string that the other lacks.

    Case, accents, punctuation and the kind of quotation marks are a matter of style: agencies write "cafe"
    and "Calderon" where others write "café" and "Calderón". A word that has only moved does not
    differ ("March 21", "21 March"), unless words have changed places ("Trump beat Clinton", "Clinton beat
    Trump") or it is a number beside other words.
    """
    if a == b:
        return WordDiff((), (), are_few=True)
    words_a, words_b = _Words(a), _Words(b)
    only_a, only_b = _unaligned(words_a.keys, words_b.keys)
    moved = list(_moved(words_a, only_a, words_b, only_b))
    moved_a, moved_b = {i for i, _ in moved}, {j for _, j in moved}
    spans_a = tuple(words_a.spans[i] for i in only_a if i not in moved_a)
    spans_b = tuple(words_b.spans[j] for j in only_b if j not in moved_b)
    return WordDiff(spans_a, spans_b, max(_share(spans_a, a), _share(spans_b, b)) < _MOSTLY)


class _Words:
    """The words of a string: where they are, and as they are compared."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self.keys = [fold(text[start:end]) for start, end in self.spans]

    def neighbours(self, number: int) -> set[str]:
        """The words right before and right after a word."""
        return {*self.keys[max(number - 1, 0) : number], *self.keys[number + 1 : number + 2]}


def _unaligned(a: Sequence[str], b: Sequence[str]) -> tuple[list[int], list[int]]:
    """The numbers of the words off the longest common subsequence."""
    from rapidfuzz.distance import Indel  # a C library, which only pairs need

    steps = [step for step in Indel.opcodes(a, b) if step.tag != "equal"]
    return (
        [i for step in steps for i in range(step.src_start, step.src_end)],
        [j for step in steps for j in range(step.dest_start, step.dest_end)],
    )


def _moved(
    words_a: _Words, only_a: Sequence[int], words_b: _Words, only_b: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The unaligned words that both strings have and that have only moved, as pairs of numbers."""
    from reader.language.numbers import is_number

    places: defaultdict[str, deque[tuple[int, int]]] = defaultdict(deque)
    for count, j in enumerate(only_b):
        places[words_b.keys[j]].append((j, j - count))
    shifts: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for count, i in enumerate(only_a):
        if candidates := places.get(words_a.keys[i]):
            (j, gap_b), gap_a = candidates.popleft(), i - count
            shifts[min(gap_a, gap_b), max(gap_a, gap_b)].append((i, j))
    for i, j in chain.from_iterable(map(_in_order, shifts.values())):
        if not is_number(words_a.keys[i]) or words_a.neighbours(i) & words_b.neighbours(j):
            yield i, j


def _in_order(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs of a list in the order of the first string that are in the order of the second, too.

    All go from one gap between aligned words to another, or back. Two that are out of order have changed
    places: each is where the other was.
    """
    seconds = [j for _, j in pairs]
    before = accumulate(seconds, max, initial=-1)
    after = [*accumulate(reversed(seconds), min)][::-1]
    for pair, greatest, least in zip(pairs, before, after, strict=False):
        if greatest < pair[1] <= least:
            yield pair


def _share(spans: Sequence[Span], text: str) -> float:
    return sum(end - start for start, end in spans) / max(len(text), 1)
