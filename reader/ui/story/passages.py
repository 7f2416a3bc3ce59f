"""The places that a row of a story is about, to be opened side by side, the active one first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reader.story.model import Cluster, Copy, Fact, Story, Value, Variant

__all__ = ["Place", "beside", "of_cluster", "of_copy", "of_fact"]

Place = tuple[int, int | None]
"""The number of an article and a code point of its text; None for an article that only follows the first."""

_BESIDE = 8
"""Articles that are opened at once where all of the story is of interest."""


def of_cluster(cluster: Cluster) -> tuple[Place, ...]:
    """The first account of each article."""
    first: dict[int, int] = {}
    for account in cluster.accounts:
        first.setdefault(account.article, account.passage.start)
    return tuple(first.items())


def of_fact(story: Story, fact: Fact) -> tuple[Place, ...]:
    """A value of each variant, each in an article of its own if possible; then one of every other article.

    An article that has several variants is opened at the one that the fewest articles have.
    """
    accounts = {} if fact.cluster is None else dict(of_cluster(story.clusters[fact.cluster]))
    first: dict[int, Value] = {}
    for variant in reversed(fact.variants):
        if value := _of_another(variant, first):
            first[value.article] = value
    first = dict(reversed(first.items()))
    for value in _values(reversed(fact.variants)):
        first.setdefault(value.article, value)
    return tuple((number, _start(value, accounts)) for number, value in first.items())


def _of_another(variant: Variant, taken: Iterable[int]) -> Value | None:
    return next((value for value in variant.values if value.article not in taken), None)


def _values(variants: Iterable[Variant]) -> Iterator[Value]:
    return (value for variant in variants for value in variant.values)


def _start(value: Value, accounts: Mapping[int, int | None]) -> int:
    """The start of a value; else of the account of it in its article; else of the article."""
    return value.passage.start if value.passage else accounts.get(value.article) or 0


def of_copy(copy: Copy) -> tuple[Place, ...]:
    """The first copied passage, and its place in the other article."""
    return (copy.article, copy.passages[0].start), (copy.other, copy.counterparts[0].start)


def beside(story: Story, article: int, offset: int | None) -> tuple[Place, ...]:
    """A place of an article, and the other articles that share most with it, in the order of the story."""
    shares = story.overlap[article]
    others = sorted((n for n in range(len(shares)) if n != article), key=lambda n: -shares[n])
    return (article, offset), *((other, None) for other in sorted(others[: _BESIDE - 1]))
