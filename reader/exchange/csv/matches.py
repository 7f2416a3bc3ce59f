"""Matches as CSV (RFC 4180): a row for each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.exchange.csv.writing import disarmed

if TYPE_CHECKING:
    from reader.exchange.work import Match, Side, Work

__all__ = ["COLUMNS", "csv_matches"]

_SIDE = ("title", "source", "date", "url", "quote", "start", "end", "paragraph", "sentence")

COLUMNS = (
    "kind", "score", "differences", *(f"{side}_{name}" for side in "ab" for name in _SIDE), "made_by",
)  # fmt: skip
"""`differences` are parted by semicolons; places are code points; `made_by` is version and settings."""


def csv_matches(work: Work) -> str:
    """The matches of the work, one a row."""
    made = ", ".join(f"{name} {value}" for name, value in work.made.items())
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for match in work.matches:
        writer.writerow(map(disarmed, map(str, [*_row(match), made])))
    return file.getvalue()


def _row(match: Match) -> Iterator[object]:
    yield match.kind
    yield "" if match.score is None else round(match.score, 1)
    yield "; ".join(difference.message for difference in match.differences)
    for side in match.sides:
        yield from _side(side)


def _side(side: Side) -> tuple[object, ...]:
    article, place = side.article, side.place
    where = (*place.span, place.paragraph, place.sentence) if place else ("",) * 4
    return (article.title, article.source, article.date, article.url, side.quote, *where)
