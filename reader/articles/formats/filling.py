"""Text that an extractor left out of an article, found by comparing it with the page's own blocks.

Extractors choose by the density of text and links. They leave out the second of two containers, lists, times
and headings of a live blog, and paragraphs that are links, although these are between paragraphs that they
take.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lxml import etree

from reader.articles.formats.blocks import Piece, name_of
from reader.articles.formats.extract import Block
from reader.language.boilerplate.recognizing import reason_for
from reader.language.sentences import ends_like_prose
from reader.language.word_count import count_words

__all__ = ["LINKED", "Filled", "filled", "is_around", "is_sentence", "lineage"]

ANCHOR = 8
"""Words of a sentence that an extractor took, from which the place of the article in the page is known."""

SENTENCE = 4
"""Words from which a line that ends like prose is a sentence."""

LINKED = 0.6
"""The part of a list or line that may be links; more is a list of other articles."""

ALIKE = 0.6
"""The part of the runs of words in a block that the extractor's text has, if it took that block."""

RUN = 4
"""Words of such a run."""

_ITEMS = frozenset(("li", "dt", "dd"))
_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]|[^\\W_]+")
_TIME = re.compile(
    r"(?:\D{0,20}\b)?\d{1,2}(?:[:.h]\d{2}|\s?(?:Uhr|h|am|pm|a\.m\.|p\.m\.))\b.{0,20}", re.IGNORECASE
)
_AROUND = re.compile(
    r"comment|disqus|related|recommend|share|social|newsletter|subscri|sign-?up|cookie|consent|gdpr|promo"
    r"|advert|sponsor|sidebar|footer|breadcrumb|teaser|most-?(?:read|popular)|trending|outbrain|taboola"
    r"|modal|popup|paywall|byline|author|caption|gallery|read-?(?:more|next)|more-?(?:on|from|stories|news)"
    r"|tags?\b",
    re.IGNORECASE,
)
"""Names of elements around an article, in `class` and `id`."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The blocks of an article with those that the extractor left out, and sentences from elsewhere."""

    blocks: list[Block]
    elsewhere: list[Block] = field(default_factory=list)


def filled(taken: Sequence[Block], pieces: Sequence[Piece]) -> Filled:
    """The blocks that an extractor took of a page, with those pieces of the page that belong to them."""
    page = _Page(pieces, taken)
    if not page.anchors:
        return Filled(list(taken))
    added = page.left_out()
    elsewhere = [page.pieces[n].block for n in page.elsewhere() if n not in added]
    return Filled(list(page.merged(added)) if added else list(taken), elsewhere)


