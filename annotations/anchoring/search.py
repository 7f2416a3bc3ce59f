"""The search for a quote: the places where it may be are ranked by words, context and position.

The thresholds were chosen on the edits of tests/property/anchoring_cases.py made to every second article of
sample_corpus; the test uses the other articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from annotations.anchoring.model import State
from annotations.anchoring.word_pairs import word_pairs
from reader.base.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotations.model import Target

__all__ = ["find"]

Span = tuple[int, int]

_STRONG = 0.75
"""Agreement of the context on one side, 0-1, that makes a place certain."""

_WEAK = 0.3
"""Agreement that makes a place likely."""

_EDGE = 0.5
"""Agreement where both the quote and the place are at the edge of their article."""

_NEAR = 24
"""The number of equal code points next to a quote that is full agreement."""

_REWORDED = 0.5
"""Likeness of words, 0-1, that is enough between the same neighbours."""

_LIKELY = 0.55
"""Likeness that is enough for a guess anywhere."""

_SIMILAR = 0.75
"""Likeness that is enough next to one of the neighbours."""

_ALIKE = 0.9
"""Likeness that is enough for a guess where the neighbours now follow each other."""

_DISTINCTIVE = 20
"""The length in code points from which a quote can be recognised without its context."""

_DISTINCTIVE_CONTEXT = 12
"""The length in code points from which the text between two contexts is taken for the changed quote."""

_OCCURRENCES = 40
_EXAMINED = 8
"""The number of occurrences of a piece that count, and of likely places that are examined."""


@dataclass(frozen=True, slots=True)
class _FoldedTarget:
    """A target with its texts folded and stripped."""

    quote: str
    prefix: str
    suffix: str
    start: int

    @property
    def is_distinctive(self) -> bool:
        return len(self.quote) >= _DISTINCTIVE


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place, with the likeness of its words and the agreement of the context on either side, all 0-1."""

    start: int
    end: int
    words: float
    left: float
    right: float

    @property
    def score(self) -> float:
        return 0.6 * self.words + 0.2 * (self.left + self.right)


def find(target: Target, text: str) -> tuple[State, Span, float]:
    """The state, place and score (0-100) of a target in a folded text."""
    folded = _folded_target(target)
    exact = [span for span in _spans_of(folded.quote, text) if not any(_inside_word(text, at) for at in span)]
    ranked = _weighed(folded, text, exact)
    if _state(folded, ranked, deleted=False) is State.OK:
        return _result(State.OK, ranked[0])
    starts = [end for _, end in _spans_of(folded.prefix[-_NEAR:], text)]
    ends = [start for start, _ in _spans_of(folded.suffix[:_NEAR], text)]
    gaps = list(_gaps(folded, text, starts, ends))
    alike = _alike(folded, text, [*starts, *(end - len(folded.quote) for end in ends)])
    ranked = [each for each in _weighed(folded, text, {*exact, *gaps, *alike}) if not _is_context(each, gaps)]
    deleted = any(end - start < len(folded.quote) / 4 for start, end in gaps)
    state = _state(folded, ranked, deleted=deleted)
    return _result(state, ranked[0]) if state is not State.ORPHAN else (state, (0, 0), 0.0)


def _folded_target(target: Target) -> _FoldedTarget:
    quote = target.quote
    return _FoldedTarget(
        fold(quote.exact).strip(),
        fold(quote.prefix).rstrip(),
        fold(quote.suffix).lstrip(),
        target.position.start,
    )


def _result(state: State, best: _Candidate) -> tuple[State, Span, float]:
    return state, (best.start, best.end), round(100 * best.score, 1)


def _state(target: _FoldedTarget, ranked: list[_Candidate], *, deleted: bool) -> State:
    if not ranked:
        return State.ORPHAN
    best = ranked[0]
    either, both = max(best.left, best.right), min(best.left, best.right)
    unique = all(best.score - other.score >= 0.1 for other in ranked[1:] if not _overlap(best, other))
    sure = unique and (both if deleted else either) >= _STRONG
    if best.words == 1.0:
        likely = either >= _WEAK or target.is_distinctive
        return State.OK if sure else State.REVIEW if likely else State.ORPHAN
    if sure and best.words >= (_REWORDED if both >= _STRONG else _SIMILAR):
        return State.CHANGED
    if not target.is_distinctive:
        return State.REVIEW if both >= _STRONG else State.ORPHAN
    enough = _ALIKE if deleted else _REWORDED if either >= _STRONG else _LIKELY
    return State.REVIEW if best.words >= enough else State.ORPHAN


