"""Facts by outlets: what each article says of one thing, agreed and differing apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.articles.model import Article
from reader.story.agreement import agreeing, things_of
from reader.story.figures import figures_of, repeated
from reader.story.labels import label
from reader.story.model import Cluster, Fact, Value
from reader.story.tolls import tolls_of
from reader.story.values import differing, numbers
from reader.story.versions import Values

__all__ = ["facts_of"]


def facts_of(articles: Sequence[Article], clusters: Sequence[Cluster]) -> tuple[Fact, ...]:
    """The facts of a story: those in which articles differ first, then those of most articles."""
    figures = figures_of(articles)
    found = list(tolls_of(figures))
    for number, cluster in enumerate(clusters):
        found += _facts(articles, number, cluster)
    told = {value for fact in found for value in _values(fact)}
    found += repeated(articles, figures, told)
    found.sort(key=lambda fact: (fact.agreed, -_tellers(fact)))
    return tuple(_once(found))


def _once(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without those all of whose values others have told."""
    told: set[Value] = set()
    for fact in facts:
        if new := set(_values(fact)) - told:
            told |= new
            yield fact


def _values(fact: Fact) -> Iterator[Value]:
    return (value for version in fact.versions for value in version.values)


def _tellers(fact: Fact) -> int:
    return len({value.article for value in _values(fact)})


def _facts(articles: Sequence[Article], number: int, cluster: Cluster) -> Iterator[Fact]:
    values = Values()
    counted = [list(numbers(articles[one.article], one.article, one.passage)) for one in cluster.tellings]
    for link in cluster.links:
        for pair in differing(articles, cluster, link):
            values.differ(*pair)
        for pair in agreeing([*counted[link.a], *counted[link.b]], things_of):
            values.agree(*pair)
    for fact in values.facts():
        yield Fact(number, fact[0].kind, label(articles, fact), values.versions(fact))
