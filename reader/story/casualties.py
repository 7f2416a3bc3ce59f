"""The dead, the injured, the arrested: how many, after each article, wherever it tells them.

Of one event there is one toll, and it is told in any sentence: in the lead here, in a quotation there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.claims.clause import Clause, Span
from reader.claims.counted_things import excerpt
from reader.differences.amounts import toll_differences
from reader.differences.clause_pair import ClausePair
from reader.language.words import tokens
from reader.matching.model import DifferenceKind
from reader.story.model import Fact
from reader.story.values import Figure, TypedValue
from reader.story.variants import grouped, ranked

__all__ = ["casualty_facts"]


def casualty_facts(figures: Sequence[Figure]) -> Iterator[Fact]:
    """A fact for each fate that two or more articles give numbers of."""
    tolls: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.quantity.fate and not figure.quantity.unit:
            tolls[figure.quantity.fate].append(figure)
    for fate, found in tolls.items():
        if len({figure.said.value.article for figure in found}) > 1:
            yield _fact(fate, found)


def _fact(fate: str, found: Sequence[Figure]) -> Fact:
    """The numbers of one fate, each once for an article. Whether two differ is told of their words."""
    told: defaultdict[str, dict[int, TypedValue]] = defaultdict(dict)
    for figure in found:
        told[_words(figure)].setdefault(figure.said.value.article, figure.said)
    apart = _apart(found)
    groups = grouped(told, lambda one, other: frozenset((one, other)) in apart)
    values = ([one for words in group for one in told[words].values()] for group in groups)
    variants = ranked([sorted(group, key=lambda one: one.place) for group in values])
    return Fact(None, DifferenceKind.NUMBER, fate, variants)


def _apart(found: Sequence[Figure]) -> set[frozenset[str]]:
    """The pairs of words that are different numbers, from sentences that give one of the fate: no tables."""
    count = Counter(id(figure.clause) for figure in found)
    single = {_words(figure): _near(figure) for figure in reversed(found) if count[id(figure.clause)] == 1}
    return {
        frozenset(pair) for pair in combinations(single, 2) if _differ(*(single[words] for words in pair))
    }


def _near(figure: Figure) -> tuple[Clause, Span]:
    """What stands around a number, and where the number is in it."""
    text, span = excerpt(figure.clause.text, figure.quantity.span)
    return Clause(text, tokens(text)), span


def _differ(one: tuple[Clause, Span], other: tuple[Clause, Span]) -> bool:
    """Whether the numbers in two clauses are flagged as different."""
    found = toll_differences(ClausePair(one[0], other[0]))
    return any(
        difference.kind is DifferenceKind.NUMBER and (difference.a, difference.b) == (one[1], other[1])
        for difference in found
    )


def _words(figure: Figure) -> str:
    return figure.said.value.words.lower()
