"""Dates and times that differ; relative ones are resolved by the date of the article."""

from __future__ import annotations

import re

from reader.claims.clause import Clause
from reader.claims.dates import Moment, moments
from reader.differences.attribution import attribution_differences
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.matching.model import DifferenceKind

__all__ = ["date_differences"]


def date_differences(pair: ClausePair) -> list[ClauseDifference]:
    """The times in the same place of both clauses that cannot be one."""
    of_a, of_b = moments(pair.a), moments(pair.b)
    if attribution_differences(pair):  # two people may speak on two days
        of_a, of_b = _not_of_speech(pair.a, of_a), _not_of_speech(pair.b, of_b)
    left_a = [m for m in of_a if not any(_agree(m, other) for other in of_b)]
    left_b = [m for m in of_b if not any(_agree(m, other) for other in of_a)]
    differences = []
    for moment in left_a:
        other = next(
            (o for o in left_b if _contradict(moment, o) and _same_event(pair, moment, o, left_a, left_b)),
            None,
        )
        if other:
            differences.append(pair.difference(DifferenceKind.DATE, moment.span, other.span))
    return differences


def _not_of_speech(clause: Clause, named: list[Moment]) -> list[Moment]:
    """The times without those right after the verb of speech: "said on Thursday"."""
    spoken = re.compile(rf"\b{clause.verb}\s(?:reporters\s)?(?:on\s)?$") if clause.verb else None
    return [m for m in named if not (spoken and spoken.search(clause.text[: m.span[0]]))]


def _agree(a: Moment, b: Moment) -> bool:
    return (a.grain, a.value) == (b.grain, b.value) or (not _contradict(a, b) and bool(a.first and b.first))


def _contradict(a: Moment, b: Moment) -> bool:
    """Whether two times cannot be one: the days, where both are known, else the values of one grain."""
    if a.first and a.last and b.first and b.last:
        return a.first > b.last or b.first > a.last
    if a.grain == "date" == b.grain:
        return a.value[-5:] != b.value[-5:]
    return a.grain == b.grain and a.value != b.value


def _same_event(pair: ClausePair, a: Moment, b: Moment, left_a: list[Moment], left_b: list[Moment]) -> bool:
    if pair.same_place(a.span, b.span, reach=2) or pair.a.around(a.span, 2) & pair.b.around(b.span, 2):
        return True
    alone = len(left_a) == len(left_b) == 1
    return alone and 2 * len(pair.links) >= min(len(pair.a.words), len(pair.b.words))
