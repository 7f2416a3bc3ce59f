"""The text of an article in an HTML report: sentences, cut where a colour begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotations.anchoring import State

if TYPE_CHECKING:
    from reader.exchange.work import Text
    from reader.notes.anchored_place import AnchoredPlace, Span

__all__ = ["Band", "TextPart", "in_paragraphs", "parts_by_sentence", "touched"]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a text that looks its own way; `note` names the annotation that it belongs to."""

    span: Span
    look: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Text that looks the same throughout: `classes` and `notes` are lists parted by spaces."""

    text: str
    classes: str = ""
    notes: str = ""


def touched(text: Text, place: AnchoredPlace | None) -> range:
    """The numbers, from 0, of the sentences that a passage touches; none where it stands nowhere."""
    if place is None or place.state is State.ORPHAN or not text.sentences:
        return range(0)
    start, end = place.span
    first = max(bisect_right(text.sentences, start, key=_start) - 1, 0)
    return range(first, max(bisect_left(text.sentences, end, key=_start), first + 1))


def parts_by_sentence(text: Text, bands: Iterable[Band]) -> list[list[TextPart]]:
    """The parts of each sentence."""
    of_sentence: dict[int, list[Band]] = defaultdict(list)
    for band in bands:
        first = max(bisect_right(text.sentences, band.span[0], key=_start) - 1, 0)
        for number in range(first, bisect_left(text.sentences, band.span[1], key=_start)):
            of_sentence[number].append(band)
    return [
        [*_parts(text.text, span, of_sentence.get(number, ()))] for number, span in enumerate(text.sentences)
    ]


def in_paragraphs(text: Text) -> Iterator[list[tuple[str, int | None]]]:
    """Each paragraph as the numbers of its sentences, and between them (text, None) what is in none."""
    number = 0
    for start, end in text.paragraphs:
        pieces: list[tuple[str, int | None]] = []
        while number < len(text.sentences) and text.sentences[number][0] < end:
            begin, until = text.sentences[number]
            pieces += [(text.text[start:begin], None), ("", number)]
            start, number = until, number + 1
        pieces.append((text.text[start:end], None))
        yield [piece for piece in pieces if piece[0] or piece[1] is not None]


def _start(span: Span) -> int:
    return span[0]


def _parts(text: str, span: Span, bands: Sequence[Band]) -> Iterator[TextPart]:
    start, end = span
    cuts = sorted({start, end, *(cut for band in bands for cut in band.span if start < cut < end)})
    for begin, until in pairwise(cuts):
        here = [band for band in bands if band.span[0] < until and begin < band.span[1]]
        looks = " ".join(dict.fromkeys(band.look for band in here))
        notes = " ".join(dict.fromkeys(band.note for band in here if band.note))
        yield TextPart(text[begin:until], looks, notes)
