"""What articles leave out, what one has alone, and what leads here and comes last there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.articles.model import Role
from reader.matching.model import Passage
from reader.matching.thresholds import ALL_THRESHOLD
from reader.story.model import Cluster, MovedCluster, Omission, Omissions
from reader.story.pairs import AlignedPairs
from reader.story.substance import is_filler

__all__ = ["omissions_of"]

_LEADS = 0.15
"""Share of the body before which a passage leads."""

_ENDS = 0.7
"""Share of the body after which a passage comes last."""

_FEW = 0.25
"""Share of the articles that may lack what all the others say; one may always."""


def omissions_of(pairs: AlignedPairs, clusters: Sequence[Cluster]) -> Omissions:
    """What is left out, said by one alone, or moved, in that much of a story.

    Nothing is called left out that another passage comes near, from the threshold for clauses up.
    """
    near = _Near(pairs)
    return Omissions(
        tuple(_omitted(len(pairs.articles), clusters, near)),
        tuple(tuple(_only_in_one(pairs, number, near)) for number in range(len(pairs.articles))),
        tuple(_moved(clusters)),
    )


class _Near:
    """The sentences, by article and number, that come near one of another article."""

    def __init__(self, pairs: AlignedPairs) -> None:
        self._pairs = pairs
        self._known: dict[tuple[int, int], set[int]] = {}
        for (i, j), alignment in pairs.alignments.items():
            for match in alignment.above(ALL_THRESHOLD):
                for one, other, passage in ((i, j, match.a), (j, i, match.b)):
                    self._known.setdefault((one, self.sentence(one, passage)), set()).add(other)

    def sentence(self, article: int, passage: Passage) -> int:
        """The number of the sentence that a passage of an article begins in."""
        return self._pairs.articles[article].sentence_at(passage.start)

    def articles(self, article: int, sentence: int) -> set[int]:
        """The other articles with a sentence that comes near this one."""
        return self._known.get((article, sentence), set())


def _omitted(articles: int, clusters: Sequence[Cluster], near: _Near) -> Iterator[Omission]:
    few = max(1, int(_FEW * articles))
    for number, cluster in enumerate(clusters):
        said = {account.article for account in cluster.accounts}
        for account in cluster.accounts:
            said |= near.articles(account.article, near.sentence(account.article, account.passage))
        omitted = tuple(article for article in range(articles) if article not in said)
        if 0 < len(omitted) <= few:
            yield Omission(number, omitted)


def _only_in_one(pairs: AlignedPairs, number: int, near: _Near) -> Iterator[Passage]:
    article = pairs.articles[number]
    for place, sentence in enumerate(article.sentences):
        told = article.role(sentence) is not Role.BODY or near.articles(number, place)
        if not told and not is_filler(article.text[sentence.start : sentence.end]):
            yield Passage(article.id, sentence.start, sentence.end)


def _moved(clusters: Sequence[Cluster]) -> Iterator[MovedCluster]:
    for number, cluster in enumerate(clusters):
        first = min(range(len(cluster.accounts)), key=lambda n: cluster.accounts[n].place)
        last = max(range(len(cluster.accounts)), key=lambda n: cluster.accounts[n].place)
        leads, ends = cluster.accounts[first], cluster.accounts[last]
        if leads.article != ends.article and leads.place <= _LEADS and ends.place >= _ENDS:
            yield MovedCluster(number, first, last)
