"""The differences inside a match."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.claims.clause import Clause
from reader.differences.clause_pair import ClauseDifference
from reader.differences.finding import find_differences, find_toll_differences
from reader.matching.article_clauses import ArticleClauses, Part
from reader.matching.model import Difference

__all__ = ["differences_in_match"]

_Finder = Callable[[Clause, Clause], tuple[ClauseDifference, ...]]


def differences_in_match(
    a: ArticleClauses, b: ArticleClauses, part_a: Part, part_b: Part
) -> tuple[Difference, ...]:
    """How the matching parts of two sentences differ, and the tolls of the sentences as wholes."""
    (sentence_a, span_a), (sentence_b, span_b) = part_a, part_b
    inside_a = sentence_a, a.with_polarity(sentence_a, span_a)
    inside_b = sentence_b, b.with_polarity(sentence_b, span_b)
    whole_a = sentence_a, (sentence_a.start, sentence_a.end)
    whole_b = sentence_b, (sentence_b.start, sentence_b.end)
    found = _placed(find_differences, a, b, inside_a, inside_b)
    tolls = _placed(find_toll_differences, a, b, whole_a, whole_b)
    kinds = {difference.kind for difference in found}
    return found + tuple(toll for toll in tolls if toll.kind not in kinds)


def _placed(
    find: _Finder, a: ArticleClauses, b: ArticleClauses, part_a: Part, part_b: Part
) -> tuple[Difference, ...]:
    """The differences that `find` finds in two parts, with their places in the articles."""
    place_a, place_b = partial(a.passage, part_a[1][0]), partial(b.passage, part_b[1][0])
    found = find(a.clause(*part_a), b.clause(*part_b))
    return tuple(Difference(one.kind, place_a(one.a), place_b(one.b), one.message) for one in found)
