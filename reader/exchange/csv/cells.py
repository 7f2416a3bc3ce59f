"""The CSV that spreadsheets understand: its byte order mark, and cells that are not taken for formulas."""

from __future__ import annotations

import re

__all__ = ["BOM", "escaped", "unescaped"]

BOM = "\ufeff"
"""The byte order mark at the beginning of a file: Excel takes UTF-8 without it for Windows-1252."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def escaped(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """The cell as it was before it was escaped."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
