"""The differences inside a match."""

from __future__ import annotations

from collections.abc import Callable

from reader.claims.clause import Clause
from reader.differences.clause_pair import ClauseDifference
from reader.differences.finding import find_casualty_differences, find_differences
from reader.matching.article_clauses import ArticleClauses, Part
from reader.matching.model import Difference, Passage

__all__ = ["differences_in_match"]

_Finder = Callable[[Clause, Clause], tuple[ClauseDifference, ...]]


def differences_in_match(
    a: ArticleClauses, b: ArticleClauses, part_a: Part, part_b: Part
) -> tuple[Difference, ...]:
    """The differences of the parts of two sentences that match, and in the casualties of both as wholes."""
    (sentence_a, span_a), (sentence_b, span_b) = part_a, part_b
    inside_a = sentence_a, a.with_polarity(sentence_a, span_a)
    inside_b = sentence_b, b.with_polarity(sentence_b, span_b)
    whole_a = sentence_a, (sentence_a.start, sentence_a.end)
    whole_b = sentence_b, (sentence_b.start, sentence_b.end)
    inside = _differences(find_differences, a, b, inside_a, inside_b)
    casualties = _differences(find_casualty_differences, a, b, whole_a, whole_b)
    kinds = {difference.kind for difference in inside}
    return inside + tuple(difference for difference in casualties if difference.kind not in kinds)


def _differences(
    find: _Finder, a: ArticleClauses, b: ArticleClauses, part_a: Part, part_b: Part
) -> tuple[Difference, ...]:
    """The differences that `find` finds in two parts, with their places in the articles."""
    passage_a, passage_b = Passage(a.article.id, *part_a[1]), Passage(b.article.id, *part_b[1])
    differences = find(a.clause(*part_a), b.clause(*part_b))
    return tuple(difference.in_passages(passage_a, passage_b) for difference in differences)
