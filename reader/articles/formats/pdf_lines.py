"""The lines of a PDF page with their places, from PDFium's characters."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from reader.articles.formats.superscripts import superscript

__all__ = ["PdfLine", "lines_of"]

_RAISED = 0.15
"""The part of a letter's size by which a smaller sign is above its line, from which it is superscript."""

_SMALLER = 0.9
"""The part of the line's size of letters that a superscript has at most."""

_SAME_LINE = 0.3
"""The part of a letter's size by which signs of one line are higher or lower."""

_CELL = 2.5
"""The width of a gap, in sizes of letters, from which what follows is another cell of a table."""

_BLANK = 0.6
"""The width of a gap, in sizes of letters, that is a blank even if there is none in the text."""

_NARROW = 0.2
"""The width of such a gap between a raised sign and the letters after it."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = re.compile(r"[^\W_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_HYPHENS = "\x02\ufffe"
"""PDFium's signs for a hyphen at the end of a line, and for the line break after it."""

_BREAKS = f"\r\n{_HYPHENS}"

_BOLD = 600
"""The weight of a font from which it is bold."""


@dataclass(slots=True)
class PdfLine:
    """A line of text. Places are points from the lower left corner of page number `page`.

    `baseline` is where letters stand, `size` their height, `left` and `right` where the line begins and ends,
    `first_word` the width of the word that would go to the line before if there were room. Where text runs
    from right to left, so do `left` and `right`, as negative numbers.
    """

    text: str
    page: int
    baseline: float
    size: float
    left: float
    right: float
    first_word: float = 0.0
    bold: bool = False


def lines_of(page: pypdfium2.PdfPage, number: int) -> list[PdfLine]:
    """The lines of a page in reading order, without white space at their ends."""
    lines: list[PdfLine] = []
    characters = _PdfCharacters(page.get_textpage(), number)
    end = 0
    for first, last in characters.runs():
        run = characters.line(first, last)
        if lines and _continues(lines[-1], run):
            _join(lines[-1], run, is_apart=characters.has_blank(end, first))
        else:
            lines.append(run)
        end = last + 1
    return lines


class _PdfCharacters:
    """The characters of a page, by their numbers."""

    def __init__(self, text: pypdfium2.PdfTextPage, page: int) -> None:
        self._text, self._page = text, page
        self._signs = [chr(pdfium.FPDFText_GetUnicode(text, at)) for at in range(text.count_chars())]
        self._box = [ctypes.c_double() for _ in range(4)]
        self._x, self._y, self._matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()

    def runs(self) -> Iterator[tuple[int, int]]:
        """The numbers of the first and last character of each run between line breaks that has any text."""
        breaks = [at for at, sign in enumerate(self._signs) if sign in _BREAKS]
        first = 0
        for at in [*breaks, len(self._signs)]:
            end = at + 1 if at < len(self._signs) and self._signs[at] in _HYPHENS else at
            while first < end and self._signs[first].isspace():
                first += 1
            while end > first and self._signs[end - 1].isspace():
                end -= 1
            if first < end:
                yield first, end - 1
            first = at + 1

    def has_blank(self, first: int, end: int) -> bool:
        """Whether there is a blank among the characters [first, end)."""
        return any(sign.isspace() and sign not in "\r\n" for sign in self._signs[first:end])

    def line(self, first: int, last: int) -> PdfLine:
        """The characters from `first` to `last` as a line."""
        three = (first, (first + last) // 2, last)
        usual = max(three, key=self._size)  # the first may be a raised sign
        baseline, size = self._baseline(usual), self._size(usual)
        bold = all(pdfium.FPDFText_GetFontWeight(self._text, at) >= _BOLD for at in three)
        text = "".join(self._written(first, last, baseline, size)).strip("\0")
        is_leftward = len(_RIGHT_TO_LEFT.findall(text)) > len(text) / 2
        left, right = self._stretch(*(range(first, last + 1) if is_leftward else (first, last)))
        left, right = (-right, -left) if is_leftward else (left, right)
        word = self._signs.index(" ", first, last) - 1 if " " in self._signs[first:last] else last
        start, end = self._stretch(first, word)
        return PdfLine(text, self._page, baseline, size, left, right, end - start, bold)

    def _written(self, first: int, last: int, baseline: float, size: float) -> Iterator[str]:
        for at in self._in_order(first, last):
            sign = self._signs[at]
            if sign in _HYPHENS:
                yield "-"
            elif sign.isdigit() and self._baseline(at) > baseline + _RAISED * size:
                is_small = self._size(at) <= _SMALLER * size
                yield superscript(sign) if is_small else sign
            else:
                yield sign

    def _in_order(self, first: int, last: int) -> Iterator[int]:
        """The numbers of the characters as they are read.

        PDFium gives some words in Arabic from left to right: their letters are put in order by place.
        """
        numbers = range(first, last + 1)
        if not _RIGHT_TO_LEFT.search("".join(self._signs[first : last + 1])):
            yield from numbers
            return
        for is_blank, word in groupby(numbers, key=lambda at: self._signs[at].isspace()):
            letters = list(word)
            written = "".join(self._signs[at] for at in letters)
            if not is_blank and _RIGHT_TO_LEFT.search(written) and not _LEFT_TO_RIGHT.search(written):
                letters.sort(key=lambda at: -sum(self._edges(at)))
            yield from letters

    def _baseline(self, at: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._text, at, self._x, self._y)
        return self._y.value

    def _size(self, at: int) -> float:
        pdfium.FPDFText_GetMatrix(self._text, at, self._matrix)
        return float(pdfium.FPDFText_GetFontSize(self._text, at)) * (
            hypot(self._matrix.c, self._matrix.d) or 1.0
        )

    def _stretch(self, *numbers: int) -> tuple[float, float]:
        """The outer edges of characters."""
        edges = [edge for at in numbers for edge in self._edges(at)]
        return min(edges), max(edges)

    def _edges(self, at: int) -> tuple[float, float]:
        left, right, bottom, top = self._box
        pdfium.FPDFText_GetCharBox(self._text, at, left, right, bottom, top)
        return left.value, right.value


def _continues(line: PdfLine, run: PdfLine) -> bool:
    """Whether a run belongs to the line before it: PDFium begins another where a sign is raised."""
    if run.left < line.right - line.size or line.page != run.page:
        return False
    smaller, larger = sorted([line.size, run.size])
    is_raised = smaller <= _SMALLER * larger
    return abs(run.baseline - line.baseline) <= (0.6 if is_raised else _SAME_LINE) * larger


def _join(line: PdfLine, run: PdfLine, *, is_apart: bool) -> None:
    """Adds a run to its line; `is_apart` tells whether there is a blank between them."""
    gap = (run.left - line.right) / line.size
    is_raised = run.size <= _SMALLER * line.size and run.baseline > line.baseline + _RAISED * line.size
    text = superscript(run.text) if is_raised and run.text.strip(",").isdigit() else run.text
    is_apart = is_apart or gap > (_BLANK if is_raised else _NARROW)
    line.text = f"{line.text}{' | ' if gap > _CELL else ' ' if is_apart else ''}{text}"
    line.right = max(line.right, run.right)
    if run.size > line.size:
        line.size, line.baseline = run.size, run.baseline
