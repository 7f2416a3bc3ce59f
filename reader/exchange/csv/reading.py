"""Annotations from our own CSV, be it saved again by a spreadsheet."""

from __future__ import annotations

import csv
import io
from itertools import groupby
from typing import TYPE_CHECKING, Any

from annotations.documents import from_document
from annotations.imported import ForeignFileError, Imported, checked
from reader.exchange.csv.writing import COLUMNS, rearmed

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["is_csv_file", "read_csv"]

Row = dict[str, str]

_NEEDED = ("annotation", "created", "article", "quote", "start", "end")


def is_csv_file(data: bytes) -> bool:
    """Whether a file begins with a line of our headings."""
    first = data.removeprefix("\ufeff".encode()).split(b"\n", 1)[0]
    return first.replace(b'"', b"").startswith(",".join(COLUMNS[:2]).encode())


def read_csv(data: bytes) -> Imported:
    """The annotations of an export; rows of one id that follow one another are one annotation.

    Raises ForeignFileError, which names the first row that is damaged.
    """
    try:
        rows = [{name: rearmed(cell) for name, cell in row.items()} for row in _rows(data)]
    except (UnicodeDecodeError, csv.Error, AttributeError) as error:
        raise ForeignFileError(f"it is no table in CSV and UTF-8 ({error})") from error
    if rows and (missing := [name for name in _NEEDED if name not in rows[0]]):
        raise ForeignFileError(f"its column {missing[0]} is missing")
    numbers = groupby(enumerate(rows, 2), key=lambda numbered_row: numbered_row[1]["annotation"])
    return Imported(tuple(_annotation([*group]) for _, group in numbers))


def _rows(data: bytes) -> list[Row]:
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    rows = [*csv.DictReader(text, strict=True)]
    if any(None in row or None in row.values() for row in rows):
        raise csv.Error("a row has more or fewer cells than there are columns")
    return rows


def _annotation(rows: list[tuple[int, Row]]) -> Annotation:
    number, first = rows[0]
    texts = ("created", "updated", "author", "relation", "colour", "note")
    said: dict[str, Any] = {name: first.get(name, "") for name in texts}
    try:
        document = said | {
            "id": first["annotation"],
            "updated": said["updated"] or said["created"],
            "colour": said["colour"] or "yellow",
            "tags": first.get("tags", "").split(),
            "targets": [_target(row) for number, row in rows],
        }
        return checked(from_document(document))
    except (ValueError, TypeError) as error:
        raise ForeignFileError(f"row {number} of it is damaged: {error}") from error


def _target(row: Row) -> dict[str, Any]:
    names = ("sha256", "title", "source", "date", "url", "path")
    return {
        "article": {"id": row["article"]} | {name: row.get(name, "") for name in names},
        "quote": {name: row.get(column, "") for name, column in _QUOTE.items()},
        "position": {name: int(row[name]) for name in ("start", "end")},
    }


_QUOTE = {"exact": "quote", "prefix": "prefix", "suffix": "suffix"}
