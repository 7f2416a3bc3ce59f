"""All differences of two clauses."""

from __future__ import annotations

from reader.claims.clause import Clause
from reader.differences.amounts import casualty_differences, number_differences
from reader.differences.attribution import attribution_differences
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.differences.dates import date_differences
from reader.differences.names import name_differences
from reader.differences.polarity import modality_differences, negation_differences
from reader.differences.quotations import quoted_differences

__all__ = ["find_casualty_differences", "find_differences"]

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
    """The differences of two clauses that say the same thing, by kind, then in the order of a."""
    if a.text == b.text and a.date == b.date and a.speaker == b.speaker:
        return ()
    pair = ClausePair(a, b)
    return tuple(difference for find in _FINDERS for difference in find(pair))


def find_casualty_differences(a: Clause, b: Clause) -> tuple[ClauseDifference, ...]:
    """The differences in the numbers of casualties of two sentences on one event.

    Any clause of a sentence may give them, and one event has one number of dead.
    """
    return tuple(casualty_differences(ClausePair(a, b))) if a.numbers and b.numbers else ()
