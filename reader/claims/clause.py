"""Clauses: passages as they are searched for claims, with their words and their context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.base.folding import fold
from reader.claims.attribution import find_attribution
from reader.language.numbers import numbers_in
from reader.language.quotation_marks import quotations
from reader.language.stems import is_content
from reader.language.words import Token, tokens

__all__ = ["Clause", "Span"]


Span = tuple[int, int]
"""Code points [start, end) of the text of a clause."""


@dataclass(frozen=True)
class Clause:
    """A passage as text, with its words and its context.

    `quoted` are the stretches inside quotation marks; `speaker` and `verb` the speaker and the verb of
    speech, "" if unknown; `date` is the date of the article, ISO 8601 or "", and `article` its whole text,
    or "".
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
        """A whole sentence as a clause, searched for its quotations and its speaker."""
        words = tokens(text)
        quoted = quotations(text, [(0, len(text))])
        spoken = find_attribution(text, words, quoted)
        speaker, verb = (spoken.speaker, spoken.verb) if spoken else ("", "")
        return cls(text, words, tuple(quoted), speaker, verb, date)

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
