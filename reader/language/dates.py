"""Dates as people write them become ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

__all__ = ["MONTHS", "iso_date"]

MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "jan feb mär|mar apr mai jun jul aug sep okt nov dez",
    "fr": "jan fév|feb mar avr mai juin juil aoû|aou sep oct nov déc|dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
}
"""By language: the beginnings of the names of the twelve months; "|" separates spellings of one month."""

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


def iso_date(text: str) -> str:
    """The first date in `text`, as ISO 8601, or "".

    An ISO date or time at the beginning is returned as it is. Numbers alone (04/05/2019) are read only
    where they can mean one day: nobody can tell April 5 from 4 May.
    """
    if iso := _ISO.match(text.strip()):
        return iso[0]
    for pattern in (_MONTH_FIRST, _DAY_FIRST, _NUMBERS):
        for match in pattern.finditer(text):
            if day := _day(match["year"], match["month"], match["day"]):
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
    lowered = word.lower()
    return next((number for number, stems in _stems().items() if lowered.startswith(stems)), 0)


@cache
def _stems() -> dict[int, tuple[str, ...]]:
    """The beginnings of each month's names in all languages, by its number."""
    months = zip(*(line.split() for line in MONTHS.values()), strict=True)
    return {number: tuple("|".join(names).split("|")) for number, names in enumerate(months, start=1)}
