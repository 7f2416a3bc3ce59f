"""Weighing the places where a quote may stand, by its words, its context and its position.

The thresholds were chosen on the edits of tests/property/anchoring_cases.py made to every second article of
sample_corpus; the other articles are held out for the test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from annotations.anchoring.folding import fold, word_pairs
from annotations.anchoring.model import State

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
"""Code points next to a quote that are agreement enough by themselves."""

_REWORDED = 0.5
"""Likeness of words, 0-1, that is enough between the same neighbours."""

_LIKELY = 0.55
"""Likeness that is enough for a guess anywhere."""

_SIMILAR = 0.75
"""Likeness that is enough beside one of the neighbours."""

_ALIKE = 0.9
"""Likeness that is enough for a guess though the neighbours have closed up."""

_TELLING = 20
"""Code points that a quote must have for it to be known without its context."""

_TELLING_CONTEXT = 12
"""Code points that a context must have for what stands between the two to be what became of the quote."""

_OCCURRENCES = 40
_LOOKED_AT = 8
"""How many occurrences of one piece are taken up, and how many of the likely places are looked at."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """A target with its texts folded and without outer white space."""

    quote: str
    prefix: str
    suffix: str
    start: int

    @property
    def is_telling(self) -> bool:
        return len(self.quote) >= _TELLING


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place: how alike the words are, and how well the context agrees on either side, all 0-1."""

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
    sought = _sought(target)
    exact = [span for span in _spans_of(sought.quote, text) if not any(_inside_word(text, at) for at in span)]
    ranked = _weighed(sought, text, exact)
    if _state(sought, ranked, deleted=False) is State.OK:
        return _found(State.OK, ranked[0])
    starts = [end for _, end in _spans_of(sought.prefix[-_NEAR:], text)]
    ends = [start for start, _ in _spans_of(sought.suffix[:_NEAR], text)]
    gaps = list(_gaps(sought, text, starts, ends))
    alike = _alike(sought, text, [*starts, *(end - len(sought.quote) for end in ends)])
    ranked = [each for each in _weighed(sought, text, {*exact, *gaps, *alike}) if not _is_context(each, gaps)]
    deleted = any(end - start < len(sought.quote) / 4 for start, end in gaps)
    state = _state(sought, ranked, deleted=deleted)
    return _found(state, ranked[0]) if state is not State.ORPHAN else (state, (0, 0), 0.0)


def _sought(target: Target) -> _Sought:
    quote = target.quote
    return _Sought(
        fold(quote.exact).text.strip(),
        fold(quote.prefix).text.rstrip(),
        fold(quote.suffix).text.lstrip(),
        target.position.start,
    )


def _found(state: State, best: _Candidate) -> tuple[State, Span, float]:
    return state, (best.start, best.end), round(100 * best.score, 1)


def _state(sought: _Sought, ranked: list[_Candidate], *, deleted: bool) -> State:
    if not ranked:
        return State.ORPHAN
    best = ranked[0]
    one, both = max(best.left, best.right), min(best.left, best.right)
    alone = all(best.score - other.score >= 0.1 for other in ranked[1:] if not _overlap(best, other))
    sure = alone and (both if deleted else one) >= _STRONG
    if best.words == 1.0:
        return State.OK if sure else State.REVIEW if one >= _WEAK or sought.is_telling else State.ORPHAN
    if sure and best.words >= (_REWORDED if both >= _STRONG else _SIMILAR):
        return State.CHANGED
    if not sought.is_telling:
        return State.REVIEW if both >= _STRONG else State.ORPHAN
    enough = _ALIKE if deleted else _REWORDED if one >= _STRONG else _LIKELY
    return State.REVIEW if best.words >= enough else State.ORPHAN


def _weighed(sought: _Sought, text: str, spans: Iterable[Span]) -> list[_Candidate]:
    candidates = [_candidate(sought, text, span) for span in spans if span[0] < span[1]]
    return sorted(candidates, key=lambda each: (-each.score, abs(each.start - sought.start), each.start))


