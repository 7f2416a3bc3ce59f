"""Casualties: how many dead, injured, missing, arrested and displaced each article counts.

An event has one number of each, and an article may give it in any sentence: in the lead, or in a quotation.
Casualties are therefore collected from the whole story, not from the clusters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.claims.clause import Clause, Span
from reader.claims.counted_things import excerpt
from reader.differences.amounts import casualty_differences
from reader.differences.clause_pair import ClausePair
from reader.language.words import tokens
from reader.matching.model import DifferenceKind
from reader.story.model import Fact
from reader.story.values import Figure, TypedValue
from reader.story.variants import grouped, ranked

__all__ = ["casualty_facts"]

_MOST = 60
"""Numbers of one kind of casualty that are compared, each with each other. More are a list of events."""


def casualty_facts(figures: Sequence[Figure]) -> Iterator[Fact]:
    """A fact for each kind of casualty ("dead", "injured", …) of which two or more articles give a number."""
    by_kind: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.quantity.casualty and not figure.quantity.unit:
            by_kind[figure.quantity.casualty].append(figure)
    for casualty, every in by_kind.items():
        casualties = _leading(every)
        if len({figure.typed.value.article for figure in casualties}) > 1:
            yield _fact(casualty, casualties)


def _leading(figures: Sequence[Figure]) -> list[Figure]:
    """The figures with the first _MOST numbers, as they are worded."""
    worded = set(list(dict.fromkeys(map(_words, figures)))[:_MOST])
    return [figure for figure in figures if _words(figure) in worded]


def _fact(casualty: str, figures: Sequence[Figure]) -> Fact:
    """The fact of one kind of casualty. Numbers in the same words count once for each article."""
    by_words: defaultdict[str, dict[int, TypedValue]] = defaultdict(dict)
    for figure in figures:
        by_words[_words(figure)].setdefault(figure.typed.value.article, figure.typed)
    differing = _differing(figures)
    groups = grouped(by_words, lambda a, b: frozenset((a, b)) in differing)
    values = ([typed for words in group for typed in by_words[words].values()] for group in groups)
    variants = ranked([sorted(group, key=lambda typed: typed.place) for group in values])
    return Fact(None, DifferenceKind.NUMBER, casualty, variants)


def _differing(figures: Sequence[Figure]) -> set[frozenset[str]]:
    """The pairs of words that are different numbers.

    Only sentences with one number of the kind count: a sentence with several is a table.
    """
    count = Counter(id(figure.clause) for figure in figures)
    single = {
        _words(figure): _around(figure) for figure in reversed(figures) if count[id(figure.clause)] == 1
    }
    return {
        frozenset(pair) for pair in combinations(single, 2) if _differ(*(single[words] for words in pair))
    }


def _around(figure: Figure) -> tuple[Clause, Span]:
    """The text around a number, and the span of the number in it."""
    text, span = excerpt(figure.clause.text, figure.quantity.span)
    return Clause(text, tokens(text)), span


def _differ(a: tuple[Clause, Span], b: tuple[Clause, Span]) -> bool:
    """Whether the numbers in two clauses are flagged as different."""
    return any(
        difference.kind is DifferenceKind.NUMBER and (difference.a, difference.b) == (a[1], b[1])
        for difference in casualty_differences(ClausePair(a[0], b[0]))
    )


def _words(figure: Figure) -> str:
    return figure.typed.value.words.lower()
