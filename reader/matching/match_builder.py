"""Matches built from pairs of sentences: their passages, kind and score."""

from __future__ import annotations

from reader.articles.model import Article
from reader.claims.clause import Span
from reader.matching.article_clauses import ArticleClauses
from reader.matching.features import FeatureExtractor, Features
from reader.matching.kinds import ALIKE, form_of, kind_of
from reader.matching.locator import Locator
from reader.matching.model import Kind, Match, Passage
from reader.matching.passages import covers
from reader.matching.profile import Profile
from reader.matching.scoring import score

__all__ = ["MatchBuilder"]


class MatchBuilder:
    """Builds matches from pairs of sentences of two articles. MatchDetails adds evidence and differences."""

    def __init__(self, a: Article, b: Article, extractor: FeatureExtractor) -> None:
        self._a, self._b = ArticleClauses(a), ArticleClauses(b)
        self._locator = Locator(a.text, b.text, extractor)
        self._extractor = extractor

    def match(self, i: int, j: int, features: Features) -> Match:
        """The match of sentence number i of a with j of b."""
        a, b = self._extractor.a[i], self._extractor.b[j]
        span_a, span_b = self._locator.parts(a, b, features)
        form = self._form(a, b, span_a, span_b, features)
        return Match(
            a=Passage(self._a.article.id, *span_a),
            b=Passage(self._b.article.id, *span_b),
            kind=self._kind(a, b, span_a, span_b, form),
            score=score(features),
            form=form,
        )

    def _form(self, a: Profile, b: Profile, span_a: Span, span_b: Span, features: Features) -> str:
        if features.quotation and self._locator.both_quote(a, b):
            return "direct/direct"
        return form_of(
            _quoted_share(a, *span_a),
            _quoted_share(b, *span_b),
            reported_a=self._a.attribution(a) is not None,
            reported_b=self._b.attribution(b) is not None,
            alike=features.wording >= ALIKE or features.quotation > 0,
        )

    def _kind(self, a: Profile, b: Profile, span_a: Span, span_b: Span, form: str) -> Kind:
        whole = covers(a, span_a) and covers(b, span_b)
        return kind_of(self._a.text[slice(*span_a)], self._b.text[slice(*span_b)], form, whole=whole)


def _quoted_share(profile: Profile, start: int, end: int) -> float:
    """The share (0-1) of the code points [start, end) inside quotation marks."""
    inside = sum(max(0, min(f.end, end) - max(f.start, start)) for f in profile.fragments)
    return inside / max(1, end - start)
