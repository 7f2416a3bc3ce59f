"""What a reader of a story asks next: what is here, who was first, how is this fact told."""

from __future__ import annotations

from reader.story.model import Cluster, Fact, Story, Value

__all__ = ["clusters_at", "clusters_in", "facts_in", "first_reported", "stories_in"]


def clusters_in(story: Story, article: int) -> tuple[int, ...]:
    """The clusters that an article tells, in the order in which it tells them."""
    found = [
        (account.passage.start, number)
        for number, cluster in enumerate(story.clusters)
        for account in cluster.accounts
        if account.article == article
    ]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


def clusters_at(story: Story, article: int, offset: int) -> tuple[int, ...]:
    """The clusters with a passage at a code point of an article."""
    return tuple(
        number
        for number, cluster in enumerate(story.clusters)
        if any(
            one.article == article and one.passage.start <= offset < one.passage.end
            for one in cluster.accounts
        )
    )


def facts_in(story: Story, cluster: int) -> tuple[Fact, ...]:
    """The facts of a cluster, those first in which its tellings differ.

    Those of the whole story are among them of which it tells two versions: how many were injured.
    """
    return tuple(
        fact
        for fact in story.facts
        if fact.cluster == cluster
        or (fact.cluster is None and _variants_reported(fact, story.clusters[cluster]) > 1)
    )


def _variants_reported(fact: Fact, cluster: Cluster) -> int:
    """How many versions of a fact stand in the passages of a cluster."""
    return sum(any(_tells(cluster, value) for value in variant.values) for variant in fact.variants)


def _tells(cluster: Cluster, value: Value) -> bool:
    return value.passage is not None and any(
        one.article == value.article and one.passage.start <= value.passage.start < one.passage.end
        for one in cluster.accounts
    )


def stories_in(story: Story) -> tuple[tuple[int, ...], ...]:
    """The articles in groups between which no cluster reaches: more than one are hardly one story."""
    groups: list[set[int]] = []
    only_in_one = ((number,) for number in range(len(story.articles)))
    for joined in (*only_in_one, *(cluster.articles for cluster in story.clusters)):
        touched = [group for group in groups if group.intersection(joined)]
        groups = [group for group in groups if group not in touched] + [set(joined).union(*touched)]
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def first_reported(story: Story, cluster: Cluster) -> int | None:
    """The article that likely told it first: one that another of the cluster credits, else the earliest.

    None where the dates do not tell.
    """
    tellers = cluster.articles
    for credited in filter(None, (account.credits for account in cluster.accounts)):
        for article in tellers:
            if story.articles[article].source == credited:
                return article
    for article in tellers:
        origin = story.origins[article]
        if origin and origin.credited and origin.article in tellers:
            return origin.article
    days = {article: story.articles[article].date[:10] for article in tellers}
    earliest = [article for article in tellers if days[article] == min(days.values())]
    return earliest[0] if all(days.values()) and len(earliest) == 1 else None
