"""Text that an extractor left out of an article, found by comparing it with the page's own pieces.

Extractors choose by the density of text and links. They leave out the second of two containers, lists, times
and headings of a live blog, and paragraphs that are links, although these are between paragraphs that they
take.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lxml import etree

from reader.articles.formats.blocks import Piece, name_of
from reader.articles.formats.extract import Block
from reader.articles.formats.page_parts import (
    frame,
    is_around,
    is_linked,
    is_sentence,
    is_time,
    lineage,
    section_of,
    teasers,
)
from reader.articles.formats.taken import PARAGRAPH, TakenPieces
from reader.language.boilerplate.recognizing import reason_for

__all__ = ["Filled", "filled"]

SENTENCE = 4
"""Words from which a line that ends like prose is a sentence."""

_ITEMS = frozenset(("li", "dt", "dd"))


@dataclass(frozen=True, slots=True)
class Filled:
    """The blocks of an article with those that the extractor left out, and sentences from elsewhere."""

    blocks: list[Block]
    elsewhere: list[Block] = field(default_factory=list)


def filled(blocks: Sequence[Block], pieces: Sequence[Piece]) -> Filled:
    """The blocks that an extractor took of a page, with those pieces of the page that belong to them."""
    taken = TakenPieces(pieces, blocks)
    if not taken.paragraphs:
        return Filled(list(taken.merged(())))
    added = _Surroundings(taken).left_out()
    return Filled(list(taken.merged(added)), [pieces[n].block for n in _elsewhere(taken, added)])


def _elsewhere(taken: TakenPieces, added: Collection[int]) -> Iterator[int]:
    """The numbers of the other sentences that the page has outside its navigation."""
    for number, piece in enumerate(taken.pieces):
        is_other = number in taken.others or not (number in taken or number in added)
        is_prose = is_sentence(piece, PARAGRAPH) and not is_linked(piece)
        if is_other and is_prose and not is_around(piece.element, taken.around_paragraphs):
            yield number


class _Surroundings:
    """The pieces between and beside the paragraphs that an extractor took."""

    def __init__(self, taken: TakenPieces) -> None:
        self._taken = taken
        self._pieces = taken.pieces
        elements = [taken.pieces[number].element for number in taken.paragraphs]
        self._parents = {element.getparent() for element in elements}
        self._frames = {frame(element) for element in elements}
        self._teasers = teasers(taken.pieces)

    def left_out(self) -> set[int]:
        """The numbers of the pieces that belong to the article although the extractor did not take them."""
        numbers = [n for n in range(len(self._pieces)) if n not in self._taken]
        texts = {number for number in numbers if self._is_text(number)}
        beside = self._parents | {self._pieces[number].element.getparent() for number in texts}
        texts |= {number for number in numbers if self._is_item(number, beside)}
        labels = set(self._labels_above(texts.union(self._taken.paragraphs)))
        times = {number for number in labels if not self._pieces[number].block.heading}
        return texts | (labels if len(times) > 1 else labels - times)

    def _is_text(self, number: int) -> bool:
        """Whether a piece is a sentence, or a line among the paragraphs."""
        piece = self._pieces[number]
        is_beside = piece.element.getparent() in self._parents
        is_line = is_beside and self._taken.is_between(number) and name_of(piece.element) == "p"
        if is_linked(piece) and not is_beside:
            return False
        is_prose = is_sentence(piece, SENTENCE) or (is_line and not is_linked(piece))
        return is_prose and self._is_near(number) and not reason_for(piece.text)

    def _is_item(self, number: int, beside: Collection[etree._Element]) -> bool:
        """Whether a piece is in a list between or beside paragraphs of the article."""
        piece = self._pieces[number]
        item = next((each for each in islice(lineage(piece.element), 2) if name_of(each) in _ITEMS), None)
        if item is None or is_linked(piece) or self._is_around(item):
            return False
        return self._taken.is_between(number) or item.getparent().getparent() in beside

    def _labels_above(self, text: Collection[int]) -> Iterator[int]:
        """The numbers of the headings and times directly above text of the article; none above its title."""
        is_above = False
        for number in reversed(range(len(self._pieces))):
            if is_above and self._is_label(number):
                if number not in self._taken:
                    yield number
                is_above = name_of(self._pieces[number].element) != "h1"
            else:
                is_above = number in text or (number in self._taken and self._taken.is_between(number))

    def _is_label(self, number: int) -> bool:
        """Whether a piece is a heading, or a time above an entry."""
        piece = self._pieces[number]
        if not (is_time(piece) or (piece.block.heading and not is_linked(piece))):
            return False
        is_near = self._is_near(number) or self._is_with_next(number)
        return is_near and reason_for(piece.text) != "related articles"

    def _is_with_next(self, number: int) -> bool:
        """Whether a piece and the next one are in one small container."""
        here, below = (set(islice(lineage(self._pieces[n].element), 1, 4)) for n in (number, number + 1))
        return not here.isdisjoint(below)

    def _is_near(self, number: int) -> bool:
        """Whether a piece is between paragraphs of the article, or in a container of the same kind."""
        element = self._pieces[number].element
        if self._is_around(element):
            return False
        if self._taken.is_between(number) or frame(element) in self._frames:
            return True
        return number > self._taken.paragraphs[-1] and self._is_in_section(element)

    def _is_around(self, element: etree._Element) -> bool:
        return is_around(element, self._taken.around_paragraphs)

    def _is_in_section(self, element: etree._Element) -> bool:
        """Whether an element is in a section beside one of the article, which is not a teaser of another."""
        section = section_of(element)
        if section is None or section in self._taken.around_paragraphs or section in self._teasers:
            return False
        return not self._sections.isdisjoint(_places(section)) and self._sentences[section] > 1

    @cached_property
    def _sections(self) -> set[tuple[etree._Element | str, ...]]:
        sections = (section_of(self._pieces[number].element) for number in self._taken.paragraphs)
        return {place for each in sections if each is not None for place in _places(each)}

    @cached_property
    def _sentences(self) -> Counter[etree._Element]:
        """The number of paragraphs in each section."""
        paragraphs = (p for p in self._pieces if is_sentence(p, PARAGRAPH) and not reason_for(p.text))
        return Counter(section for p in paragraphs if (section := section_of(p.element)) is not None)


def _places(section: etree._Element) -> Iterator[tuple[etree._Element | str, ...]]:
    """The element that a section is in, with its name and one of its classes; articles need no class."""
    parent, name = section.getparent(), name_of(section)
    if name == "article":
        yield parent, name
    for word in section.get("class", "").split() or [""]:
        yield parent, name, word
