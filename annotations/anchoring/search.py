"""The search for a quote: the places where it may be are ranked by words, context and position.

The thresholds were chosen on the edits of tests/property/anchoring_cases.py made to every second article of
sample_corpus; the test uses the other articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio_alignment

from annotations.anchoring.candidates import NEAR, Candidate, FoldedTarget, Span, folded_target, weighed
from annotations.anchoring.certainty import decided, is_unmistakable
from annotations.anchoring.model import State
from annotations.anchoring.page import Page
from annotations.anchoring.word_pairs import word_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.model import Target
    from reader.base.folding import Folded

__all__ = ["find"]

_TELLING = 12
"""The length in code points from which the text between two contexts is taken for the changed quote."""

_OCCURRENCES = 40
_EXAMINED = 8
"""The number of occurrences of a piece that count, and of likely places that are examined."""


def find(target: Target, original: str, folded: Folded) -> tuple[State, Candidate | None]:
    """The state of a target in a text, and its place in the same text folded; None for an orphan."""
    sought, text = folded_target(target), folded.text
    exact = [span for span in _spans_of(sought.quote, text) if not any(_inside_word(text, at) for at in span)]
    ranked = weighed(sought, text, exact)
    if is_unmistakable(sought, ranked, text):
        return State.OK, ranked[0]
    starts = [end for _, end in _spans_of(sought.prefix[-NEAR:], text)]
    ends = [start for start, _ in _spans_of(sought.suffix[:NEAR], text)]
    gaps = list(_gaps(sought, text, starts, ends))
    alike = _alike(sought, text, [*starts, *(end - len(sought.quote) for end in ends)])
    ranked = [each for each in weighed(sought, text, {*exact, *gaps, *alike}) if not _is_context(each, gaps)]
    deleted = any(end - start < len(sought.quote) / 4 for start, end in gaps)
    return decided(sought, ranked, Page(original, folded), deleted=deleted)


def _gaps(target: FoldedTarget, text: str, starts: list[int], ends: list[int]) -> Iterator[Span]:
    """The text between the quote's neighbours: the quote, the changed quote, or nothing."""
    reach = 2 * len(target.quote) + 200
    if min(len(target.prefix), len(target.suffix)) < _TELLING:
        return
    for start in starts:
        for end in ends:
            if 0 <= end - start <= reach:
                yield _trimmed(text, start, end)
                break


def _alike(target: FoldedTarget, text: str, starts: list[int]) -> set[Span]:
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


def _is_context(candidate: Candidate, gaps: list[Span]) -> bool:
    """Whether a candidate is only the context, which closed up when the quote was deleted."""
    closed = [gap for gap in gaps if gap[1] - gap[0] < (candidate.end - candidate.start) / 4]
    return any(candidate.start <= end + 1 and start - 1 <= candidate.end for start, end in closed)
