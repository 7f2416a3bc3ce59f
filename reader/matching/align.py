"""All matches of two articles."""

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
from reader.matching.score import score
from reader.matching.thresholds import FLOOR

__all__ = ["align"]

_KEPT = 5
"""Matches that one sentence of a has at most in longer texts, the best: where a text repeats itself,
every pair of its copies would be one."""


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

    `find_differences` is called for a match when its differences are first asked for; by default a match has
    none (reader.differences.compare gives a finder). `progress` is called about every 10 ms with the share
    that is done (0-1). It may sleep, to leave the processor to another thread, and it may raise, to stop.
    """
    pace = Throttle(progress)
    of_a, of_b = profiles(a, pace, 0.0, 0.15), profiles(b, pace, 0.15, 0.3)
    found = compounds(of_a, of_b)
    of_a, of_b = [split(one, found) for one in of_a], [split(one, found) for one in of_b]
    comparison = FeatureExtractor(of_a, of_b)
    describer = MatchBuilder(a, b, comparison)
    lists = ProfileList(a, of_a, found), ProfileList(b, of_b, found)
    details = MatchDetails(*lists, comparison, find_differences)
    matches = MatchList(
        a.id, b.id, (describer.match(*pair) for pair in _pairs(comparison, floor, pace)), details.of
    )
    pace.done()
    return Alignment(a.id, b.id, matches, floor)


def _pairs(comparison: FeatureExtractor, floor: float, pace: Throttle) -> Iterator[tuple[int, int, Features]]:
    """The pairs of sentences, by number, that score at least `floor`."""
    index = Candidates(comparison.a, comparison.b, pace, 0.3, 0.4)
    for i in pace.over(range(len(comparison.a)), 0.4, 1.0):
        compared = ((j, comparison.features(i, j)) for j in index.of(i))
        found = [(j, features) for j, features in compared if features and score(features) >= floor]
        if index.long and len(found) > _KEPT:
            twins = index.identical(i)
            found = nlargest(max(_KEPT, len(twins)), found, key=lambda f: (f[0] in twins, score(f[1])))
        yield from ((i, j, features) for j, features in found)
