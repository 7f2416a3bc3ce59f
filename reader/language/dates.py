"""Dates as people write them become ISO 8601."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["iso_date"]

_ISO = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?(?![\w-])"
)
_MONTH_FIRST = re.compile(
    r"\b(?P<month>[^\W\d_]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})\b"
)
_DAY_FIRST = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er)? (?:de |of )?(?P<month>[^\W\d_]{3,10})\.?,? (?:de )?"
    r"(?P<year>\d{4})\b"
)
_NUMBERS = re.compile(r"\b(?P<month>\d{1,2})[./](?P<day>\d{1,2})[./](?P<year>\d{4})\b")
_MONTHS = (
    "jan|ene feb|fév mar|mär apr|avr|abr may|mai jun|juin jul|juil "
    "aug|aoû|aou|ago sep oct|okt nov dec|dez|déc|dic"
)
"""How the names of the months begin in English, French, German and Spanish."""


def iso_date(text: str) -> str:
    """The first date that `text` says, as ISO 8601, or "".

    An ISO date or time at the beginning is kept as it is. Numbers alone (04/05/2019) are read only where
    they can mean one day: nobody can tell April 5 from 4 May.
    """
    if found := _ISO.match(text.strip()):
        return found[0]
    for pattern in (_MONTH_FIRST, _DAY_FIRST, _NUMBERS):
        for found in pattern.finditer(text):
            if day := _day(found["year"], found["month"], found["day"]):
                return day
    return ""


def _day(year: str, month: str, day: str) -> str:
    number = _numbered(int(month), int(day)) if month.isdigit() else (_named(month), int(day))
    try:
        return date(int(year), *number).isoformat()
    except ValueError:
        return ""


def _numbered(first: int, second: int) -> tuple[int, int]:
    """Month and day of two numbers; (0, 0) where both could be the month."""
    if first == second or second > 12:
        return first, second
    return (second, first) if first > 12 else (0, 0)


def _named(word: str) -> int:
    """1-12 for the name of a month, else 0."""
    stems = enumerate(_MONTHS.split(), 1)
    return next((number for number, stem in stems if word.lower().startswith(tuple(stem.split("|")))), 0)
