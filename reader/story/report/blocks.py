"""What a report is made of. All words in it are as they are: each format makes them safe in its own way."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Cell", "Heading", "Hyperlink", "ReportParagraph", "Table", "shown"]


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Words that lead to an address, where that is one of the web and the format can do so."""

    words: str
    url: str


Cell = str | float | Hyperlink
"""Words, or a share (0-1), which formats that can do so shade."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the report's own."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """Some sentences."""

    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, each with as many cells as there are columns. One that begins with "" goes on with the last."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | ReportParagraph | Table


def shown(cell: Cell) -> str:
    """A cell as words: shares as whole per cent."""
    if isinstance(cell, Hyperlink):
        return cell.words
    return cell if isinstance(cell, str) else f"{cell:.0%}"
