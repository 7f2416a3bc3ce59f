"""Wrapping: which code points stand on which row. The only place that knows how wide a character is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from reader.articles.model import Paragraph

__all__ = ["Row", "cell_at", "offset_at", "shorten", "wrap"]

# Anything but what is surely one cell wide: Latin, Greek and Cyrillic letters, typographic quotes, dashes and
# the ellipsis. Without it a paragraph is cut by counting code points. A line feed is drawn as a blank.
_NOT_NARROW = re.compile(
    r"[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2013\u2014\u2018-\u201f\u2026\u20ac]"
)


class Row(NamedTuple):
    """One row of a column of text: code points [start, end) of paragraph number `paragraph`.

    `paragraph` is -1 for the blank row after a paragraph, whose start and end are where that one ended.
    """

    paragraph: int
    start: int
    end: int


def wrap(text: str, paragraphs: Sequence[Paragraph], width: int) -> list[Row]:
    """The rows of a column `width` cells wide; a blank row stands between paragraphs.

    The rows of a paragraph hold all of it but the blanks at which it was broken. A word wider than the
    column is cut, and so is a run of text without blanks (Chinese, Japanese, long urls).
    """
    width = max(width, 2)  # a wide character must fit
    flat = text.replace("\n", " ")
    rows: list[Row] = []
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.start, paragraph.end
        narrow = _NOT_NARROW.search(text, start, end) is None
        cuts = _narrow_cuts(flat, start, end, width) if narrow else _wide_cuts(flat, start, end, width)
        rows += [Row(number, *cut) for cut in cuts]
        rows.append(Row(-1, end, end))
    return rows[:-1]


def _narrow_cuts(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    while end - start > width:
        blank = text.rfind(" ", start + 1, start + width + 1)
        cut = blank if blank > 0 else start + width
        yield start, cut
        start = _skip_blanks(text, cut, end)
    if start < end:
        yield start, end


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start


def _wide_cuts(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    row, used = start, 0
    fold = -1  # the last place where the row may end: before a blank, and on either side of a wide character
    before = 1
    for first, last, cells in split_graphemes(text[start:end])[0]:
        here, is_blank = start + first, text[start + first : start + last] == " "
        if text[here - 1] != " " and (is_blank or 2 in (cells, before)):
            fold = here
        if used + cells > width and not is_blank:
            cut = fold if fold > row else here
            yield row, cut
            row = _skip_blanks(text, cut, end)
            used, fold = cell_len(text[row:here]), -1
        used, before = used + cells, cells
    if row < end:
        yield row, end


def cell_at(text: str, row: Row, offset: int) -> int:
    """The cell, counted from the row's left end, at which the character of code point `offset` is drawn.

    A character is what a terminal draws as one: a letter with its combining marks begins at one cell.
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


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    kept, used = 0, 0
    for _first, last, cells in split_graphemes(text)[0]:
        if used + cells > width - 1:
            break
        kept, used = last, used + cells
    return text[:kept].rstrip() + "…" if width > 0 else ""
