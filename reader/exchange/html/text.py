"""The text of an article in an HTML report: its sentences, divided where a colour begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from annotations.anchoring.model import State

if TYPE_CHECKING:
    from reader.articles.model import Article, Sentence
    from reader.notes.anchored_place import AnchoredPlace, Span

__all__ = ["Band", "TextPart", "in_paragraphs", "parts_by_sentence", "touched"]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of text with a look of its own; `note` names the annotation that it belongs to."""

    span: Span
    look: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Text that looks the same throughout; `classes` and `notes` are lists separated by spaces."""

    text: str
    classes: str = ""
    notes: str = ""


def touched(article: Article, place: AnchoredPlace | None) -> range:
    """The numbers, from 0, of the sentences that a passage touches; none where it was not found."""
    if place is None or place.state is State.ORPHAN or not article.sentences:
        return range(0)
    start, end = place.span
    first = max(bisect_right(article.sentences, start, key=_start) - 1, 0)
    return range(first, max(bisect_left(article.sentences, end, key=_start), first + 1))


def parts_by_sentence(article: Article, bands: Iterable[Band]) -> list[list[TextPart]]:
    """The parts of each sentence."""
    of_sentence: dict[int, list[Band]] = defaultdict(list)
    for band in bands:
        first = max(bisect_right(article.sentences, band.span[0], key=_start) - 1, 0)
        for number in range(first, bisect_left(article.sentences, band.span[1], key=_start)):
            of_sentence[number].append(band)
    return [
        [*_parts(article.text, sentence, of_sentence.get(number, ()))]
        for number, sentence in enumerate(article.sentences)
    ]


def in_paragraphs(article: Article) -> Iterator[list[tuple[str, int | None]]]:
    """The pieces of each paragraph: ("", number) for a sentence, (text, None) for text between sentences."""
    number, sentences = 0, article.sentences
    for paragraph in article.paragraphs:
        pieces: list[tuple[str, int | None]] = []
        start = paragraph.start
        while number < len(sentences) and sentences[number].start < paragraph.end:
            pieces += [(article.text[start : sentences[number].start], None), ("", number)]
            start, number = sentences[number].end, number + 1
        pieces.append((article.text[start : paragraph.end], None))
        yield [piece for piece in pieces if piece[0] or piece[1] is not None]


def _start(sentence: Sentence) -> int:
    return sentence.start


def _parts(text: str, sentence: Sentence, bands: Sequence[Band]) -> Iterator[TextPart]:
    start, end = sentence.start, sentence.end
    cuts = sorted({start, end, *(cut for band in bands for cut in band.span if start < cut < end)})
    for begin, until in pairwise(cuts):
        covering = [band for band in bands if band.span[0] < until and begin < band.span[1]]
        looks = " ".join(dict.fromkeys(band.look for band in covering))
        notes = " ".join(dict.fromkeys(band.note for band in covering if band.note))
        yield TextPart(text[begin:until], looks, notes)
