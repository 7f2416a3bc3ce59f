"""Dates as people write them become ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from reader.language.word_list import word_set

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
_NUMBERS = re.compile(r"\b(?P<month>\d{1,2})(?P<sign>[./-])(?P<day>\d{1,2})(?P=sign)(?P<year>\d{4})\b")
_YEAR_FIRST_NUMBERS = re.compile(
    r"\b(?P<year>\d{4})(?:(?P<sign>[./])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})\b"
    r"|年(?P<of_month>\d{1,2})月(?P<of_day>\d{1,2})日)"
)
_DAY_FIRST_LANGUAGES = word_set("de fr es it pt nl pl cs sk ru uk bg el ro da no nb fi tr ar he id vi")
_YEAR_FIRST = word_set("zh ja ko hu lt sv fa mn")
_MONTH_FIRST_REGIONS = word_set("US PH PR")
_BOTH_REGIONS = word_set("CA ZA KE GH 001")
"""Languages, and regions of countries, by the order in which they write dates in numbers."""


def iso_date(text: str, language: str = "") -> str:
    """The first date in `text`, as ISO 8601, or "".

    An ISO date or time at the beginning is returned as it is. Numbers alone (04/05/2019) are read only
    where they can mean one day: nobody can tell April 5 from 4 May, unless the `language` (an IETF tag,
    "en-GB") writes one of them first. With full stops (4.5.2019) the day is first everywhere.
    """
    if found := _YEAR_FIRST_NUMBERS.search(text):
        month, day = found["month"] or found["of_month"], found["day"] or found["of_day"]
        return _day(found["year"], month, day, "month")
    if iso := _ISO.match(text.strip()):
        return iso[0]
    for pattern in (_MONTH_FIRST, _DAY_FIRST, _NUMBERS):
        for match in pattern.finditer(text):
            first = "day" if pattern is _NUMBERS and match["sign"] == "." else _first(language)
            if day := _day(match["year"], match["month"], match["day"], first):
                return day
    return ""


def _first(language: str) -> str:
    """The number that a language writes first, "day" or "month"; "" where both are usual or it is unknown."""
    tongue, _, region = language.partition("-")
    if region.upper() in _MONTH_FIRST_REGIONS:
        return "month"
    is_known = region and region.upper() not in _BOTH_REGIONS
    return "day" if (is_known or tongue in _DAY_FIRST_LANGUAGES) and tongue not in _YEAR_FIRST else ""


def _day(year: str, month: str, day: str, first: str) -> str:
    number = _numbered(int(month), int(day), first) if month.isdigit() else (_named(month), int(day))
    try:
        return date(int(year), *number).isoformat()
    except ValueError:
        return ""


def _numbered(one: int, two: int, first: str) -> tuple[int, int]:
    """Month and day of two numbers, of which one is `first`; (0, 0) where nobody knows which."""
    if one == two or two > 12:
        return one, two
    if one > 12 or first == "day":
        return two, one
    return (one, two) if first == "month" else (0, 0)


def _named(word: str) -> int:
    """1-12 for the name of a month, else 0."""
    lowered = word.lower()
    return next((number for number, stems in _stems().items() if lowered.startswith(stems)), 0)


@cache
def _stems() -> dict[int, tuple[str, ...]]:
    """The beginnings of each month's names in all languages, by its number."""
    months = zip(*(line.split() for line in MONTHS.values()), strict=True)
    return {number: tuple("|".join(names).split("|")) for number, names in enumerate(months, start=1)}
