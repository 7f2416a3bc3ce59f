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
from reader.exchange.csv.cells import escaped, unescaped

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
        writer.writerow(escaped(getattr(tag, field)) for field in _COLUMNS.values())
    return table.getvalue()


def import_csv(codebook: Sequence[Tag], text: str) -> Revision:
    """The revision that describes tags as a table does. Missing columns and missing tags stay as they are.

    Columns with other names are ignored. Raises UserError, with the number of the line, where the text is
    not such a table, a tag is not valid or occurs twice, or a colour or glyph is unknown.
    """
    described = {tag.name.casefold(): tag for tag in codebook}
    tags: dict[str, Tag] = {}
    rows = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        if "tag" not in (rows.fieldnames or ()):
            raise UserError("this is not a codebook: the first line must name the column tag")
        for row in rows:
            tag = _tag(row, described)
            if tag.name.casefold() in tags:
                raise UserError(f"#{tag.name} occurs twice")
            tags[tag.name.casefold()] = tag
    except (UserError, csv.Error) as error:
        raise UserError(f"line {max(rows.line_num, 1)}: {error}") from error
    return replaced(codebook, tags.values(), f"imported a codebook of {counted(len(tags), 'tag')}")


def _tag(row: dict[str, str], described: dict[str, Tag]) -> Tag:
    cells: dict[str, Any] = {
        field: unescaped(row[column] or "") for column, field in _COLUMNS.items() if column in row
    }
    tag = checked(Tag(**cells))
    before = described.get(tag.name.casefold(), tag)
    return replace(before, **{field: getattr(tag, field) for field in cells.keys() - {"name"}})
