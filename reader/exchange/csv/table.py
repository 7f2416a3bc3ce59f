"""Tables of any origin: CSV as a spreadsheet or another program has saved it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.exchange.imported_file import ForeignFileError

__all__ = ["CellRow", "CellTable", "parsed_table"]

_SEPARATORS = ",;\t|"
"""The separators of cells: Excel writes semicolons in most of Europe, and tabs in its "Unicode text"."""

_NAMED_SEPARATOR = re.compile(r'\A"?sep=(.)"?\r?[\n\r]')
"""The first line by which Excel is told the separator."""

_LARGEST_CELL = 200_000_000


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row that is not empty. `number` counts the rows from 1 as a spreadsheet does, the headings too.

    `cells` has the texts by the names of their columns; cells that the row does not have are missing.
    """

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class CellTable:
    """The rows below a line of headings. Names of columns are as in the file, without white space around."""

    columns: tuple[str, ...]
    rows: tuple[CellRow, ...]


def parsed_table(data: bytes) -> CellTable:
    """The table in a file, whatever its encoding, separator and ends of lines are.

    Cells below an empty heading, or beyond the last one, are left out. Raises ForeignFileError where the
    bytes are not text, or a quotation mark is not closed.
    """
    from reader.articles.decoding import UndecodableError, decode
    from reader.exchange.csv.encoding import encoding_of_table

    try:
        text = decode(data, encoding_of_table(data))
        named = _NAMED_SEPARATOR.match(text)
        body = text[named.end() :] if named else text
        lines = [*_lines(body, named[1] if named else _separator(body))]
    except (UndecodableError, csv.Error) as error:
        raise ForeignFileError(f"it is not a table ({error}); save it as CSV in UTF-8") from error
    columns = tuple(cell.strip("\ufeff \t") for cell in lines[0]) if lines else ()
    return CellTable(
        columns,
        tuple(
            CellRow(number, {name: cell for name, cell in zip(columns, line, strict=False) if name})
            for number, line in enumerate(lines[1:], 2)
            if any(cell.strip() for cell in line)
        ),
    )


def _separator(text: str) -> str:
    """The separator that divides the line of headings into the most cells; a comma if none divides it."""
    return max(_SEPARATORS, key=lambda separator: len(next(_lines(text, separator, strict=False), [])))


def _lines(text: str, separator: str, *, strict: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
