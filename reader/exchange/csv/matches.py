"""Matches as CSV: one row for each match."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.differences.messages import describe
from reader.exchange.csv.cells import BOM, escaped

if TYPE_CHECKING:
    from reader.exchange.export import Export, Pair, QuotedPassage

__all__ = ["COLUMNS", "csv_matches"]

_EXCERPT = ("title", "source", "date", "url", "quote", "start", "end", "paragraph", "sentence")

COLUMNS = (
    "kind", "score", "differences", *(f"{letter}_{name}" for letter in "ab" for name in _EXCERPT), "made_by",
)  # fmt: skip
"""`differences` are separated by semicolons; start and end are code points; `made_by` is the version and
the settings."""


def csv_matches(export: Export) -> str:
    """The matches that were found, one per row."""
    made = ", ".join(f"{name} {value}" for name, value in export.made.items())
    file = io.StringIO(newline="")
    file.write(BOM)
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for pair in export.found_pairs():
        writer.writerow(map(escaped, map(str, [*_row(pair), made])))
    return file.getvalue()


def _row(pair: Pair) -> Iterator[object]:
    yield pair.kind
    yield "" if pair.score is None else round(pair.score, 1)
    yield "; ".join(describe(difference, "a", "b") for difference in pair.differences)
    for excerpt in pair.excerpts:
        yield from _cells(excerpt)


def _cells(excerpt: QuotedPassage) -> tuple[object, ...]:
    article, place = excerpt.article, excerpt.place
    where = (*place.span, place.paragraph, place.sentence) if place else ("",) * 4
    return (article.title, article.source, article.date, article.url, excerpt.quote, *where)
