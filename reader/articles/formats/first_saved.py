"""The date of a document: the day on which it was first saved, where that is plausible."""

from __future__ import annotations

from datetime import date

__all__ = ["EDITED", "first_saved"]

EDITED = 31
"""The most days between the first and the last saving: the date of an older file is that of its template."""

_EPOCHS = 1990
"""An earlier year is not a date: programs that do not know the day write 1601, 1904, 1970 or 1980."""

_TEMPLATES = {"2013-12-23"}
"""The days on which templates of libraries were saved: that of python-docx."""


def first_saved(created: str, modified: str) -> str:
    """The day of the first of two ISO 8601 times; "" where it is a template's, or means an unknown day."""
    first, last = _day(created), _day(modified or created)
    if first is None or last is None or first.year < _EPOCHS or first.isoformat() in _TEMPLATES:
        return ""
    return first.isoformat() if 0 <= (last - first).days <= EDITED else ""


def _day(time: str) -> date | None:
    try:
        return date.fromisoformat(time[:10])
    except ValueError:
        return None