def _candidate(sought: _Sought, text: str, span: Span) -> _Candidate:
    start, end = span
    before = text[max(0, start - len(sought.prefix) - 2) : start].rstrip()
    after = text[end : end + len(sought.suffix) + 2].lstrip()
    return _Candidate(
        start,
        end,
        _likeness(sought.quote, text[start:end]),
        _agreement(sought.prefix[::-1], before[::-1]),  # both read away from the quote
        _agreement(sought.suffix, after),
    )


def _likeness(quote: str, other: str) -> float:
    """Half by letters, which forgive a changed ending, half by words, which unrelated sentences lack."""
    if quote == other:
        return 1.0
    words = Indel.normalized_similarity(quote.casefold().split(), other.casefold().split())
    return min(0.99, (ratio(quote, other) / 100 + words) / 2)


def _agreement(context: str, beside: str) -> float:
    """How well the text beside a place agrees with a context: certain where the nearest code points do.

    Two unrelated texts have a ratio of about a half, which is no agreement. That both are at the edge of
    the article says something, but not that it is the same place.
    """
    if not context or not beside:
        return 0.0 if context or beside else _EDGE
    beside = beside[: len(context)]
    near = next((n for n, (a, b) in enumerate(zip(context, beside, strict=False)) if a != b), len(beside))
    return max(min(1.0, near / _NEAR), ratio(context, beside) / 50 - 1, 0.0)


def _gaps(sought: _Sought, text: str, starts: list[int], ends: list[int]) -> Iterator[Span]:
    """What stands between the quote's neighbours: the quote, what became of it, or nothing."""
    reach = 2 * len(sought.quote) + 200
    if min(len(sought.prefix), len(sought.suffix)) < _TELLING_CONTEXT:
        return
    for start in starts:
        for end in ends:
            if 0 <= end - start <= reach:
                yield _trimmed(text, start, end)
                break


def _alike(sought: _Sought, text: str, starts: list[int]) -> set[Span]:
    """Places next to a neighbour of the quote, or with words of it, each cut to what is most like it."""
    places = word_pairs(text)
    for pair, offsets in word_pairs(sought.quote).items():
        starts += [place - offsets[0] for place in places.get(pair, ())[:_OCCURRENCES]]
    spans = (_best_within(sought.quote, text, start) for start in _apart(starts, len(sought.quote) // 2))
    return {span for span in spans if span}


def _apart(starts: list[int], distance: int) -> Iterator[int]:
    """The starts without those that are near another, the most often named places first."""
    places: list[list[int]] = []
    for start in sorted(starts):
        if places and start - places[-1][0] <= distance:
            places[-1].append(start)
        else:
            places.append([start])
    places.sort(key=len, reverse=True)
    return (place[0] for place in places[:_LOOKED_AT])


def _best_within(quote: str, text: str, start: int) -> Span | None:
    begin, end = max(0, start - len(quote) // 2), start + 2 * len(quote)
    found = partial_ratio_alignment(quote, text[begin:end], score_cutoff=40)
    if found is None:
        return None
    return _trimmed(text, *_whole_words(text, begin + found.dest_start, begin + found.dest_end))


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
    """Where a piece occurs, as often as is of use."""
    spans: list[Span] = []
    start = text.find(piece) if piece else -1
    while start >= 0 and len(spans) < _OCCURRENCES:
        spans.append((start, start + len(piece)))
        start = text.find(piece, start + 1)
    return spans


def _inside_word(text: str, place: int) -> bool:
    """Whether a place is between two letters or digits: “12 dead” is not in “212 dead”."""
    return text[max(0, place - 1) : place].isalnum() and text[place : place + 1].isalnum()


def _is_context(candidate: _Candidate, gaps: list[Span]) -> bool:
    """Whether a candidate is the neighbour that closed up when the quote was deleted."""
    closed = [gap for gap in gaps if gap[1] - gap[0] < (candidate.end - candidate.start) / 4]
    return any(candidate.start <= end + 1 and start - 1 <= candidate.end for start, end in closed)


def _overlap(one: _Candidate, other: _Candidate) -> bool:
    return one.start < other.end and other.start < one.end
