"""The dead, the injured, the arrested: how many, after each article, wherever it tells them.

Of one event there is one toll, and it is told in any sentence: in the lead here, in a quotation there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.matching.differences.clause import Pair
from reader.matching.differences.numbers import toll_differences
from reader.matching.model import DifferenceKind
from reader.story.figures import Figure
from reader.story.model import Fact
from reader.story.versions import Values

__all__ = ["tolls_of"]


def tolls_of(figures: Sequence[Figure]) -> Iterator[Fact]:
    """A fact for each fate that two or more articles give numbers of."""
    counts: defaultdict[str, dict[tuple[int, str], Figure]] = defaultdict(dict)
    for figure in figures:
        if figure.quantity.fate and not figure.quantity.unit:
            value = figure.said.value
            counts[figure.quantity.fate].setdefault((value.article, value.words.lower()), figure)
    for fate, found in counts.items():
        yield from _facts(fate, list(found.values()))


def _facts(fate: str, found: Sequence[Figure]) -> Iterator[Fact]:
    values = Values()
    apart: dict[tuple[str, str], bool] = {}
    for one, other in combinations(found, 2):
        a, b = one.said, other.said
        words = a.value.words.lower(), b.value.words.lower()
        if words not in apart:
            differences = toll_differences(Pair(one.clause, other.clause)) if words[0] != words[1] else []
            apart[words] = any(one.kind is DifferenceKind.NUMBER for one in differences)
        (values.differ if apart[words] else values.agree)(a, b)
    for fact in values.facts():
        yield Fact(None, DifferenceKind.NUMBER, fate, values.versions(fact))
