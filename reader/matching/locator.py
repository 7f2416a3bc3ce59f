"""The parts of two sentences that match: a quotation, a clause, or the whole."""

from __future__ import annotations

from collections.abc import Collection

from reader.matching.features import FeatureExtractor, Features
from reader.matching.passages import matching_part, trimmed
from reader.matching.profile import Fragment, Profile

__all__ = ["Locator"]

Span = tuple[int, int]
"""Code points [start, end) of the text of an article."""

_WHOLE = 0.8
"""Overlap (0-1) from which two sentences match as a whole, not by a quotation in them."""

_VERSIONS = 0.5
"""Share of common content stems (0-1) from which two quotations are versions of one."""


class Locator:
    """Finds the matching parts of sentences of two texts."""

    def __init__(self, text_a: str, text_b: str, extractor: FeatureExtractor) -> None:
        self._text_a, self._text_b = text_a, text_b
        self._extractor = extractor

    def parts(self, a: Profile, b: Profile, features: Features) -> tuple[Span, Span]:
        """The parts of a sentence of each text that match, given their features."""
        in_part = features.quotation and features.overlap < _WHOLE
        span_a, span_b = (in_part and self._quoted_spans(a, b)) or self._spans(a, b)
        return trimmed(self._text_a, a, span_a), trimmed(self._text_b, b, span_b)

    def both_quote(self, a: Profile, b: Profile) -> bool:
        """Whether most of what two sentences share is a quotation in both."""
        return any(
            self._is_most(fragment, a, b) and any(_likeness(fragment, own) >= _VERSIONS for own in _quoted(b))
            for fragment in _quoted(a)
        )

    def _spans(self, a: Profile, b: Profile) -> tuple[Span, Span]:
        span = self._part(self._text_a, a, b.stems)
        stems = {word.stem for word in a.words if span[0] <= word.start < span[1]}
        return span, self._part(self._text_b, b, stems)

    def _part(self, text: str, profile: Profile, shared: Collection[str]) -> Span:
        return matching_part(text, profile, profile.words, shared, self._extractor.rarity.weights)

    def _quoted_spans(self, a: Profile, b: Profile) -> tuple[Span, Span] | None:
        """The quotation in both sentences, if it is most of what they share, else None."""
        of_a, of_b = self._extractor.quotations_in(b, a), self._extractor.quotations_in(a, b)
        if of_a and (not of_b or of_a[0][0] >= of_b[0][0]) and self._is_most(of_a[0][1], a, b):
            fragment = of_a[0][1]
            return (fragment.start, fragment.end), self._counterpart(self._text_b, b, fragment)
        if of_b and self._is_most(of_b[0][1], a, b):
            fragment = of_b[0][1]
            return self._counterpart(self._text_a, a, fragment), (fragment.start, fragment.end)
        return None

    def _counterpart(self, text: str, profile: Profile, fragment: Fragment) -> Span:
        """The place of the words of a quotation in another sentence: its own quotation, else a clause."""
        own = max(_quoted(profile), key=lambda f: _likeness(f, fragment), default=None)
        if own and _likeness(own, fragment) >= _VERSIONS:
            return own.start, own.end
        return self._part(text, profile, fragment.stems)

    def _is_most(self, fragment: Fragment, a: Profile, b: Profile) -> bool:
        shared = a.content & b.content
        weight = self._extractor.rarity.weight
        return 2 * weight(fragment.content & shared) >= weight(shared, a.framing | b.framing)


def _quoted(profile: Profile) -> tuple[Fragment, ...]:
    return profile.fragments + profile.pieces


def _likeness(a: Fragment, b: Fragment) -> float:
    """The share (0-1) of the content stems of two quotations that both have."""
    return len(a.content & b.content) / len(a.content | b.content)
