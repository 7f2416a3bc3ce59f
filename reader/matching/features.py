"""The features of a pair of sentences: what they have in common, in seven numbers between 0 and about 1."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from copy import copy
from math import sqrt
from typing import NamedTuple

from rapidfuzz import fuzz

from reader.matching.profile import Fragment, Profile
from reader.matching.rarity import Rarity

__all__ = ["FeatureExtractor", "Features"]

_MUCH = 8.0
"""Weight of shared words at which `mass` is one half, and from which a quotation counts in full."""

_WORD = 0.6
"""Weight that each quoted word adds to a quotation, however common: five in a row are not chance."""

_QUOTED = 80.0
"""`partial_ratio` below which two quotations are not the same."""


class Features(NamedTuple):
    """The reasons for a match, each 0 to about 1.

    overlap: shared weight over the geometric mean of both sentences' weights · containment: over the smaller
    weight · wording: rapidfuzz's token_set_ratio of the stems · quotation: words in quotation marks found in
    the other sentence · rarest, second: weights of the two rarest shared words · mass: shared weight,
    saturating.
    """

    overlap: float
    containment: float
    wording: float
    quotation: float
    rarest: float
    second: float
    mass: float


class FeatureExtractor:
    """Compares sentences of two articles by the rarity of their words in both."""

    def __init__(self, a: Sequence[Profile], b: Sequence[Profile]) -> None:
        self.a, self.b = a, b
        self.rarity = Rarity(a, b)
        self._weights_a = array("d", (self.rarity.weight(p.stems, p.framing) for p in a))
        self._weights_b = array("d", (self.rarity.weight(p.stems, p.framing) for p in b))

    def reading_from(self, a: Sequence[Profile], b: Sequence[Profile]) -> FeatureExtractor:
        """The same extractor, which reads the same profiles from other sequences."""
        other = copy(self)
        other.a, other.b = a, b
        return other

    def features(self, i: int, j: int) -> Features | None:
        """The features of sentence i of a and j of b; None if they share too little to match.

        Too little is fewer than two content stems and no quotation, unless all their words are the same.
        """
        a, b = self.a[i], self.b[j]
        shared = a.content & b.content
        quotation = self._quotation(a, b) if shared and (a.fragments or b.fragments) else 0.0
        if len(shared) < 2 and not quotation and a.phrase != b.phrase:
            return None
        framing = a.framing | b.framing
        mass = self.rarity.weight(shared, framing)
        weight = mass + self.rarity.weight((a.stems & b.stems) - shared, framing)
        of_a, of_b = self._weights_a[i], self._weights_b[j]
        return Features(
            overlap=weight / sqrt(of_a * of_b),
            containment=weight / min(of_a, of_b),
            wording=fuzz.token_set_ratio(a.phrase, b.phrase) / 100,
            quotation=quotation,
            rarest=(two := self.rarity.rarest(shared, framing))[0],
            second=two[1],
            mass=mass / (mass + _MUCH),
        )

    def certainty(self, fragment: Fragment, other: Profile) -> float:
        """The certainty (0-1) that a quotation occurs in another sentence; less if it is short or common."""
        shared = fragment.content & other.content
        if 2 * len(shared) < len(fragment.content):
            return 0.0
        weight = self.rarity.weight(fragment.content)
        likeness = fuzz.partial_ratio if len(fragment.folded) <= len(other.folded) else fuzz.ratio
        above = likeness(fragment.folded, other.folded) - _QUOTED
        return max(0.0, above) / (100 - _QUOTED) * min(1.0, (weight + _WORD * fragment.length) / _MUCH)

    def quotations_in(self, other: Profile, quoting: Profile) -> list[tuple[float, Fragment]]:
        """The quotations of one sentence that occur in another, with their certainty (0-1), surest first."""
        quotations = [(self.certainty(f, other), f) for f in quoting.fragments + quoting.pieces]
        present = [pair for pair in quotations if pair[0]]
        return sorted(present, key=lambda pair: (-round(pair[0], 1), -pair[1].length))

    def _quotation(self, a: Profile, b: Profile) -> float:
        of_a = [self.certainty(fragment, b) for fragment in a.fragments + a.pieces]
        return max(of_a + [self.certainty(fragment, a) for fragment in b.fragments + b.pieces], default=0.0)
