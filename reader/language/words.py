"""The words of a text: the one definition of a word, by which sentences are compared."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.base.folding import APOSTROPHES
from reader.language.stems import stem

__all__ = ["Token", "tokens"]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|(?:(?<![^\s(\[“‘\"'$€£¥])[-−–])?\d+(?:[.,:]\d+)*"  # 2,000  6.1  10:30  −3
    rf"|[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*"  # words, with the apostrophe of didn't and Iraq's
)


class Token(NamedTuple):
    """A word: code points [start, end) of the text that contains it, and its stem."""

    start: int
    end: int
    stem: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of text[start:end], with offsets in `text`. Punctuation is not a word."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), stem(m[0])) for m in _WORD.finditer(text, start, stop)]
