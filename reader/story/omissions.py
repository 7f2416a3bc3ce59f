"""Omissions: passages that a few articles omit, that only one article has, or that moved from start to end.

A cluster is omitted by an article that has no account in it and no sentence that comes near one. To come
near is to match from the threshold for clauses up.
"""

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
"""The share of the body before which an account is near the start."""

_ENDS = 0.7
"""The share of the body after which an account is near the end."""

_FEW = 0.25
"""The share of the articles that may omit a cluster for it to be reported; one always may."""


def omissions_of(pairs: AlignedPairs, clusters: Sequence[Cluster]) -> Omissions:
    """The omissions of a story, its sentences in one article only, and the clusters that moved."""
    near = _NearSentences(pairs)
    return Omissions(
        tuple(_omitted(len(pairs.articles), clusters, near)),
        tuple(tuple(_only_in_one(pairs, number, near)) for number in range(len(pairs.articles))),
        tuple(_moved(clusters)),
    )


class _NearSentences:
    """The other articles that have a sentence near one, by its article and number."""

    def __init__(self, pairs: AlignedPairs) -> None:
        self._pairs = pairs
        self._articles: dict[tuple[int, int], set[int]] = {}
        for (i, j), alignment in pairs.alignments.items():
            for match in alignment.above(ALL_THRESHOLD):
                for article, other, passage in ((i, j, match.a), (j, i, match.b)):
                    self._articles.setdefault((article, self.sentence(article, passage)), set()).add(other)

    def sentence(self, article: int, passage: Passage) -> int:
        """The number of the sentence in which a passage of an article begins."""
        return self._pairs.articles[article].sentence_at(passage.start)

    def articles(self, article: int, sentence: int) -> set[int]:
        """The other articles with a sentence that comes near this one."""
        return self._articles.get((article, sentence), set())


def _omitted(articles: int, clusters: Sequence[Cluster], near: _NearSentences) -> Iterator[Omission]:
    few = max(1, int(_FEW * articles))
    for number, cluster in enumerate(clusters):
        covering = {account.article for account in cluster.accounts}
        for account in cluster.accounts:
            covering |= near.articles(account.article, near.sentence(account.article, account.passage))
        omitting = tuple(article for article in range(articles) if article not in covering)
        if 0 < len(omitting) <= few:
            yield Omission(number, omitting)


def _only_in_one(pairs: AlignedPairs, number: int, near: _NearSentences) -> Iterator[Passage]:
    """The body sentences of an article that come near none of another article, without filler."""
    article = pairs.articles[number]
    for place, sentence in enumerate(article.sentences):
        is_candidate = article.role(sentence) is Role.BODY and not near.articles(number, place)
        if is_candidate and not is_filler(article.text[sentence.start : sentence.end]):
            yield Passage(article.id, sentence.start, sentence.end)


def _moved(clusters: Sequence[Cluster]) -> Iterator[MovedCluster]:
    """The clusters near the start of one article and near the end of another."""
    for number, cluster in enumerate(clusters):
        first = min(range(len(cluster.accounts)), key=lambda n: cluster.accounts[n].place)
        last = max(range(len(cluster.accounts)), key=lambda n: cluster.accounts[n].place)
        leads, ends = cluster.accounts[first], cluster.accounts[last]
        if leads.article != ends.article and leads.place <= _LEADS and ends.place >= _ENDS:
            yield MovedCluster(number, first, last)
