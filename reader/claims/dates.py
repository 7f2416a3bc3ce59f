"""Dates: the days, months, years and times of day in a clause, relative ones by the date of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from reader.claims.clause import Clause, Span
from reader.language.numbers import value_of
from reader.language.word_list import word_list

__all__ = ["Moment", "moments"]

_DAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = word_list("jan feb mar apr may jun jul aug sep oct nov dec")
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{1,6})?)\b\.?"
_MOMENT = re.compile(
    rf"""\b(?:
      (?P<day>{"|".join(day.title() for day in _DAYS)})\b(?!\ of\b)
    | {_MONTH}\ (?P<date>\d\d?)(?:st|nd|rd|th)?\b(?!:)(?:,?\ (?P<year>\d{{4}}))?
    | (?P<date_>\d\d?)(?:st|nd|rd|th)?\ (?:of\ )?{_MONTH.replace("month", "month_")}
      (?:,?\ (?P<year_>\d{{4}}))?
    | {_MONTH.replace("month", "month__")}(?:\ (?:of\ )?(?P<year__>\d{{4}}))?
    | (?P<only_year>(?:1[6-9]|20)\d\d)(?![\w%-]|,\d)
    | (?P<relative>[Yy]esterday|[Tt]oday|[Tt]omorrow)
    | (?P<vague>[Ll]ast|[Tt]his|[Nn]ext)\ (?P<unit>week|month|year)
    | (?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b
    )""",
    re.VERBOSE,
)
_AGO = re.compile(r"[ -](?P<unit>day|week|month|year)s? (?:ago|earlier)\b")
_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


class Moment(NamedTuple):
    """A time in a clause: its `grain` (day, month, year, hour, …) and its value in that grain.

    `first` and `last` are the range of days it may mean, if the date of the article determines them.
    """

    span: Span
    grain: str
    value: str
    first: date | None = None
    last: date | None = None


def moments(clause: Clause) -> list[Moment]:
    """The times in a clause, in order."""
    published = _published(clause.date)
    absolute = [_moment(match, published) for match in _MOMENT.finditer(clause.text)]
    return sorted([*absolute, *_ago(clause, published)])


def _published(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _shifted(day: date | None, by: float) -> date | None:
    """The day a number of days later; None without a day, or beyond the end of the calendar."""
    try:
        return day + timedelta(days=by) if day else None
    except OverflowError:
        return None


def _moment(match: re.Match[str], published: date | None) -> Moment:
    part = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    span = match.span()
    if "day" in part:
        return _weekday(span, part["day"].lower(), published)
    if "relative" in part:
        shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[part["relative"].lower()]
        day = _shifted(published, shift)
        return Moment(span, "relative", part["relative"].lower(), day, day)
    if "vague" in part:
        return Moment(span, "this " + part["unit"], part["vague"].lower())
    if "hour" in part:
        hour = int(part["hour"]) % 12 + (12 if part["half"] == "p" else 0)
        return Moment(span, "hour", f"{hour}:{part.get('minute', '00')}")
    if "only_year" in part:
        return Moment(span, "year", part["only_year"])
    return _calendar(span, part, published)


def _weekday(span: Span, name: str, published: date | None) -> Moment:
    if not published:
        return Moment(span, "day", name)
    back = (published.weekday() - _DAYS.index(name)) % 7  # news is about the week before it
    day = _shifted(published, -back)
    return Moment(span, "day", name, day, day)


def _calendar(span: Span, part: dict[str, str], published: date | None) -> Moment:
    month = _MONTHS.index(part["month"][:3].lower()) + 1
    year = part.get("year", "")
    if "date" not in part:
        return Moment(span, "month", f"{year}-{month:02}" if year else f"{month:02}")
    value = f"{year}-{month:02}-{int(part['date']):02}"
    in_year = int(year) if year else _year_of(month, published)
    try:
        day = date(in_year, month, int(part["date"])) if in_year else None
    except ValueError:
        day = None
    return Moment(span, "date", value, day, day)


def _year_of(month: int, published: date | None) -> int:
    """The year of a month without one: that of the article, or the year before if the month is far ahead."""
    if not published:
        return 0
    return published.year - (month > published.month + 6)


def _ago(clause: Clause, published: date | None) -> Iterator[Moment]:
    for number in clause.numbers:
        unit = _AGO.match(clause.text, number.end())
        if unit:
            count = value_of(number).low
            days = count * _LENGTH[unit["unit"]]
            slack = _LENGTH[unit["unit"]] / 2
            span = number.start(), unit.end()
            first, last = _shifted(published, -days - slack), _shifted(published, slack - days)
            yield Moment(span, "ago", f"{days:.0f}", first, last)
