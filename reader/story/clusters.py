"""Clusters: passages of several articles that say the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from reader.matching.model import Match, Passage
from reader.story.body import Body
from reader.story.independence import Independence
from reader.story.linkage import average_linkage
from reader.story.model import Account, Cluster, StoryLink
from reader.story.pairs import AlignedPairs
from reader.story.statements import Statement, links_of, statements_of
from reader.story.substance import is_naming

__all__ = ["CUTOFF", "clusters_of", "grouped_statements"]

CUTOFF = 40.0
"""The average score (0-100) of all pairs down to which statements are joined; no match counts as 0.

Of 20, 25, … 55 the highest before recall falls on the development set: tests/benchmarks/story.py."""


def clusters_of(
    pairs: AlignedPairs, threshold: float, bodies: Sequence[Body], independence: Independence
) -> tuple[Cluster, ...]:
    """The clusters of two or more articles. Those of most articles come first, then in text order."""
    statements = statements_of(pairs, threshold)
    links = links_of(pairs, statements)
    clusters = []
    for group in grouped_statements(statements, links):
        members = [statements[number] for number in group]
        cluster = _cluster(pairs, members, _inside(group, links), bodies, independence)
        if not _is_naming(pairs, cluster):
            clusters.append(cluster)
    return tuple(sorted(clusters, key=lambda cluster: (-len(cluster.articles), cluster.accounts[0].place)))


def grouped_statements(
    statements: Sequence[Statement], links: Mapping[tuple[int, int], Match]
) -> list[list[int]]:
    """The statements, by number, in groups of two or more articles that say the same thing."""
    likeness = {pair: match.score for pair, match in links.items()}
    sentences = [(statement.article, statement.sentence) for statement in statements]
    groups = average_linkage(likeness, sentences, CUTOFF)
    return [group for group in groups if len({statements[number].article for number in group}) > 1]


def _is_naming(pairs: AlignedPairs, cluster: Cluster) -> bool:
    """Whether all accounts only name somebody, and none of them differs from another."""
    if any(link.match.differences for link in cluster.links):
        return False
    texts = (pairs.articles[account.article].text for account in cluster.accounts)
    passages = (account.passage for account in cluster.accounts)
    return all(is_naming(text[at.start : at.end]) for text, at in zip(texts, passages, strict=True))


def _inside(group: Sequence[int], links: Mapping[tuple[int, int], Match]) -> tuple[StoryLink, ...]:
    """The matches inside a group, by the places of the statements in it."""
    places = combinations(range(len(group)), 2)
    matches = ((a, b, links.get((group[a], group[b]))) for a, b in places)
    return tuple(StoryLink(a, b, match) for a, b, match in matches if match)


def _cluster(
    pairs: AlignedPairs,
    statements: Sequence[Statement],
    links: tuple[StoryLink, ...],
    bodies: Sequence[Body],
    independence: Independence,
) -> Cluster:
    centre = _centre(links)
    best = [_best(number, centre, links) for number in range(len(statements))]
    passages = [_passage(pairs, each, number, best[number]) for number, each in enumerate(statements)]
    articles = [statement.article for statement in statements]
    provenances = independence.provenances(list(zip(articles, passages, strict=True)), links)
    accounts = []
    for number, (article, passage) in enumerate(zip(articles, passages, strict=True)):
        place = bodies[article].place(passage.start)
        kind = None if number == centre else best[number].match.kind
        accounts.append(Account(article, passage, place, kind, *provenances[number]))
    return Cluster(tuple(accounts), links, centre)


def _passage(pairs: AlignedPairs, statement: Statement, number: int, link: StoryLink) -> Passage:
    """The passage of a statement: that of its best match, or its core where its sentence has several."""
    if not statement.only:
        return Passage(pairs.articles[statement.article].id, *statement.core)
    return link.match.a if link.a == number else link.match.b


def _centre(links: Sequence[StoryLink]) -> int:
    """The account with the highest sum of match scores, the first of several."""
    sums: defaultdict[int, float] = defaultdict(float)
    for link in links:
        sums[link.a] += link.match.score
        sums[link.b] += link.match.score
    return min(sums, key=lambda number: (-sums[number], number))


def _best(number: int, centre: int, links: Sequence[StoryLink]) -> StoryLink:
    """The match that gives an account its kind: that with the centre if there is one, else the best."""
    own = [link for link in links if number in (link.a, link.b)]
    return max(own, key=lambda link: (number != centre and centre in (link.a, link.b), link.match.score))
