"""The two passages that are searched for differences, and which of their words correspond."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel

from reader.matching.differences.number_words import numbers_in
from reader.matching.model import DifferenceKind
from reader.matching.quotations import quotations
from reader.matching.speech import cue
from reader.matching.tokens import Token, fold, is_content, tokens

__all__ = ["Clause", "Found", "Pair", "Span"]

_END = "."
"""Stands for a shared end of two clauses, as a word that carries no matter."""

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


@dataclass(frozen=True, slots=True)
class Found:
    """A difference of two clauses: the place in each, None where it says nothing of it."""

    kind: DifferenceKind
    a: Span | None
    b: Span | None
    message: str


class Pair:
    """Two clauses whose words are aligned, by their longest common subsequence of stems."""

    def __init__(self, a: Clause, b: Clause) -> None:
        self.a, self.b = a, b
        stems_a, stems_b = [w.stem for w in a.words], [w.stem for w in b.words]
        self.links: list[tuple[int, int]] = []
        for op in Indel.opcodes(stems_a, stems_b):
            if op.tag == "equal":
                self.links += zip(
                    range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True
                )
        self.stems_a, self.stems_b = frozenset(stems_a), frozenset(stems_b)
        self._of_a = dict(self.links)

    def same_place(self, a: Span, b: Span, reach: int = 1) -> bool:
        """Whether two spans stand in the same place: a word shared by both clauses is next to either.

        Next to is at most `reach` words away; a shared content word on one side, or any on both, will do.
        With a reach of 1 the end of both clauses counts as a shared word.
        """
        before = self._shared_before(a, b, reach)
        after = self._shared_after(a, b, reach)
        return bool((before and after) or (before and is_content(before)) or (after and is_content(after)))

    def _shared_before(self, a: Span, b: Span, reach: int) -> str:
        first_a, first_b = self.a.at(a[0]), self.b.at(b[0])
        return self._linked(range(first_a - 1, first_a - 1 - reach, -1), range(first_b - reach, first_b))

    def _shared_after(self, a: Span, b: Span, reach: int) -> str:
        next_a, next_b = self.a.at(a[1]), self.b.at(b[1])
        if reach == 1 and next_a == len(self.a.words) and next_b == len(self.b.words):
            return _END
        return self._linked(range(next_a, next_a + reach), range(next_b, next_b + reach))

    def _linked(self, places_a: Sequence[int], places_b: Sequence[int]) -> str:
        for place in places_a:
            if self._of_a.get(place, -1) in places_b:
                return self.a.words[place].stem
        return ""
