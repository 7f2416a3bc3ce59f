"""Annotations from the CSV that reader exports, also when a spreadsheet has saved it again."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import TYPE_CHECKING, Any

from annotations.documents import from_document
from annotations.validation import validated
from reader.exchange.csv.cells import unescaped
from reader.exchange.csv.writing import COLUMNS
from reader.exchange.imported_file import ForeignFileError, ImportedFile

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["is_csv_file", "read_csv"]

Row = dict[str, str]

_NEEDED = ("annotation", "created", "article", "quote", "start", "end")


def is_csv_file(data: bytes) -> bool:
    """Whether a file begins with the headings that reader writes."""
    first = data.removeprefix("\ufeff".encode()).split(b"\n", 1)[0]
    return first.replace(b'"', b"").startswith(",".join(COLUMNS[:2]).encode())


def read_csv(data: bytes) -> ImportedFile:
    """The annotations of an export; consecutive rows with the same id are one annotation.

    Raises ForeignFileError, which names the first damaged row.
    """
    try:
        rows = [{name: unescaped(cell) for name, cell in row.items()} for row in _rows(data)]
    except (UnicodeDecodeError, csv.Error, AttributeError) as error:
        raise ForeignFileError(f"it is not a CSV table in UTF-8 ({error})") from error
    if rows and (missing := [name for name in _NEEDED if name not in rows[0]]):
        raise ForeignFileError(f"its column {missing[0]} is missing")
    groups = groupby(enumerate(rows, 2), key=lambda numbered_row: numbered_row[1]["annotation"])
    return ImportedFile(tuple(_annotation([*group]) for _, group in groups))


def _rows(data: bytes) -> list[Row]:
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    rows = [*csv.DictReader(text, strict=True)]
    if any(None in row or None in row.values() for row in rows):
        raise csv.Error("a row has more or fewer cells than there are columns")
    return rows


def _annotation(rows: list[tuple[int, Row]]) -> Annotation:
    number, first = rows[0]
    names = ("created", "updated", "author", "relation", "colour", "note")
    texts: dict[str, Any] = {name: first.get(name, "") for name in names}
    try:
        document = texts | {
            "id": first["annotation"],
            "updated": texts["updated"] or texts["created"],
            "colour": texts["colour"] or "yellow",
            "tags": first.get("tags", "").split(),
            "targets": [_target(row) for number, row in rows],
        }
        return validated(from_document(document))
    except (ValueError, TypeError) as error:
        raise ForeignFileError(f"its row {number} is damaged: {error}") from error


def _target(row: Row) -> dict[str, Any]:
    names = ("sha256", "title", "source", "date", "url", "path")
    return {
        "article": {"id": row["article"]} | {name: row.get(name, "") for name in names},
        "quote": {name: row.get(column, "") for name, column in _QUOTE.items()},
        "position": {name: int(row[name]) for name in ("start", "end")},
    }


_QUOTE = {"exact": "quote", "prefix": "prefix", "suffix": "suffix"}
