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
from reader.exchange.csv.cells import BOM, escaped, unescaped
from reader.exchange.csv.table import CellTable, parsed_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["codebook_csv", "import_csv", "is_codebook"]

_COLUMNS = {"tag": "name", "colour": "colour", "glyph": "glyph", "description": "description"}
"""The columns, and the fields of Tag that they hold."""

_OTHER_NAMES = {
    "path": "tag",  # Taguette
    "name": "tag",  # Taguette, NVivo
    "code": "tag",  # ATLAS.ti
    "code name": "tag",
    "memo": "description",  # QualCoder
    "comment": "description",  # ATLAS.ti
    "color": "colour",
}
"""The names that other programs give to these columns, in lower case."""


def codebook_csv(tags: Iterable[Tag]) -> str:
    """The tags as CSV (RFC 4180) with a byte order mark and a line of headings."""
    table = StringIO(newline="")
    table.write(BOM)
    writer = csv.writer(table)
    writer.writerow(_COLUMNS)
    for tag in tags:
        writer.writerow(escaped(getattr(tag, field)) for field in _COLUMNS.values())
    return table.getvalue()


def import_csv(codebook: Sequence[Tag], data: bytes) -> Revision:
    """The revision that describes tags as a table does. Missing columns and missing tags stay as they are.

    The tag is in the column `tag`, else in one that another program calls path, name or code. Columns with
    other names are ignored, and so are colours of other programs. Raises UserError, with the number of the
    row, where the file is not such a table, a tag is not valid or occurs twice, or a colour or glyph is
    unknown.
    """
    described = {tag.name.casefold(): tag for tag in codebook}
    tags: dict[str, Tag] = {}
    table = parsed_table(data)
    columns = _columns(table.columns)
    if "tag" not in columns.values():
        raise UserError("this is not a codebook: the first row must name the column tag")
    for row in table.rows:
        cells = {columns[name]: unescaped(cell) for name, cell in row.cells.items() if name in columns}
        try:
            tag = _tag(cells, described)
            if tag.name.casefold() in tags:
                raise UserError(f"#{tag.name} occurs twice")
        except UserError as error:
            raise UserError(f"row {row.number}: {error}") from error
        tags[tag.name.casefold()] = tag
    return replaced(codebook, tags.values(), f"imported a codebook of {counted(len(tags), 'tag')}")


def is_codebook(table: CellTable) -> bool:
    """Whether a table has a column of tags and one that describes them."""
    return {"tag", "description"} <= set(_columns(table.columns).values())


def _columns(names: Sequence[str]) -> dict[str, str]:
    """Our name of each column that has one; where two columns have the same one, the better known wins."""
    columns: dict[str, str] = {}
    lower = {name.casefold(): name for name in names}
    for other, ours in (*((name, name) for name in _COLUMNS), *_OTHER_NAMES.items()):
        if other in lower and ours not in columns.values():
            columns[lower[other]] = ours
    return columns


def _tag(row: dict[str, str], described: dict[str, Tag]) -> Tag:
    cells: dict[str, Any] = {_COLUMNS[column]: cell for column, cell in row.items()}
    if str(cells.get("colour", "")).startswith("#"):  # of another program
        del cells["colour"]
    tag = checked(Tag(**cells))
    before = described.get(tag.name.casefold(), tag)
    return replace(before, **{field: getattr(tag, field) for field in cells.keys() - {"name"}})
