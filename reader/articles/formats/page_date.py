"""The day of publication that a page states, unless nobody can tell which of its numbers is the month."""

from __future__ import annotations

import re
from datetime import date

from reader.language.dates import iso_date

__all__ = ["stated_day"]

_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
_MONTH_NAMED = "[^\\W\\d_]{3,10}"

_COUNTRIES = {
    "uk": "en-GB",
    "ie": "en-IE",
    "au": "en-AU",
    "nz": "en-NZ",
    "in": "en-IN",
    "us": "en-US",
    "gov": "en-US",
    "mil": "en-US",
}
"""The English of a country, by the end of its hosts."""


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
    swapped = date(day.year, day.day, day.month)
    if _is_clear(swapped, page):
        return swapped.isoformat()
    written = f"{numbers[1]}{numbers[2]}{numbers[3]}{numbers[2]}{day.year}"
    country = _COUNTRIES.get(host.lower().rpartition(".")[2], "")
    readings = (iso_date(written, locale.replace("_", "-")) for locale in (*locales, country))
    return next(filter(None, readings), "")


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
