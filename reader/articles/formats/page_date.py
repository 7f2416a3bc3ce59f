"""The day of publication that a page states, unless nobody can tell which of its numbers is the month."""

from __future__ import annotations

import re
from datetime import date

from reader.language.dates import iso_date

__all__ = ["stated_day"]

_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
_MONTH_NAMED = "[^\\W\\d_]{3,10}"

_MONTH_FIRST = frozenset(("us", "ph", "fm", "pw", "mh"))
"""Regions that write the month before the day."""

_DAY_FIRST = frozenset(
    [
        "gb",
        "uk",
        "ie",
        "au",
        "nz",
        "in",
        "za",
        "ng",
        "ke",
        "gh",
        "ug",
        "tz",
        "sg",
        "my",
        "hk",
        "pk",
        "bd",
        "lk",
        "jm",
        "tt",
        "mt",
        "zw",
        "zm",
        "cy",
    ]
)
"""Regions of English that write the day before the month."""

_YEAR_FIRST = frozenset(("ja", "zh", "ko", "hu", "mn"))
"""Languages that write the year first: where it is last, the order of the others is not known."""


def stated_day(found: str, page: str, locales: tuple[str, ...], host: str) -> str:
    """The day that was `found` in a page (ISO 8601), "" where the page states it only in two meanings.

    Of 03/04/2026, the language and region of the page tell the order: `locales` ("en-GB", "de", the most
    trusted first), else the country of the `host`. Otherwise a day above 12, or the same day in another form
    ("2026-04-03", "3 April 2026") must tell it.
    """
    try:
        day = date.fromisoformat(found[:10])
    except ValueError:
        return found
    if day.day > 12 or day.day == day.month or _is_clear(day, page):
        return found
    numbers = next((match for match in _NUMBERS.finditer(page) if _may_mean(match, day)), None)
    if numbers is None:
        return found
    first, second = int(numbers[1]), int(numbers[3])
    order = _order(locales, host) or ("day" if numbers[2] == "." and locales else "")
    if not order:
        return ""
    number, month = (first, second) if order == "day" else (second, first)
    return date(day.year, month, number).isoformat()


def _is_clear(day: date, page: str) -> bool:
    """Whether the page states the day in a form that has one meaning."""
    numbers = rf"(?<!\d){day.year}([-/.]?)0?{day.month}\1(?:0?{day.day})(?!\d)"
    if re.search(numbers, page):
        return True
    named = rf"\b0?{day.day}(?:st|nd|rd|th|\.|er)? (?:de |of )?{_MONTH_NAMED}\.?,? (?:de )?{day.year}\b"
    month_first = rf"\b{_MONTH_NAMED}\.? 0?{day.day}(?:st|nd|rd|th)?,? {day.year}\b"
    return any(iso_date(match[0]) == day.isoformat() for match in re.finditer(f"{named}|{month_first}", page))


def _may_mean(numbers: re.Match[str], day: date) -> bool:
    """Whether three numbers mean the day if they are read in one order or the other."""
    year = int(numbers[4]) % 100 == day.year % 100
    return year and {int(numbers[1]), int(numbers[3])} == {day.day, day.month}


def _order(locales: tuple[str, ...], host: str) -> str:
    """The number that comes first, "day" or "month"; "" if nothing tells it."""
    regions = []
    for locale in locales:
        language, _, region = locale.lower().replace("_", "-").partition("-")
        region = region.rpartition("-")[2]
        if language not in ("en", ""):
            return "" if language in _YEAR_FIRST else "day"
        regions.append(region)
    country = host.lower().rpartition(".")[2]
    for region in [*regions, "us" if country in ("gov", "mil") else country]:
        if region in _MONTH_FIRST:
            return "month"
        if region in _DAY_FIRST:
            return "day"
    return ""
