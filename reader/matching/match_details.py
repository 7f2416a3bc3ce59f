"""Why passages match and how they differ: worked out when a match is looked at, and then kept."""

from __future__ import annotations

from typing import cast

from reader.claims.clause import Span
from reader.matching.article_clauses import ArticleClauses, DifferenceFinder
from reader.matching.features import FeatureExtractor, Features
from reader.matching.model import Detail, Evidence, Match, Passage
from reader.matching.profile import Profile
from reader.matching.profile_list import ProfileList
from reader.matching.score import parts, score
from reader.matching.thresholds import ALL_THRESHOLD

__all__ = ["MatchDetails"]


_SHARED = 8
"""Shared words that the evidence names."""


class MatchDetails:
    """The details of matches of two articles. It stays as long as they do, and so should weigh little."""

    def __init__(
        self, a: ProfileList, b: ProfileList, comparison: FeatureExtractor, find_differences: DifferenceFinder
    ) -> None:
        self._a, self._b = ArticleClauses(a.article), ArticleClauses(b.article)
        self._of_a, self._of_b = a, b
        self._comparison = comparison.of(a, b)
        self._find_differences = find_differences
        self._known: dict[tuple[Passage, Passage], Detail] = {}

    def of(self, match: Match) -> Detail:
        """The detail of a match of a and b."""
        here, there = match.a, match.b
        if (here, there) not in self._known:
            self._known[here, there] = self._worked_out((here.start, here.end), (there.start, there.end))
        return self._known[here, there]

    def _worked_out(self, span_a: Span, span_b: Span) -> Detail:
        i, j = self._of_a.number_at(span_a[0]), self._of_b.number_at(span_b[0])
        a, b = self._of_a[i], self._of_b[j]
        features = cast(Features, self._comparison.features(i, j))  # they match, so they have some
        told = score(features) >= ALL_THRESHOLD
        differences = self._find_differences(self._a, self._b, (a, span_a), (b, span_b)) if told else ()
        return Detail(self._evidence(a, b, features), differences)

    def _evidence(self, a: Profile, b: Profile, features: Features) -> Evidence:
        cues = self._a.cue(a), self._b.cue(b)
        return Evidence(
            parts=parts(features),
            shared=self._shared(a, b),
            quotations=self._quotations(a, b) if features.quotation else (),
            speakers=(cues[0].speaker if cues[0] else "", cues[1].speaker if cues[1] else ""),
            verbs=(cues[0].verb if cues[0] else "", cues[1].verb if cues[1] else ""),
        )

    def _shared(self, a: Profile, b: Profile) -> tuple[str, ...]:
        """The words that both have, the rarest first, as a writes them; a name joined by a hyphen whole."""
        weights = self._comparison.rarity.weights
        surfaces = self._a.surfaces(a, a.content & b.content)
        rarest = sorted(surfaces, key=lambda stem: (-weights[stem], stem))
        return tuple(dict.fromkeys(surfaces[stem] for stem in rarest))[:_SHARED]

    def _quotations(self, a: Profile, b: Profile) -> tuple[str, ...]:
        found = self._comparison.found
        of_a = [self._a.quoted(f) for f in a.fragments if found(f, b)]
        return tuple(of_a or [self._b.quoted(f) for f in b.fragments if found(f, a)])
