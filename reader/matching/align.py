"""The alignment of two articles: every match between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import nlargest

from reader.articles.model import Article
from reader.base.throttle import Throttle
from reader.matching.article_clauses import ArticleClauses, DifferenceFinder, Part
from reader.matching.candidates import Candidates
from reader.matching.compounds import compounds, split
from reader.matching.features import FeatureExtractor, Features
from reader.matching.match_builder import MatchBuilder
from reader.matching.match_details import MatchDetails
from reader.matching.match_list import MatchList
from reader.matching.model import Alignment, Difference
from reader.matching.profile import profiles
from reader.matching.profile_list import ProfileList
from reader.matching.scoring import score
from reader.matching.thresholds import FLOOR

__all__ = ["align"]

_MOST = 5
"""Matches per sentence of a, the best ones: in a text that repeats itself, every pair of copies would be a
match. In the 39 groups of the dev set one sentence of 2,020 has more."""


def _no_differences(
    a: ArticleClauses, b: ArticleClauses, part_a: Part, part_b: Part
) -> tuple[Difference, ...]:
    return ()


def align(
    a: Article,
    b: Article,
    *,
    floor: float = FLOOR,
    progress: Callable[[float], None] | None = None,
    find_differences: DifferenceFinder = _no_differences,
) -> Alignment:
    """The matches of two articles that score at least `floor` (0-100). Only body paragraphs take part.

    `find_differences` is called when the differences of a match are first asked for; by default a match has
    none (reader.differences.compare supplies a finder). `progress` is called about every 10 ms with the share
    of the work that is done (0-1). It may sleep, to leave the processor to another thread, or raise, to stop.
    """
    throttle = Throttle(progress)
    of_a, of_b = profiles(a, throttle, 0.0, 0.15), profiles(b, throttle, 0.15, 0.3)
    parts = compounds(of_a, of_b)
    of_a, of_b = [split(profile, parts) for profile in of_a], [split(profile, parts) for profile in of_b]
    extractor = FeatureExtractor(of_a, of_b)
    builder = MatchBuilder(a, b, extractor)
    lists = ProfileList(a, of_a, parts), ProfileList(b, of_b, parts)
    details = MatchDetails(*lists, extractor, find_differences)
    matches = MatchList(
        a.id, b.id, (builder.match(*pair) for pair in _pairs(extractor, floor, throttle)), details.of
    )
    throttle.done()
    return Alignment(a.id, b.id, matches, floor)


def _pairs(
    extractor: FeatureExtractor, floor: float, throttle: Throttle
) -> Iterator[tuple[int, int, Features]]:
    """The pairs of sentences, by number, that score at least `floor`."""
    candidates = Candidates(extractor.a, extractor.b, throttle, 0.3, 0.4)
    for i in throttle.over(range(len(extractor.a)), 0.4, 1.0):
        compared = ((j, extractor.features(i, j)) for j in candidates.of(i))
        pairs = [(j, features) for j, features in compared if features and score(features) >= floor]
        if len(pairs) > _MOST:
            same = candidates.identical(i)
            pairs = nlargest(max(_MOST, len(same)), pairs, key=lambda pair: (pair[0] in same, score(pair[1])))
        yield from ((i, j, features) for j, features in pairs)
