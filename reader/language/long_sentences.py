"""Sentences that nobody wrote as one: lists, tables and code without a full stop, cut to a bearable length.

Whatever compares sentences may take time with the square of their length. The cut bounds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["LONGEST", "cut"]

LONGEST = 1000
"""Code points of the longest sentence. The longest of the 39 groups of the dev set has 614."""

_PAUSE = re.compile(r"(?s:.*)[;:,،、，；](?=\s|(?<=[、，；]))")
_BLANK = re.compile(r"(?s:.*\S)(?=\s)")


def cut(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans of `text`, those longer than LONGEST cut after a pause, else at a blank, else anywhere.

    No span begins or ends with white space, and together they cover the same words.
    """
    for start, end in spans:
        while end - start > LONGEST:
            stop = _place_to_cut(text, start)
            yield start, stop
            start = _next_word(text, stop, end)
        if start < end:
            yield start, end


def _place_to_cut(text: str, start: int) -> int:
    """The best end for a piece that begins at `start`, a code point that is not white space."""
    latest = start + LONGEST
    for place in (_PAUSE, _BLANK):
        if found := place.match(text, start, latest):
            return found.end()
    return latest


def _next_word(text: str, at: int, end: int) -> int:
    """The first code point from `at` on that is not white space."""
    while at < end and text[at].isspace():
        at += 1
    return at
