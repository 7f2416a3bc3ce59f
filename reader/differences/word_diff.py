"""Two passages compared word by word, for the reader's eye."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from reader.language.folding import fold

__all__ = ["Span", "WordDiff", "word_diff"]

Span = tuple[int, int]
"""Code points [start, end) of a given string."""

_WORD = re.compile(r"[$€£¥]?\d+(?:[.,:]\d+)*%?|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class WordDiff:
    """What two strings do not share, in order: code points of each.

    `a` and `b` are words that the other string has not at this place; `style_a` and `style_b` are what
    differs only in case, accents, kind of quotation marks or punctuation.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    style_a: tuple[Span, ...] = ()
    style_b: tuple[Span, ...] = ()


def word_diff(a: str, b: str) -> WordDiff:
    """The word-level difference of two strings, by their longest common subsequence of words."""
    words_a, words_b = _spans(a), _spans(b)
    keys_a, keys_b = _keys(a, words_a), _keys(b, words_b)
    only_a: list[Span] = []
    only_b: list[Span] = []
    same: list[tuple[int, int]] = []
    for op in Indel.opcodes(keys_a, keys_b):
        here, there = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
        if op.tag == "equal":
            same += zip(here, there, strict=True)
        else:
            only_a += [words_a[i] for i in here]
            only_b += [words_b[j] for j in there]
    style = list(_style(a, b, words_a, words_b, same))
    return WordDiff(
        tuple(only_a),
        tuple(only_b),
        tuple(sorted(span for span, _ in style if span)),
        tuple(sorted(span for _, span in style if span)),
    )


def _spans(text: str) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text)]


def _keys(text: str, words: list[Span]) -> list[str]:
    return [fold(text[start:end]) for start, end in words]


def _style(
    a: str, b: str, words_a: list[Span], words_b: list[Span], same: list[tuple[int, int]]
) -> Iterator[tuple[Span | None, Span | None]]:
    """Pairs of spans that say the same in another style: words of both, and what stands between them."""
    for i, j in same:
        if a[slice(*words_a[i])] != b[slice(*words_b[j])]:
            yield words_a[i], words_b[j]
    for (i, j), (next_i, next_j) in _neighbours(same, len(words_a), len(words_b)):
        gap_a, gap_b = _gap(a, words_a, i, next_i), _gap(b, words_b, j, next_j)
        if a[slice(*gap_a)] != b[slice(*gap_b)]:
            yield _unless_empty(gap_a), _unless_empty(gap_b)


def _neighbours(
    same: list[tuple[int, int]], count_a: int, count_b: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Shared words that follow each other in both strings; the edges of the strings count as shared."""
    bounded = [(-1, -1), *same, (count_a, count_b)]
    for before, after in pairwise(bounded):
        if after == (before[0] + 1, before[1] + 1):
            yield before, after


def _gap(text: str, words: list[Span], before: int, after: int) -> Span:
    """What stands between two words, without the white space around it."""
    start = words[before][1] if before >= 0 else 0
    end = words[after][0] if after < len(words) else len(text)
    inner = text[start:end]
    stripped = inner.strip()
    start += inner.index(stripped)
    return start, start + len(stripped)


def _unless_empty(span: Span) -> Span | None:
    return span if span[0] < span[1] else None
