"""All pairs of the articles of a story, aligned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Protocol

from reader.articles.model import Article
from reader.differences.compare import compare
from reader.matching.model import Alignment, Detail, Match
from reader.matching.thresholds import ALL_THRESHOLD

__all__ = ["AlignedPairs", "AlignmentStore", "align_pairs", "settled"]

Progress = Callable[[float], None]


class AlignmentStore(Protocol):
    """Where alignments are kept that were made before."""

    def get(self, a: Article, b: Article) -> Alignment | None:
        """The alignment of two articles, if it is known."""

    def put(self, a: Article, b: Article, alignment: Alignment) -> None:
        """Remembers an alignment of settled matches."""

    def save(self) -> None:
        """Keeps what was remembered."""


@dataclass(frozen=True, slots=True)
class AlignedPairs:
    """The articles of a story, and the alignment of each two by their numbers, the smaller first."""

    articles: tuple[Article, ...]
    alignments: Mapping[tuple[int, int], Alignment]


def align_pairs(
    articles: Sequence[Article], known: AlignmentStore | None = None, progress: Progress | None = None
) -> AlignedPairs:
    """The alignments of all articles with each other; what is known is not made again.

    `progress` is called often with the share that is done (0-1). It may raise, to stop: what was found by
    then is kept.
    """
    chosen = tuple(articles)
    pairs = list(combinations(range(len(chosen)), 2))
    found: dict[tuple[int, int], Alignment] = {}
    try:
        for done, (i, j) in enumerate(pairs):
            found[i, j] = _aligned(chosen[i], chosen[j], known, _part(progress, done, len(pairs)))
    finally:
        if known:
            known.save()
    return AlignedPairs(chosen, found)


def _part(progress: Progress | None, done: int, all_: int) -> Progress | None:
    return progress and (lambda share: progress((done + share) / all_))


def _aligned(a: Article, b: Article, known: AlignmentStore | None, progress: Progress | None) -> Alignment:
    if known and (alignment := known.get(a, b)):
        if progress:
            progress(1.0)
        return alignment
    alignment = settled(compare(a, b, progress=progress))
    if known:
        known.put(a, b, alignment)
    return alignment


def settled(alignment: Alignment) -> Alignment:
    """An alignment whose matches have their details worked out, where differences are sought at all.

    The others have none: of fifty articles there are tens of thousands, which nobody looks at.
    """
    return replace(alignment, matches=tuple(map(_settled, alignment.matches)))


def _settled(match: Match) -> Match:
    told = match.score >= ALL_THRESHOLD
    detail = Detail(match.evidence, match.differences) if told else Detail()
    return replace(match, detail=lambda _: detail)
