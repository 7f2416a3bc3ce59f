"""Words of a text and their stems: what is compared when two sentences are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from reader.language.english import FUNCTION_WORDS, IRREGULAR

__all__ = ["Token", "fold", "is_content", "stem", "tokens"]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,:]\d+)*"  # 2,000  6.1  10:30
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # words, with the apostrophe of didn't and Iraq's
)
_QUOTES = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
_MARKS = re.compile("[\u0300-\u036f]")
_STEMMER = Stemmer.Stemmer("english")


class Token(NamedTuple):
    """A word: code points [start, end) of the text it was read from, and its stem."""

    start: int
    end: int
    stem: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of text[start:end], with offsets in `text`. Punctuation is no word."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), stem(m[0])) for m in _WORD.finditer(text, start, stop)]


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a word in lower case, without accents, possessive 's or dots: "U.S." and "US" are one."""
    if word == "US":
        return "usa"
    folded = fold(word)
    if "." in folded and not folded[0].isdigit():
        folded = folded.replace(".", "")
        return "usa" if folded == "us" else folded
    if folded.endswith("'s"):
        folded = folded[:-2]
    return IRREGULAR.get(folded) or str(_STEMMER.stemWord(folded.replace(",", "")))


@lru_cache(maxsize=1 << 12)
def is_content(stemmed: str) -> bool:
    """Whether a stem carries matter: it is no function word, and not a single letter."""
    return stemmed not in FUNCTION_WORDS and (len(stemmed) > 1 or stemmed.isdigit())


def fold(text: str) -> str:
    """Lower case, straight quotes, no accents. May change the length: use no offsets of it."""
    lowered = text.lower().translate(_QUOTES)
    if lowered.isascii():
        return lowered
    return _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
