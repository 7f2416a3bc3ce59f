"""What a reader of a story asks next: what is here, who was first, how is this fact told."""

from __future__ import annotations

from reader.story.model import Cluster, Fact, Story

__all__ = ["clusters_at", "clusters_in", "facts_in", "first_told"]


def clusters_in(story: Story, article: int) -> tuple[int, ...]:
    """The clusters that an article tells, in the order in which it tells them."""
    found = [
        (telling.passage.start, number)
        for number, cluster in enumerate(story.clusters)
        for telling in cluster.tellings
        if telling.article == article
    ]
    return tuple(dict.fromkeys(number for _, number in sorted(found)))


def clusters_at(story: Story, article: int, offset: int) -> tuple[int, ...]:
    """The clusters with a passage at a code point of an article."""
    return tuple(
        number
        for number, cluster in enumerate(story.clusters)
        if any(
            one.article == article and one.passage.start <= offset < one.passage.end
            for one in cluster.tellings
        )
    )


def facts_in(story: Story, cluster: int) -> tuple[Fact, ...]:
    """The facts of a cluster, those first in which its tellings differ."""
    return tuple(fact for fact in story.facts if fact.cluster == cluster)


def first_told(story: Story, cluster: Cluster) -> int | None:
    """The article that likely told it first: one that another of the cluster credits, else the earliest.

    None where the dates do not tell.
    """
    tellers = cluster.articles
    for credited in filter(None, (telling.credits for telling in cluster.tellings)):
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
