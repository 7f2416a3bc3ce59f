"""Facts: the values that articles give for one thing, whether they agree or differ."""

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
from reader.story.model import Account, Cluster, Fact, Value, Variant
from reader.story.values import Figure, numbers, values_of
from reader.story.years import with_years_elsewhere

__all__ = ["facts_of"]


def facts_of(articles: Sequence[Article], clusters: Sequence[Cluster]) -> tuple[Fact, ...]:
    """The facts of a story: those in which articles differ come first, then those of most articles."""
    figures = figures_of(articles)
    facts = list(casualty_facts(figures))
    for number, cluster in enumerate(clusters):
        facts += (with_years_elsewhere(articles, fact) for fact in _facts(articles, number, cluster))
    covered = {value for fact in facts for value in fact.values}
    facts += repeated(articles, figures, covered)
    facts.sort(key=_rank)
    return tuple(sorted(_without_repetition(facts), key=_rank))


def _without_repetition(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without those whose values are all in earlier facts.

    The new values of a fact that agrees with an earlier value are added to the variant of that value.
    """
    kept: list[Fact] = []
    places: dict[Value, int] = {}
    for fact in facts:
        new = [value for value in fact.values if value not in places]
        earlier = next((value for value in fact.values if value in places), None)
        place = places[earlier] if earlier and fact.agreed else len(kept)
        if new and earlier and fact.agreed:
            kept[place] = _with_values(kept[place], earlier, new)
        elif new:
            kept.append(fact)
        places |= dict.fromkeys(new, place)
    return kept


def _with_values(fact: Fact, earlier: Value, new: Iterable[Value]) -> Fact:
    """The fact with new values in the variant of an earlier one."""
    variants = (
        Variant((*variant.values, *new)) if earlier in variant.values else variant
        for variant in fact.variants
    )
    return replace(fact, variants=tuple(variants))


def _rank(fact: Fact) -> tuple[bool, int]:
    """The order of facts: differing ones first, then by the number of articles."""
    return fact.agreed, -len({value.article for value in fact.values})


def _facts(articles: Sequence[Article], number: int, cluster: Cluster) -> Iterator[Fact]:
    """The facts in the passages of a cluster."""
    graph = _graph(articles, cluster)
    passages = [_text(articles, account) for account in cluster.accounts]
    for values in graph.facts():
        yield Fact(number, values[0].kind, label(articles, values, passages), graph.variants(values))


def _text(articles: Sequence[Article], account: Account) -> str:
    return articles[account.article].text[account.passage.start : account.passage.end]


def _graph(articles: Sequence[Article], cluster: Cluster) -> FactGraph:
    """The values of a cluster that differ, by the differences of its matches, or that agree."""
    graph = FactGraph()
    figures = [_numbers(articles, account) for account in cluster.accounts]
    for link in cluster.links:
        for difference in link.match.differences:
            rounded = difference.kind is DifferenceKind.ROUNDING
            add = graph.agree if rounded else graph.differ
            add(*values_of(articles, cluster, link, difference))
        for pair in agreeing_pairs([*figures[link.a], *figures[link.b]], things_of):
            graph.agree(*pair)
    return graph


def _numbers(articles: Sequence[Article], account: Account) -> list[Figure]:
    return list(numbers(articles[account.article], account.article, account.passage))
