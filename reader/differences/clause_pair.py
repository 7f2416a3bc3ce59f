"""Two clauses that are searched for differences, and which of their words correspond."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from reader.claims.clause import Clause, Span
from reader.language.stems import is_content
from reader.matching.model import DifferenceKind

__all__ = ["ClauseDifference", "ClausePair"]


_END = "."
"""Stands for a shared end of two clauses, as a word that carries no matter."""


@dataclass(frozen=True, slots=True)
class ClauseDifference:
    """A difference of two clauses: the place in each, None where it says nothing of it."""

    kind: DifferenceKind
    a: Span | None
    b: Span | None
    message: str


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
