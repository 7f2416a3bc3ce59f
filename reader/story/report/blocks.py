"""The parts of a report. Their words are unescaped: each format makes them safe in its own way."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Cell", "Heading", "Hyperlink", "ReportParagraph", "Table", "cell_text"]


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Words that link to an address, if it is a web address and the format has links."""

    words: str
    url: str


Cell = str | float | Hyperlink
"""Words, or a share (0-1), which some formats shade."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the title of the report."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A paragraph of text."""

    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with one cell for each column. A row that begins with "" continues the row above it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | ReportParagraph | Table


def cell_text(cell: Cell) -> str:
    """The words of a cell; a share as a whole percentage."""
    if isinstance(cell, Hyperlink):
        return cell.words
    return cell if isinstance(cell, str) else f"{cell:.0%}"
