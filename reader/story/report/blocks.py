"""What a report is made of. All words in it are as they are: each format makes them safe in its own way."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Cell", "Heading", "Paragraph", "Table", "percent"]

Cell = str | float
"""Words, or a share (0-1), which formats that can do so shade."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the report's own."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, each with as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Heading | Paragraph | Table


def percent(cell: Cell) -> str:
    """A cell as words: shares as whole per cent."""
    return cell if isinstance(cell, str) else f"{cell:.0%}"
