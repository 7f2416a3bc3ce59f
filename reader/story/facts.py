"""Facts by outlets: what each article says of one thing, agreed and differing apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.articles.model import Article
from reader.matching.model import DifferenceKind
from reader.story.agreement import agreeing_pairs, things_of
from reader.story.casualties import casualty_facts
from reader.story.fact_graph import FactGraph
from reader.story.figures import figures_of, repeated
from reader.story.labels import label
from reader.story.model import Cluster, Fact, Value, Variant
from reader.story.values import numbers, sides
from reader.story.years import with_years_elsewhere

__all__ = ["facts_of"]


def facts_of(articles: Sequence[Article], clusters: Sequence[Cluster]) -> tuple[Fact, ...]:
    """The facts of a story: those in which articles differ first, then those of most articles."""
    figures = figures_of(articles)
    found = list(casualty_facts(figures))
    for number, cluster in enumerate(clusters):
        found += (with_years_elsewhere(articles, fact) for fact in _facts(articles, number, cluster))
    told = {value for fact in found for value in fact.values}
    found += repeated(articles, figures, told)
    found.sort(key=_rank)
    return tuple(sorted(_once(found), key=_rank))


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without those all of whose values others have told.

    What agrees with a value that is told already is put beside it.
    """
    kept: list[Fact] = []
    told: dict[Value, int] = {}
    for fact in facts:
        new = [value for value in fact.values if value not in told]
        known = next((value for value in fact.values if value in told), None)
        place = told[known] if known and fact.agreed else len(kept)
        if new and known and fact.agreed:
            kept[place] = _beside(kept[place], known, new)
        elif new:
            kept.append(fact)
        told |= dict.fromkeys(new, place)
    return kept


def _beside(fact: Fact, known: Value, new: Iterable[Value]) -> Fact:
    """The fact with new values in the version of a known one."""
    variants = (Variant((*one.values, *new)) if known in one.values else one for one in fact.variants)
    return replace(fact, variants=tuple(variants))


def _rank(fact: Fact) -> tuple[bool, int]:
    """What differs comes first, then what most articles tell."""
    return fact.agreed, -len({value.article for value in fact.values})


def _facts(articles: Sequence[Article], number: int, cluster: Cluster) -> Iterator[Fact]:
    values = FactGraph()
    counted = [list(numbers(articles[one.article], one.article, one.passage)) for one in cluster.accounts]
    for link in cluster.links:
        for difference in link.match.differences:
            rounded = difference.kind is DifferenceKind.ROUNDING
            put = values.agree if rounded else values.differ
            put(*sides(articles, cluster, link, difference))
        for pair in agreeing_pairs([*counted[link.a], *counted[link.b]], things_of):
            values.agree(*pair)
    passages = [articles[one.article].text[one.passage.start : one.passage.end] for one in cluster.accounts]
    for fact in values.facts():
        yield Fact(number, fact[0].kind, label(articles, fact, passages), values.variants(fact))
