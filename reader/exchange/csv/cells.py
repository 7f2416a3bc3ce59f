"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

__all__ = ["escaped", "unescaped"]

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def escaped(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """The cell as it was before it was escaped."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
