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
"""Called with the share (0-1) of the work that is done."""


class AlignmentStore(Protocol):
    """A store of alignments that were computed before."""

    def get(self, a: Article, b: Article) -> Alignment | None:
        """The alignment of two articles, None if it is not stored."""

    def put(self, a: Article, b: Article, alignment: Alignment) -> None:
        """Remembers an alignment of settled matches until it is saved."""

    def save(self) -> None:
        """Saves what was put."""


@dataclass(frozen=True, slots=True)
class AlignedPairs:
    """The articles of a story, and the alignment of each two, by their numbers, the smaller first."""

    articles: tuple[Article, ...]
    alignments: Mapping[tuple[int, int], Alignment]


def align_pairs(
    articles: Sequence[Article], store: AlignmentStore | None = None, progress: Progress | None = None
) -> AlignedPairs:
    """The alignments of all articles with each other. Those in the store are not computed again.

    `progress` may raise, to stop the work: the alignments that are complete by then are saved.
    """
    chosen = tuple(articles)
    pairs = list(combinations(range(len(chosen)), 2))
    alignments: dict[tuple[int, int], Alignment] = {}
    try:
        for done, (i, j) in enumerate(pairs):
            alignments[i, j] = _aligned(chosen[i], chosen[j], store, _part(progress, done, len(pairs)))
    finally:
        if store:
            store.save()
    return AlignedPairs(chosen, alignments)


def _part(progress: Progress | None, done: int, total: int) -> Progress | None:
    return progress and (lambda share: progress((done + share) / total))


def _aligned(a: Article, b: Article, store: AlignmentStore | None, progress: Progress | None) -> Alignment:
    if store and (alignment := store.get(a, b)):
        if progress:
            progress(1.0)
        return alignment
    alignment = settled(compare(a, b, progress=progress))
    if store:
        store.put(a, b, alignment)
    return alignment


def settled(alignment: Alignment) -> Alignment:
    """An alignment whose matches have their details computed, if they score enough for differences.

    The other matches get empty details: fifty articles have tens of thousands that nobody looks at.
    """
    return replace(alignment, matches=tuple(map(_settled, alignment.matches)))


def _settled(match: Match) -> Match:
    detail = Detail(match.evidence, match.differences) if match.score >= ALL_THRESHOLD else Detail()
    return replace(match, detail=lambda _: detail)
