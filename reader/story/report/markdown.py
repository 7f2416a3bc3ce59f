"""A report as Markdown, with the tables of GitHub and Obsidian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.export.markdown_text import inline
from reader.story.report.blocks import Block, Cell, Heading, Paragraph, Table, percent

__all__ = ["as_markdown"]


def as_markdown(blocks: Sequence[Block]) -> str:
    """The blocks as a Markdown document."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            yield f"{'#' * level} {inline(words)}"
        case Paragraph(words):
            yield inline(words)
        case Table(columns, rows):
            yield _row(columns)
            yield _row(["---"] * len(columns), raw=True)
            yield from map(_row, rows)


def _row(cells: Sequence[Cell], *, raw: bool = False) -> str:
    return f"| {' | '.join(percent(cell) if raw else inline(percent(cell)) for cell in cells)} |"
