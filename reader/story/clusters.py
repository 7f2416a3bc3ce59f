"""Passages of several articles that say the same, brought together."""

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

__all__ = ["CUTOFF", "clusters_of", "grouped"]

CUTOFF = 40.0
"""The average score (0-100) of all pairs down to which claims are brought together; no match counts as 0.

Of 20, 25, … 55 the highest before recall falls on the dev set: tests/benchmarks/story.py."""


def clusters_of(
    pairs: AlignedPairs, threshold: float, bodies: Sequence[Body], independence: Independence
) -> tuple[Cluster, ...]:
    """What two or more articles say: what most say first, then in the order of the first who says it."""
    claims = statements_of(pairs, threshold)
    links = links_of(pairs, claims)
    made = []
    for group in grouped(claims, links):
        said = [claims[number] for number in group]
        inside = _inside(group, links)
        cluster = _cluster(pairs, said, inside, bodies, independence)
        if not _is_naming(pairs, cluster):
            made.append(cluster)
    return tuple(sorted(made, key=lambda cluster: (-len(cluster.articles), cluster.accounts[0].place)))


def grouped(claims: Sequence[Statement], links: Mapping[tuple[int, int], Match]) -> list[list[int]]:
    """The claims, by number, that say the same: groups of two or more articles."""
    likeness = {pair: match.score for pair, match in links.items()}
    groups = average_linkage(likeness, [(claim.article, claim.sentence) for claim in claims], CUTOFF)
    return [group for group in groups if len({claims[number].article for number in group}) > 1]


def _is_naming(pairs: AlignedPairs, cluster: Cluster) -> bool:
    """Whether all tellings only call somebody something, and none otherwise than another."""
    if any(link.match.differences for link in cluster.links):
        return False
    texts = (pairs.articles[one.article].text for one in cluster.accounts)
    told = zip(texts, cluster.accounts, strict=True)
    return all(is_naming(text[one.passage.start : one.passage.end]) for text, one in told)


def _inside(group: Sequence[int], links: Mapping[tuple[int, int], Match]) -> tuple[StoryLink, ...]:
    """The matches inside a group, by the places of the claims in it."""
    places = combinations(range(len(group)), 2)
    found = ((a, b, links.get((group[a], group[b]))) for a, b in places)
    return tuple(StoryLink(a, b, match) for a, b, match in found if match)


def _cluster(
    pairs: AlignedPairs,
    said: Sequence[Statement],
    links: tuple[StoryLink, ...],
    bodies: Sequence[Body],
    independence: Independence,
) -> Cluster:
    centre = _centre(links)
    best = [_best(number, centre, links) for number in range(len(said))]
    passages = [_passage(pairs, claim, number, best[number]) for number, claim in enumerate(said)]
    told = zip(said, passages, strict=True)
    provenances = independence.provenances([(claim.article, passage) for claim, passage in told], links)
    accounts = []
    for number, (claim, passage, provenance) in enumerate(zip(said, passages, provenances, strict=True)):
        place = bodies[claim.article].place(passage.start)
        kind = None if number == centre else best[number].match.kind
        drawn = provenance.source, provenance.dependence, provenance.credits, provenance.as_whole
        accounts.append(Account(claim.article, passage, place, kind, *drawn))
    return Cluster(tuple(accounts), links, centre)


def _passage(pairs: AlignedPairs, claim: Statement, number: int, link: StoryLink) -> Passage:
    """The passage of a claim: that of its best match, or its core where the sentence has other claims."""
    if not claim.only:
        return Passage(pairs.articles[claim.article].id, *claim.core)
    return link.match.a if link.a == number else link.match.b


def _centre(links: Sequence[StoryLink]) -> int:
    """The telling whose matches score most in sum, the first of several."""
    sums: defaultdict[int, float] = defaultdict(float)
    for link in links:
        sums[link.a] += link.match.score
        sums[link.b] += link.match.score
    return min(sums, key=lambda number: (-sums[number], number))


def _best(number: int, centre: int, links: Sequence[StoryLink]) -> StoryLink:
    """The match that shows how a telling says it: that with the centre if there is one, else the best."""
    own = [link for link in links if number in (link.a, link.b)]
    return max(own, key=lambda link: (number != centre and centre in (link.a, link.b), link.match.score))