def _weighed(target: _FoldedTarget, text: str, spans: Iterable[Span]) -> list[_Candidate]:
    candidates = [_candidate(target, text, span) for span in spans if span[0] < span[1]]
    return sorted(candidates, key=lambda each: (-each.score, abs(each.start - target.start), each.start))


def _candidate(target: _FoldedTarget, text: str, span: Span) -> _Candidate:
    start, end = span
    before = text[max(0, start - len(target.prefix) - 2) : start].rstrip()
    after = text[end : end + len(target.suffix) + 2].lstrip()
    return _Candidate(
        start,
        end,
        _likeness(target.quote, text[start:end]),
        _agreement(target.prefix[::-1], before[::-1]),  # both read away from the quote
        _agreement(target.suffix, after),
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
    return max(min(1.0, near / _NEAR), ratio(context, beside) / 50 - 1, 0.0)


def _gaps(target: _FoldedTarget, text: str, starts: list[int], ends: list[int]) -> Iterator[Span]:
    """The text between the quote's neighbours: the quote, the changed quote, or nothing."""
    reach = 2 * len(target.quote) + 200
    if min(len(target.prefix), len(target.suffix)) < _DISTINCTIVE_CONTEXT:
        return
    for start in starts:
        for end in ends:
            if 0 <= end - start <= reach:
                yield _trimmed(text, start, end)
                break


def _alike(target: _FoldedTarget, text: str, starts: list[int]) -> set[Span]:
    """Places next to a neighbour of the quote, or with its words, each reduced to the most similar part."""
    places = word_pairs(text)
    for pair, offsets in word_pairs(target.quote).items():
        starts += [place - offsets[0] for place in places.get(pair, ())[:_OCCURRENCES]]
    spans = (_best_within(target.quote, text, start) for start in _apart(starts, len(target.quote) // 2))
    return {span for span in spans if span}


def _apart(starts: list[int], distance: int) -> Iterator[int]:
    """The starts without those near another start, the most frequent places first."""
    places: list[list[int]] = []
    for start in sorted(starts):
        if places and start - places[-1][0] <= distance:
            places[-1].append(start)
        else:
            places.append([start])
    places.sort(key=len, reverse=True)
    return (place[0] for place in places[:_EXAMINED])


def _best_within(quote: str, text: str, start: int) -> Span | None:
    begin, end = max(0, start - len(quote) // 2), start + 2 * len(quote)
    best = partial_ratio_alignment(quote, text[begin:end], score_cutoff=40)
    if best is None:
        return None
    return _trimmed(text, *_whole_words(text, begin + best.dest_start, begin + best.dest_end))


def _whole_words(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start - 1] != " " and text[start] != " ":
        start -= 1
    while end < len(text) and text[end] != " " and text[end - 1] != " ":
        end += 1
    return start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), max(start, end - len(inside) + len(inside.rstrip()))


def _spans_of(piece: str, text: str) -> list[Span]:
    """The occurrences of a piece, up to _OCCURRENCES."""
    spans: list[Span] = []
    start = text.find(piece) if piece else -1
    while start >= 0 and len(spans) < _OCCURRENCES:
        spans.append((start, start + len(piece)))
        start = text.find(piece, start + 1)
    return spans


def _inside_word(text: str, place: int) -> bool:
    """Whether a place is between two letters or digits: “12 dead” does not occur in “212 dead”."""
    return text[max(0, place - 1) : place].isalnum() and text[place : place + 1].isalnum()


def _is_context(candidate: _Candidate, gaps: list[Span]) -> bool:
    """Whether a candidate is only the context, which closed up when the quote was deleted."""
    closed = [gap for gap in gaps if gap[1] - gap[0] < (candidate.end - candidate.start) / 4]
    return any(candidate.start <= end + 1 and start - 1 <= candidate.end for start, end in closed)


def _overlap(a: _Candidate, b: _Candidate) -> bool:
    return a.start < b.end and b.start < a.end
