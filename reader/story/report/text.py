"""A report as plain text for a terminal, at most 80 cells wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from reader.base.sanitizing import sanitize_line
from reader.story.report.blocks import Block, Heading, ReportParagraph, Table, cell_text

__all__ = ["WIDTH", "as_text"]

WIDTH = 80
"""Cells of a line."""

_GAP = 2
"""Cells between two columns."""

_NARROWEST = 8
"""Cells to which a wider column may be narrowed."""

_UNDERLINES = {1: "═", 2: "━"}
"""The underlines of headings, by level; deeper headings have none."""


def as_text(blocks: Sequence[Block]) -> str:
    """The blocks as lines of at most WIDTH cells."""
    return "\n".join(line for block in blocks for line in _lines(block)).strip("\n")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            title = sanitize_line(words)
            yield ""
            yield from _wrapped(title, WIDTH)
            if underline := _UNDERLINES.get(level):
                yield underline * min(WIDTH, cell_len(title))
        case ReportParagraph(words):
            yield from _wrapped(sanitize_line(words), WIDTH)
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    rows = [[sanitize_line(cell_text(cell)) for cell in row] for row in (table.columns, *table.rows)]
    widths = _widths(rows)
    for number, row in enumerate(rows):
        cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            yield (" " * _GAP).join(map(_padded, parts, widths)).rstrip()
        if number == 0:
            yield (" " * _GAP).join("─" * width for width in widths)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The widths of the columns: as wide as their content, the widest narrowed until all fit."""
    widths = [max(1, *map(cell_len, column)) for column in zip(*rows, strict=True)]
    room = WIDTH - _GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _padded(part: str, width: int) -> str:
    return part + " " * (width - cell_len(part))


def _wrapped(words: str, width: int) -> list[str]:
    """Lines of at most `width` cells; a wider word is cut."""
    lines = [""]
    for word in words.split(" "):
        for piece in chop_cells(word, width) or [""]:
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if cell_len(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines
