"""The places where a quote may be, each weighed by its words and by the context on either side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from annotations.surroundings import surroundings_in_context
from reader.base.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.model import Target
    from annotations.surroundings import Surroundings

__all__ = [
    "NEAR",
    "Candidate",
    "FoldedTarget",
    "Span",
    "folded_target",
    "overlap",
    "weighed",
    "without_numbers",
]

Span = tuple[int, int]

NEAR = 24
"""The number of equal code points next to a quote that is full agreement."""

_EDGE = 0.5
"""Agreement where both the quote and the place are at the edge of their article."""

_DISTINCTIVE = 20
"""The length in code points from which a quote can be recognised without its context."""

_TELLING = 4
"""The length in code points from which a context that another program cut short tells a place."""

_NUMBER = re.compile(r"\d+(?:[.,:'\u00a0\u202f]\d+)*")
_SEGMENT_START = re.compile(r".*(?:\n|[.!?…;][\"'”’»)\]]*\s)", re.DOTALL)
_SEGMENT_END = re.compile(r"\n|[.!?…;](?=[\"'”’»)\]]*(?:\s|$))")
_ENDED = re.compile(r"[.!?…;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class FoldedTarget:
    """A target with its texts folded and stripped.

    `own_left` and `own_right` are the parts of the context in the same sentence or line as the quote; None
    where that extends beyond the context. `is_recorded` is whether the surroundings come from the article,
    and not only from the context.
    """

    quote: str
    prefix: str
    suffix: str
    start: int
    own_left: str | None
    own_right: str | None
    surroundings: Surroundings
    is_recorded: bool

    @property
    def is_distinctive(self) -> bool:
        """Whether the quote is long enough to be recognised without its context."""
        return len(self.quote) >= _DISTINCTIVE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, with the likeness of its words and the agreement of the context on either side, all 0-1.

    `whole_left` and `whole_right` are whether the context agrees throughout.
    """

    start: int
    end: int
    words: float
    left: float
    right: float
    whole_left: bool = False
    whole_right: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether the words are the same."""
        return self.words == 1.0

    @property
    def is_whole(self) -> bool:
        """Whether the context agrees throughout on both sides."""
        return self.whole_left and self.whole_right

    @property
    def score(self) -> float:
        """The likeness of the place, 0-1."""
        return 0.6 * self.words + 0.2 * (self.left + self.right)


def folded_target(target: Target) -> FoldedTarget:
    """The target as it is compared."""
    quote = target.quote
    prefix, suffix = fold(quote.prefix), fold(quote.suffix)
    start = _SEGMENT_START.match(quote.prefix)
    ended = _ENDED.search(quote.exact) and quote.suffix[:1].isspace()
    end = _SEGMENT_END.search(quote.suffix)
    at_start = target.position.start <= len(quote.prefix)
    own_left = quote.prefix[start.end() :] if start else quote.prefix if at_start else None
    own_right = "" if ended else quote.suffix[: end.end()].rstrip() if end else None
    return FoldedTarget(
        fold(quote.exact).strip(),
        prefix.rstrip(),
        suffix.lstrip(),
        target.position.start,
        None if own_left is None else fold(own_left),
        None if own_right is None else fold(own_right),
        target.surroundings
        or surroundings_in_context(quote.prefix, quote.exact, quote.suffix, at_start=at_start),
        target.surroundings is not None,
    )


def weighed(target: FoldedTarget, text: str, spans: Iterable[Span]) -> list[Candidate]:
    """The candidates at these places of a folded text, the best first."""
    candidates = [_candidate(target, text, span) for span in spans if span[0] < span[1]]
    return sorted(
        candidates,
        key=lambda each: (not each.is_whole, -each.score, abs(each.start - target.start), each.start),
    )


def overlap(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates have code points in common."""
    return a.start < b.end and b.start < a.end


def without_numbers(text: str) -> str:
    """The text with one sign for every number."""
    return _NUMBER.sub("0", text)


def _candidate(target: FoldedTarget, text: str, span: Span) -> Candidate:
    start, end = span
    before = text[max(0, start - len(target.prefix) - 2) : start].rstrip()
    after = text[end : end + len(target.suffix) + 2].lstrip()
    return Candidate(
        start,
        end,
        _likeness(target.quote, text[start:end]),
        _agreement(target.prefix[::-1], before[::-1]),  # both read away from the quote
        _agreement(target.suffix, after),
        _is_whole(target.prefix, before.endswith(target.prefix), before),
        _is_whole(target.suffix, after.startswith(target.suffix), after),
    )


def _likeness(quote: str, other: str) -> float:
    """The likeness of two texts, 0-1: half by letters, which forgive a changed ending, half by words."""
    if quote == other:
        return 1.0
    words = Indel.normalized_similarity(quote.split(), other.split())
    return min(0.99, (ratio(quote, other) / 100 + words) / 2)


def _agreement(context: str, beside: str) -> float:
    """The agreement of a context with the text next to a place, 0-1; 1 where the nearest code points agree.

    Two unrelated texts have a ratio of about one half, which counts as no agreement. If both are at the edge
    of the article, that counts for something, but does not make it the same place.
    """
    if not context or not beside:
        return 0.0 if context or beside else _EDGE
    beside = beside[: len(context)]
    near = next((n for n, (a, b) in enumerate(zip(context, beside, strict=False)) if a != b), len(beside))
    return max(min(1.0, near / NEAR), ratio(context, beside) / 50 - 1, 0.0)


def _is_whole(context: str, agrees: bool, beside: str) -> bool:
    """Whether a context agrees throughout, and is long enough or reaches the edge of both articles."""
    return agrees and (len(context) >= _TELLING or beside == context)
