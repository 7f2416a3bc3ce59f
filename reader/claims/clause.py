"""A passage as it is searched for claims: its text, its words, and what is known of its surroundings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.claims.speech import cue
from reader.language.folding import fold
from reader.language.numbers import numbers_in
from reader.language.quotation_marks import quotations
from reader.language.stems import is_content
from reader.language.words import Token, tokens

__all__ = ["Clause", "Span"]


Span = tuple[int, int]
"""Code points [start, end) of the text of a clause."""


@dataclass(frozen=True)
class Clause:
    """A passage as text, with its words and what is known of its surroundings.

    `quoted` are the stretches inside quotation marks; `speaker` and `verb` who says it, "" where unknown;
    `date` is the date of the article, ISO 8601, or "", and `article` its whole text, or "".
    """

    text: str
    words: Sequence[Token]
    quoted: tuple[Span, ...] = ()
    speaker: str = ""
    verb: str = ""
    date: str = ""
    article: str = ""

    @classmethod
    def read(cls, text: str, date: str = "") -> Clause:
        """The clause that a whole sentence is: its quotations and its speaker are looked for in it."""
        words = tokens(text)
        quoted = quotations(text, [(0, len(text))])
        said = cue(text, words, quoted)
        return cls(text, words, tuple(quoted), said.speaker if said else "", said.verb if said else "", date)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words of the text in lower case, without accents, possessive 's or hyphens."""
        return frozenset(re.findall(r"[^\W_]+", fold(self.text)))

    @cached_property
    def numbers(self) -> list[re.Match[str]]:
        """The numbers of the text, in order, as they are written."""
        return list(numbers_in(self.text, self.words))

    def surface(self, word: Token) -> str:
        """A word as it is written."""
        return self.text[word.start : word.end]

    def around(self, span: Span, reach: int) -> frozenset[str]:
        """The content stems among the `reach` words before and after a span."""
        first, after = self.at(span[0]), self.at(span[1])
        near = [*self.words[max(0, first - reach) : first], *self.words[after : after + reach]]
        return frozenset(word.stem for word in near if is_content(word.stem))

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after an offset."""
        return bisect_left(self.words, offset, key=lambda word: word.start)
