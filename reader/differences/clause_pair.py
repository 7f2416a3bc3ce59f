"""Two clauses that are searched for differences, with their words aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from reader.claims.clause import Clause, Span
from reader.language.stems import is_content
from reader.matching.model import Difference, DifferenceKind, Passage

__all__ = ["ClauseDifference", "ClausePair"]


_END = "."
"""The shared end of two clauses, treated as a shared function word."""


@dataclass(frozen=True, slots=True)
class ClauseDifference:
    """A `Difference` whose places are spans of two clauses, and not yet passages of their articles."""

    kind: DifferenceKind
    a: Span | None
    b: Span | None
    words: tuple[str, str] = ("", "")
    certainty: tuple[str, str] = ("", "")

    def in_passages(self, a: Passage, b: Passage) -> Difference:
        """The difference with its places in the articles, where the clauses are the passages `a` and `b`."""
        return Difference(self.kind, _part(a, self.a), _part(b, self.b), self.words, self.certainty)


def _part(passage: Passage, span: Span | None) -> Passage | None:
    return span and Passage(passage.article, passage.start + span[0], passage.start + span[1])


class ClausePair:
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

    def difference(self, kind: DifferenceKind, a: Span | None, b: Span | None) -> ClauseDifference:
        """The difference of a kind at two spans; its words are those of the spans."""
        words_a, words_b = (self.a.text[slice(*a)] if a else ""), (self.b.text[slice(*b)] if b else "")
        return ClauseDifference(kind, a, b, (words_a, words_b))

    def same_place(self, a: Span, b: Span, reach: int = 1) -> bool:
        """Whether two spans are in the same place: next to a word that both clauses share.

        Next to means at most `reach` words away, on either side. One shared content word is enough, or a
        shared word of any kind on each side. With a reach of 1 the end of both clauses counts as one.
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
