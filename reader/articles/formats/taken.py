"""The pieces of a page that an extractor took, and those among them that show where the article is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from lxml import etree

from reader.articles.formats.blocks import Piece, name_of
from reader.articles.formats.extract import Block
from reader.articles.formats.page_parts import is_linked, is_sentence, lineage, post_of, section_of, teasers

__all__ = ["PARAGRAPH", "TakenPieces"]

PARAGRAPH = 8
"""Words of a sentence that is surely a paragraph, and no label."""

ALIKE = 0.6
"""The part of the runs of words in a piece that the extractor's text has, if it took that piece."""

RUN = 4
"""Words of such a run."""

_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]|[^\\W_]+")


class TakenPieces:
    """The `pieces` of a page, compared with the `blocks` that an extractor took."""

    def __init__(self, pieces: Sequence[Piece], blocks: Sequence[Block]) -> None:
        self.pieces = pieces
        self.blocks = blocks
        self._lines = {_folded(block.text) for block in blocks}
        self._taken = {number for number, piece in enumerate(pieces) if self._has(piece)}

    @cached_property
    def _runs(self) -> set[int]:
        return _runs(" ".join(block.text for block in self.blocks))

    def _has(self, piece: Piece) -> bool:
        if _folded(piece.text) in self._lines:
            return True
        runs = _runs(piece.text)
        return len(runs) >= RUN and len(runs & self._runs) >= ALIKE * len(runs)

    def __contains__(self, number: int) -> bool:
        return number in self._taken

    @cached_property
    def others(self) -> set[int]:
        """The numbers of the pieces that are in other articles: the page numbers its articles, or their
        headings are links to other pages, and they are not most of the text.
        """
        titles = (piece.element for piece in self.pieces if name_of(piece.element) == "h1")
        post = next(filter(None, map(post_of, titles)), "")
        if post and any(post_of(self.pieces[number].element) == post for number in self._taken):
            return {n for n in self._taken if post_of(self.pieces[n].element) not in ("", post)}
        sections = teasers(self.pieces)
        others = {n for n in self._taken if section_of(self.pieces[n].element) in sections}
        return others if 2 * self._length(others) < self._length(self._taken) else set()

    def _length(self, numbers: Iterable[int]) -> int:
        return sum(len(self.pieces[number].text) for number in numbers)

    @cached_property
    def paragraphs(self) -> list[int]:
        """The numbers of the pieces that are paragraphs of the article for certain, in order.

        Teasers repeat the beginning of an article elsewhere: of two places, the one with more text counts.
        """
        taken = [n for n in sorted(self._taken - self.others) if is_sentence(self.pieces[n], PARAGRAPH)]
        plain = [number for number in taken if not is_linked(self.pieces[number])]
        groups: dict[etree._Element, list[int]] = {}
        for number in plain or taken:
            groups.setdefault(self.pieces[number].element.getparent(), []).append(number)
        if len(groups) == 1:
            return plain or taken
        paragraphs, seen = [], set[int]()
        for group in sorted(groups.values(), key=lambda group: -sum(len(self.pieces[n].text) for n in group)):
            runs = {number: _runs(self.pieces[number].text) for number in group}
            paragraphs += [n for n in group if len(runs[n] - seen) >= ALIKE * len(runs[n])]
            seen.update(*runs.values())
        return sorted(paragraphs)

    @cached_property
    def around_paragraphs(self) -> set[etree._Element]:
        """The elements that contain paragraphs of the article."""
        return {parent for number in self.paragraphs for parent in lineage(self.pieces[number].element)}

    def is_between(self, number: int) -> bool:
        """Whether a piece is between the first paragraph and the last."""
        return self.paragraphs[0] <= number <= self.paragraphs[-1]

    def merged(self, added: Collection[int]) -> Iterator[Block]:
        """The blocks of the extractor without other articles, and with the added pieces at their places."""
        places: dict[str, list[int]] = {}
        for number, piece in enumerate(self.pieces):
            places.setdefault(_folded(piece.text), []).append(number)
        waiting, at = sorted(added, reverse=True), 0
        for block in self.blocks:
            found = places.get(_folded(block.text), [])
            if found and self.others.issuperset(found):
                continue
            place = bisect_left(found, at)
            at = found[place] if place < len(found) else at
            while waiting and waiting[-1] < at:
                yield self.pieces[waiting.pop()].block
            yield block
        yield from (self.pieces[number].block for number in reversed(waiting))


def _runs(text: str) -> set[int]:
    """The hashes of all runs of RUN words."""
    words = _words(text)
    return {hash(tuple(words[n : n + RUN])) for n in range(len(words) - RUN + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _folded(text: str) -> str:
    return "".join(_words(text))
