"""All differences of two clauses."""

from __future__ import annotations

from reader.claims.clause import Clause
from reader.differences.amounts import number_differences, toll_differences
from reader.differences.attribution import attribution_differences
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.differences.dates import date_differences
from reader.differences.names import name_differences
from reader.differences.polarity import modality_differences, negation_differences
from reader.differences.quotations import quoted_differences

__all__ = ["find_differences", "find_toll_differences"]

_FINDERS = (
    number_differences,
    date_differences,
    name_differences,
    negation_differences,
    modality_differences,
    attribution_differences,
    quoted_differences,
)


def find_differences(a: Clause, b: Clause) -> tuple[ClauseDifference, ...]:
    """How two clauses that say the same differ, by kind, then in the order of a."""
    if a.text == b.text and a.date == b.date and a.speaker == b.speaker:
        return ()
    pair = ClausePair(a, b)
    return tuple(found for finder in _FINDERS for found in finder(pair))


def find_toll_differences(a: Clause, b: Clause) -> tuple[ClauseDifference, ...]:
    """How the dead, injured, missing or arrested of two sentences of one event differ in number.

    They are told in any clause of a sentence, and of one event there is one toll.
    """
    return tuple(toll_differences(ClausePair(a, b))) if a.numbers and b.numbers else ()
