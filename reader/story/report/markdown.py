"""A report as Markdown, with tables as GitHub and Obsidian show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.exchange.markdown.text import inline, named_link
from reader.story.report.blocks import Block, Cell, Heading, Hyperlink, ReportParagraph, Table, cell_text

__all__ = ["as_markdown"]


def as_markdown(blocks: Sequence[Block]) -> str:
    """The blocks as a Markdown document."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            yield f"{'#' * level} {inline(words)}"
        case ReportParagraph(words):
            yield inline(words)
        case Table(columns, rows):
            yield _row(map(inline, columns))
            yield _row(["---"] * len(columns))
            yield from (_row(map(_cell, row)) for row in rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return named_link(cell.words, cell.url) if isinstance(cell, Hyperlink) else inline(cell_text(cell))
