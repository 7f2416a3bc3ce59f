"""Questions about a story: which clusters are at a place, which facts are in a cluster, who was first."""

from __future__ import annotations

from reader.story.model import Cluster, Fact, Story, Value

__all__ = ["clusters_at", "clusters_in", "facts_in", "first_reported", "stories_in"]


def clusters_in(story: Story, article: int) -> tuple[int, ...]:
    """The clusters of an article, in the order of its text."""
    starts = [
        (account.passage.start, number)
        for number, cluster in enumerate(story.clusters)
        for account in cluster.accounts
        if account.article == article
    ]
    return tuple(dict.fromkeys(number for _, number in sorted(starts)))


def clusters_at(story: Story, article: int, offset: int) -> tuple[int, ...]:
    """The clusters with a passage at a code point of an article."""
    return tuple(number for number, cluster in enumerate(story.clusters) if _covers(cluster, article, offset))


def facts_in(story: Story, cluster: int) -> tuple[Fact, ...]:
    """The facts of a cluster, those first in which its accounts differ.

    A fact of the whole story, such as the injured, is among them if the cluster has two variants of it.
    """
    return tuple(
        fact
        for fact in story.facts
        if fact.cluster == cluster or (fact.cluster is None and _variants(fact, story.clusters[cluster]) > 1)
    )


def _variants(fact: Fact, cluster: Cluster) -> int:
    """The number of variants of a fact that have a value in the passages of a cluster."""
    return sum(any(_has_value(cluster, value) for value in variant.values) for variant in fact.variants)


def _has_value(cluster: Cluster, value: Value) -> bool:
    return value.passage is not None and _covers(cluster, value.article, value.passage.start)


def _covers(cluster: Cluster, article: int, offset: int) -> bool:
    return any(
        account.article == article and account.passage.start <= offset < account.passage.end
        for account in cluster.accounts
    )


def stories_in(story: Story) -> tuple[tuple[int, ...], ...]:
    """The articles in groups that no cluster connects. With several groups it is hardly one story."""
    groups: list[set[int]] = []
    single = ((number,) for number in range(len(story.articles)))
    for connected in (*single, *(cluster.articles for cluster in story.clusters)):
        touched = [group for group in groups if group.intersection(connected)]
        groups = [group for group in groups if group not in touched] + [set(connected).union(*touched)]
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def first_reported(story: Story, cluster: Cluster) -> int | None:
    """The article that likely reported it first: one that another credits, else the earliest.

    None if the dates do not decide.
    """
    articles = cluster.articles
    for credited in filter(None, (account.credits for account in cluster.accounts)):
        for article in articles:
            if story.articles[article].source == credited:
                return article
    for article in articles:
        origin = story.origins[article]
        if origin and origin.credited and origin.article in articles:
            return origin.article
    days = {article: story.articles[article].date[:10] for article in articles}
    earliest = [article for article in articles if days[article] == min(days.values())]
    return earliest[0] if all(days.values()) and len(earliest) == 1 else None
