"""Annotations from the CSV that reader exports, also when a spreadsheet has saved it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.documents import from_document
from annotations.validation import validated
from reader.exchange.csv.cells import unescaped
from reader.exchange.csv.table import CellRow, CellTable
from reader.exchange.csv.writing import COLUMNS
from reader.exchange.imported_file import ForeignFileError, ImportedFile, Intake

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["is_csv_file", "read_csv"]

_NEEDED = ("annotation", "created", "article", "quote", "start", "end")


def is_csv_file(table: CellTable) -> bool:
    """Whether a table has the columns by which reader names an annotation; others may be anywhere."""
    return set(COLUMNS[:2]) <= set(table.columns)


def read_csv(table: CellTable) -> ImportedFile:
    """The annotations of an export; all rows with the same id are one annotation, in the order of `target`.

    A damaged annotation is left out. Raises ForeignFileError where a column is missing, or all are damaged.
    """
    if missing := [name for name in _NEEDED if name not in table.columns]:
        raise ForeignFileError(f"its column {missing[0]} is missing")
    rows = [
        CellRow(row.number, {name: unescaped(cell) for name, cell in row.cells.items()}) for row in table.rows
    ]
    groups: dict[str, list[CellRow]] = {}
    for row in rows:
        groups.setdefault(row.cells["annotation"], []).append(row)
    intake = Intake()
    for group in groups.values():
        with intake.item(f"row {group[0].number}"):
            intake.add(_annotation(group))
    return intake.file()


def _annotation(rows: list[CellRow]) -> Annotation:
    first = rows[0].cells
    names = ("created", "updated", "author", "relation", "colour", "note")
    texts: dict[str, Any] = {name: first.get(name, "") for name in names}
    cells = sorted((row.cells for row in rows), key=lambda each: _whole(each, "target"))
    document = texts | {
        "id": first["annotation"],
        "updated": texts["updated"] or texts["created"],
        "colour": texts["colour"] or "yellow",
        "tags": first.get("tags", "").split(),
        "targets": [_target(each) for each in cells],
    }
    return validated(from_document(document))


def _target(row: dict[str, str]) -> dict[str, Any]:
    names = ("sha256", "title", "source", "date", "url", "path")
    return {
        "article": {"id": row.get("article", "")} | {name: row.get(name, "") for name in names},
        "quote": {name: row.get(column, "") for name, column in _QUOTE.items()},
        "position": {name: _whole(row, name) for name in ("start", "end")},
    }


def _whole(row: dict[str, str], name: str) -> int:
    """A whole number; programs for statistics write 12 as 12.0. Raises ValueError."""
    text = row.get(name, "").strip().removesuffix(".0")
    if not text.isdecimal():
        raise ValueError(f"{name} is not a whole number")
    return int(text)


_QUOTE = {"exact": "quote", "prefix": "prefix", "suffix": "suffix"}
