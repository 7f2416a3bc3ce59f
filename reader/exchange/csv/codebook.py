"""The codebook as a table for spreadsheets: tag, colour, glyph, description. A parent is implied by `/`."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any

from annotations.codebook_changes import checked, replaced
from annotations.model import Revision, Tag
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.exchange.csv.writing import disarmed, rearmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["codebook_csv", "import_csv"]

_COLUMNS = {"tag": "name", "colour": "colour", "glyph": "glyph", "description": "description"}
"""The columns, and the fields of Tag that they hold."""


def codebook_csv(tags: Iterable[Tag]) -> str:
    """The tags as CSV (RFC 4180), with a line of headings."""
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    for tag in tags:
        writer.writerow(disarmed(getattr(tag, field)) for field in _COLUMNS.values())
    return table.getvalue()


def import_csv(codebook: Sequence[Tag], text: str) -> Revision:
    """Describes tags as a table says. Columns that it lacks, and tags that are not in it, stay as they are.

    Columns of other names are passed over. Raises UserError, with the number of the line, for what is no
    such table, a tag that is none or comes twice, and a colour or glyph that is none.
    """
    known = {tag.name.casefold(): tag for tag in codebook}
    found: dict[str, Tag] = {}
    rows = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        if "tag" not in (rows.fieldnames or ()):
            raise UserError("this is no codebook: the first line must name the column tag")
        for row in rows:
            tag = _tag(row, known)
            if tag.name.casefold() in found:
                raise UserError(f"#{tag.name} comes twice")
            found[tag.name.casefold()] = tag
    except (UserError, csv.Error) as error:
        raise UserError(f"line {max(rows.line_num, 1)}: {error}") from error
    count = counted(len(found), "tag")
    return replaced(codebook, found.values(), f"imported a codebook of {count}")


def _tag(row: dict[str, str], known: dict[str, Tag]) -> Tag:
    cells: dict[str, Any] = {
        field: rearmed(row[column] or "") for column, field in _COLUMNS.items() if column in row
    }
    tag = checked(Tag(**cells))
    before = known.get(tag.name.casefold(), tag)
    return replace(before, **{field: getattr(tag, field) for field in cells.keys() - {"name"}})
