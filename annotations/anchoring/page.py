"""The text in which a quote is sought: candidates compared with their neighbourhood in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from annotations.anchoring.candidates import Candidate, FoldedTarget, without_numbers
from annotations.anchoring.place import PlaceEvidence, place_in
from annotations.surroundings import segments_of

if TYPE_CHECKING:
    from annotations.surroundings import Surroundings
    from reader.base.folding import Folded

__all__ = ["Page"]

_NEIGHBOURHOOD = 12
"""The segments on either side in which sentences of the same template are looked for."""

_RESEMBLING = 0.55
"""The likeness of two segments, 0-1, by letters or by words, from which one template may have made both."""

_SAME_TEMPLATE = 0.7
"""The likeness from which one template certainly has."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text, and the same folded; candidates are places of the folded text."""

    original: str
    folded: Folded

    def span(self, candidate: Candidate) -> tuple[int, int]:
        """The place of a candidate in the original text."""
        return self.folded.original(candidate.start, candidate.end)

    def place(self, candidate: Candidate, surroundings: Surroundings) -> PlaceEvidence:
        """The agreement of a candidate with the surroundings of the quote."""
        return place_in(self.original, surroundings, *self.span(candidate))

    def is_alone(self, candidate: Candidate) -> bool:
        """Whether no segment near a candidate resembles its own, as the items of a template do."""
        return self._likeness(candidate, _NEIGHBOURHOOD, _NEIGHBOURHOOD) < _RESEMBLING

    def is_row(self, candidate: Candidate, *, left: bool) -> bool:
        """Whether a segment is an item of its own in a list, as the next one on one side resembles it."""
        return self._likeness(candidate, int(left), int(not left)) >= _SAME_TEMPLATE

    def is_named(self, candidate: Candidate) -> bool:
        """Whether the segments of a candidate have words, and not only numbers, to tell them from others."""
        segments = segments_of(self.original)
        first, last = segments.at(*self.span(candidate))
        mine = (segments.text_of(self.original, each) for each in range(first, last))
        return any(character.isalpha() for text in mine for character in text)

    def is_same_slot(self, target: FoldedTarget, candidate: Candidate) -> bool:
        """Whether the rest of the sentence or line is the same but for its numbers, as far as it is known."""
        left = target.prefix if target.own_left is None else target.own_left
        right = target.suffix if target.own_right is None else target.own_right
        reach = 2 * max(len(left), len(right)) + 20
        text = self.folded.text
        before = without_numbers(text[max(0, candidate.start - reach) : candidate.start]).rstrip()
        after = without_numbers(text[candidate.end : candidate.end + reach]).lstrip()
        left = without_numbers(left).rstrip().lstrip("0")
        right = without_numbers(right).lstrip().rstrip("0")
        return before.endswith(left) and after.startswith(right)

    def _likeness(self, candidate: Candidate, before: int, after: int) -> float:
        """The greatest likeness, 0-1, of a candidate's segments to one of so many before and after them."""
        segments = segments_of(self.original)
        first, last = segments.at(*self.span(candidate))
        if first == last:
            return 0.0  # no words
        mine = range(first, last)
        near = range(max(0, first - before), min(len(segments.starts), last + after))
        texts = {each: without_numbers(segments.text_of(self.original, each)) for each in near}
        return max((_likeness(texts[a], texts[b]) for a in mine for b in near if b not in mine), default=0.0)


def _likeness(a: str, b: str) -> float:
    words = Indel.normalized_similarity(a.casefold().split(), b.casefold().split())
    return max(ratio(a, b) / 100, words)
