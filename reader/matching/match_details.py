"""The evidence and the differences of matches, computed when they are first asked for and then cached."""

from __future__ import annotations

from typing import cast

from reader.claims.clause import Span
from reader.matching.article_clauses import ArticleClauses, DifferenceFinder
from reader.matching.features import FeatureExtractor, Features
from reader.matching.model import Detail, Evidence, Match, Passage
from reader.matching.profile import Profile
from reader.matching.profile_list import ProfileList
from reader.matching.scoring import parts, score
from reader.matching.thresholds import ALL_THRESHOLD

__all__ = ["MatchDetails"]


_SHARED = 8
"""Shared words in the evidence, at most."""


class MatchDetails:
    """The details of the matches of two articles. It lives as long as they do, so it must stay small."""

    def __init__(
        self, a: ProfileList, b: ProfileList, extractor: FeatureExtractor, find_differences: DifferenceFinder
    ) -> None:
        self._a, self._b = ArticleClauses(a.article), ArticleClauses(b.article)
        self._of_a, self._of_b = a, b
        self._extractor = extractor.reading_from(a, b)
        self._find_differences = find_differences
        self._details: dict[tuple[Passage, Passage], Detail] = {}

    def of(self, match: Match) -> Detail:
        """The detail of a match of a and b."""
        passages = match.a, match.b
        if passages not in self._details:
            self._details[passages] = self._detail((match.a.start, match.a.end), (match.b.start, match.b.end))
        return self._details[passages]

    def _detail(self, span_a: Span, span_b: Span) -> Detail:
        i, j = self._of_a.number_at(span_a[0]), self._of_b.number_at(span_b[0])
        a, b = self._of_a[i], self._of_b[j]
        features = cast(Features, self._extractor.features(i, j))  # they match, so they have some
        compares = score(features) >= ALL_THRESHOLD
        differences = self._find_differences(self._a, self._b, (a, span_a), (b, span_b)) if compares else ()
        return Detail(self._evidence(a, b, features), differences)

    def _evidence(self, a: Profile, b: Profile, features: Features) -> Evidence:
        of_a, of_b = self._a.attribution(a), self._b.attribution(b)
        return Evidence(
            parts=parts(features),
            shared=self._shared(a, b),
            quotations=self._quotations(a, b) if features.quotation else (),
            speakers=(of_a.speaker if of_a else "", of_b.speaker if of_b else ""),
            verbs=(of_a.verb if of_a else "", of_b.verb if of_b else ""),
        )

    def _shared(self, a: Profile, b: Profile) -> tuple[str, ...]:
        """The words in both, as a writes them, the rarest first; a hyphenated name is given whole."""
        weights = self._extractor.rarity.weights
        surfaces = self._a.surfaces(a, a.content & b.content)
        rarest = sorted(surfaces, key=lambda stem: (-weights[stem], stem))
        return tuple(dict.fromkeys(surfaces[stem] for stem in rarest))[:_SHARED]

    def _quotations(self, a: Profile, b: Profile) -> tuple[str, ...]:
        certainty = self._extractor.certainty
        of_a = [self._a.quoted(f) for f in a.fragments if certainty(f, b)]
        return tuple(of_a or [self._b.quoted(f) for f in b.fragments if certainty(f, a)])
