"""The story of some articles, built from their alignments."""

from __future__ import annotations

from collections.abc import Sequence

from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.story.body import Body, shares_of
from reader.story.clusters import clusters_of
from reader.story.copying import copies_of, origins_of
from reader.story.credits import Credits
from reader.story.facts import facts_of
from reader.story.independence import Independence
from reader.story.model import Story
from reader.story.omissions import omissions_of
from reader.story.pairs import AlignedPairs

__all__ = ["MAX_ARTICLES", "MIN_ARTICLES", "build_story"]

MIN_ARTICLES, MAX_ARTICLES = 3, 50
"""The number of articles in a story. Two are compared side by side; more are an archive."""


def build_story(pairs: AlignedPairs, threshold: float = DEFAULT_THRESHOLD) -> Story:
    """The story of some articles, from matches that score at least `threshold` (0-100)."""
    bodies = [Body(article) for article in pairs.articles]
    copies = copies_of(pairs, threshold, bodies)
    origins = origins_of(pairs.articles, copies)
    independence = Independence(Credits(pairs.articles), origins)
    clusters = clusters_of(pairs, threshold, bodies, independence)
    return Story(
        pairs.articles,
        _overlap(pairs, threshold, bodies),
        clusters,
        facts_of(pairs.articles, clusters),
        omissions_of(pairs, clusters),
        copies,
        origins,
    )


def _overlap(pairs: AlignedPairs, threshold: float, bodies: Sequence[Body]) -> tuple[tuple[float, ...], ...]:
    size = len(bodies)
    shares = [[float(i == j) for j in range(size)] for i in range(size)]
    for (i, j), alignment in pairs.alignments.items():
        shares[i][j], shares[j][i] = shares_of(bodies[i], bodies[j], alignment, threshold)
    return tuple(map(tuple, shares))
