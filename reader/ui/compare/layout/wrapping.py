"""Wrapping: the code points of each row. The only module that knows how wide a character is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, split_graphemes

from reader.articles.model import Paragraph
from reader.ui.compare.layout.rows import Cuts, Row, Rows

__all__ = ["cell_at", "offset_at", "wrap"]

# Anything but what is surely one cell wide: Latin, Greek and Cyrillic letters, typographic quotes, dashes and
# the ellipsis. Without it a paragraph is cut by counting code points. A line feed is drawn as a blank.
_NOT_NARROW = re.compile(
    r"[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2013\u2014\u2018-\u201f\u2026\u20ac]"
)


def wrap(text: str, paragraphs: Sequence[Paragraph], width: int) -> Rows:
    """The rows of a column `width` cells wide; a blank row separates paragraphs. `text` is sanitized.

    The rows of a paragraph contain all of it except the blanks at which it was broken. A word wider than the
    column is cut, and so is a run of text without blanks (Chinese, Japanese, long urls).
    """
    return Rows(_cuts(text, paragraphs, max(width, 2)))  # a wide character must fit


def _cuts(text: str, paragraphs: Sequence[Paragraph], width: int) -> Iterator[Cuts]:
    for number, paragraph in enumerate(paragraphs):
        if number:
            end = paragraphs[number - 1].end
            yield Cuts(-1, end, [0], [0])
        piece = text[paragraph.start : paragraph.end].replace("\n", " ")
        is_narrow = piece.isascii() or _NOT_NARROW.search(piece) is None
        yield Cuts(number, paragraph.start, *(_narrow_cuts if is_narrow else _wide_cuts)(piece, width))


def _narrow_cuts(text: str, width: int) -> tuple[list[int], list[int]]:
    firsts, lasts = [], []
    start, end = 0, len(text)
    while end - start > width:
        firsts.append(start)
        start = text.rfind(" ", start + 1, start + width + 1)
        if start < 0:
            start = firsts[-1] + width
        lasts.append(start)
        while start < end and text[start] == " ":
            start += 1
    if start < end:
        firsts.append(start)
        lasts.append(end)
    return firsts, lasts


def _wide_cuts(text: str, width: int) -> tuple[list[int], list[int]]:
    firsts, lasts = [], []
    row, used = 0, 0
    fold = -1  # the last place where the row may end: before a blank, and on either side of a wide character
    before = 1
    for first, last, cells in split_graphemes(text)[0]:
        is_blank = text[first:last] == " "
        if text[first - 1] != " " and (is_blank or 2 in (cells, before)):
            fold = first
        if used + cells > width and not is_blank:
            cut = fold if fold > row else first
            firsts.append(row)
            lasts.append(cut)
            row = _skip_blanks(text, cut)
            used, fold = cell_len(text[row:first]), -1
        used, before = used + cells, cells
    if row < len(text):
        firsts.append(row)
        lasts.append(len(text))
    return firsts, lasts


def _skip_blanks(text: str, start: int) -> int:
    while text.startswith(" ", start):
        start += 1
    return start


def cell_at(text: str, row: Row, offset: int) -> int:
    """The cell, counted from the row's left end, at which the character of code point `offset` is drawn.

    A character is a grapheme: a letter with its combining marks begins at one cell.
    """
    end = max(row.start, min(offset, row.end))
    if _NOT_NARROW.search(text, row.start, row.end) is None:
        return end - row.start
    return sum(cells for _first, last, cells in _characters(text, row) if row.start + last <= end)


def offset_at(text: str, row: Row, cell: int) -> int:
    """The code point drawn at `cell` of the row, counted from its left end; clamped to the row."""
    used = 0
    for first, _last, cells in _characters(text, row):
        if used + cells > cell:
            return row.start + first
        used += cells
    return row.end


def _characters(text: str, row: Row) -> list[tuple[int, int, int]]:
    """First and last code point, counted from the row's start, and width in cells of each character."""
    return split_graphemes(text[row.start : row.end].replace("\n", " "))[0]