class _Page:
    """The pieces of a page, compared with the blocks that an extractor took."""

    def __init__(self, pieces: Sequence[Piece], taken: Sequence[Block]) -> None:
        self.pieces = pieces
        self.blocks = taken
        self._lines = {_folded(block.text) for block in taken}
        self._taken_runs = _runs(" ".join(block.text for block in taken))

    @cached_property
    def taken(self) -> list[bool]:
        return [self._is_taken(piece) for piece in self.pieces]

    def _is_taken(self, piece: Piece) -> bool:
        runs = _runs(piece.text)
        if len(runs) < RUN:
            return _folded(piece.text) in self._lines
        return len(runs & self._taken_runs) >= ALIKE * len(runs)

    @cached_property
    def anchors(self) -> list[int]:
        """The numbers of the pieces that are paragraphs of the article for certain.

        Teasers repeat the beginning of an article elsewhere: of two places, the one with more text counts.
        """
        groups: dict[etree._Element, list[int]] = {}
        for number, piece in enumerate(self.pieces):
            if self.taken[number] and is_sentence(piece, ANCHOR) and piece.linked < LINKED:
                groups.setdefault(piece.element.getparent(), []).append(number)
        anchors, seen = [], set[int]()
        for group in sorted(groups.values(), key=lambda group: -sum(len(self.pieces[n].text) for n in group)):
            runs = {number: _runs(self.pieces[number].text) for number in group}
            anchors += [number for number in group if len(runs[number] - seen) >= ALIKE * len(runs[number])]
            seen.update(*runs.values())
        return sorted(anchors)

    @cached_property
    def _inside(self) -> set[etree._Element]:
        """The elements that contain paragraphs of the article."""
        return {parent for number in self.anchors for parent in lineage(self.pieces[number].element)}

    @cached_property
    def _parents(self) -> set[etree._Element]:
        return {self.pieces[number].element.getparent() for number in self.anchors}

    @cached_property
    def _kinds(self) -> set[tuple[str, ...]]:
        return {_kind(self.pieces[number].element) for number in self.anchors}

    @cached_property
    def _frames(self) -> set[tuple[str, ...]]:
        return {kind[2:] for kind in self._kinds}

    def left_out(self) -> set[int]:
        """The numbers of the pieces that belong to the article although the extractor did not take them."""
        belongs = {n for n in range(len(self.pieces)) if not self.taken[n] and self._is_text(n)}
        around = self._parents | {self.pieces[n].element.getparent() for n in belongs}
        belongs |= {n for n in range(len(self.pieces)) if not self.taken[n] and self._is_item(n, around)}
        return belongs | set(self._labels_above(belongs | set(self.anchors)))

    def _labels_above(self, text: Collection[int]) -> Iterator[int]:
        """The numbers of the headings and times directly above text of the article; none above its title."""
        is_above = False
        for number in reversed(range(len(self.pieces))):
            if is_above and self._is_label(number):
                if not self.taken[number]:
                    yield number
                is_above = name_of(self.pieces[number].element) != "h1"
            else:
                is_above = number in text or (self.taken[number] and self._is_between(number))

    def elsewhere(self) -> Iterator[int]:
        """The numbers of the other sentences that the page has outside its navigation."""
        for number, piece in enumerate(self.pieces):
            is_prose = is_sentence(piece, ANCHOR) and piece.linked < LINKED
            if is_prose and not self.taken[number] and not self._around(piece.element):
                yield number

    def _is_near(self, number: int) -> bool:
        """Whether a piece is between paragraphs of the article, or in a container of the same kind."""
        element = self.pieces[number].element
        return (self._is_between(number) or _kind(element) in self._kinds) and not self._around(element)

    def _is_between(self, number: int) -> bool:
        return self.anchors[0] <= number <= self.anchors[-1]

    def _is_text(self, number: int) -> bool:
        piece = self.pieces[number]
        is_beside = piece.element.getparent() in self._parents
        is_line = is_beside and self._is_between(number) and name_of(piece.element) == "p"
        if not (is_sentence(piece, SENTENCE) or (is_line and piece.linked < LINKED)):
            return False
        if not self._is_near(number) or reason_for(piece.text):
            return False
        return piece.linked < LINKED or is_beside

    def _is_item(self, number: int, around: Collection[etree._Element]) -> bool:
        """Whether a piece is in a list between or beside paragraphs of the article."""
        piece = self.pieces[number]
        item = next((each for each in islice(lineage(piece.element), 2) if name_of(each) in _ITEMS), None)
        if item is None or piece.linked >= LINKED or self._around(item):
            return False
        return self._is_between(number) or item.getparent().getparent() in around

    def _is_label(self, number: int) -> bool:
        """Whether a piece is a heading, or a time above an entry."""
        piece = self.pieces[number]
        is_near = self._is_near(number) or _kind(piece.element)[2:] in self._frames
        if piece.linked >= LINKED or not is_near or reason_for(piece.text) == "related articles":
            return False
        return piece.block.heading or name_of(piece.element) == "time" or bool(_TIME.fullmatch(piece.text))

    def _around(self, element: etree._Element) -> bool:
        return is_around(element, self._inside)

    def merged(self, added: Collection[int]) -> Iterator[Block]:
        """The blocks of the extractor, with the added pieces where the page has them."""
        places: dict[str, list[int]] = {}
        for number, piece in enumerate(self.pieces):
            places.setdefault(_folded(piece.text), []).append(number)
        waiting, at = sorted(added, reverse=True), 0
        for block in self.blocks:
            found = places.get(_folded(block.text), [])
            place = bisect_left(found, at)
            at = found[place] if place < len(found) else at
            while waiting and waiting[-1] < at:
                yield self.pieces[waiting.pop()].block
            yield block
        yield from (self.pieces[number].block for number in reversed(waiting))


def is_around(element: etree._Element, inside: Collection[etree._Element] = ()) -> bool:
    """Whether an element is named as something around an article, and not one that it is `inside`."""
    for parent in lineage(element):
        if parent in inside or name_of(parent) in ("main", "article", "body"):
            return False
        if _AROUND.search(f"{parent.get('class', '')} {parent.get('id', '')}"):
            return True
    return False


def is_sentence(piece: Piece, words: int) -> bool:
    """Whether a piece ends like prose and has so many words."""
    return not piece.block.heading and ends_like_prose(piece.text) and count_words(piece.text) >= words


def lineage(element: etree._Element | None) -> Iterator[etree._Element]:
    """An element and those that it is in."""
    while element is not None:
        yield element
        element = element.getparent()


def _kind(element: etree._Element) -> tuple[str, ...]:
    """The names and classes of an element and the two that it is in."""
    kind: list[str] = []
    for parent in lineage(element):
        kind += [name_of(parent), parent.get("class", "")]
        if len(kind) == 6:
            break
    return tuple(kind)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(text: str) -> set[int]:
    """The hashes of all runs of RUN words."""
    words = _words(text)
    return {hash(tuple(words[n : n + RUN])) for n in range(len(words) - RUN + 1)}


def _folded(text: str) -> str:
    return "".join(_words(text))
