"""Annotations as CSV (RFC 4180): a row for each passage. What a newer version has added is left out."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import Annotation, Target
    from reader.exchange.work import Work
    from reader.notes.anchored_place import AnchoredPlace

__all__ = ["COLUMNS", "csv_file", "disarmed", "rearmed"]

COLUMNS = (
    "annotation", "target", "created", "updated", "author", "relation", "colour", "tags", "note",
    "article", "sha256", "title", "source", "date", "url", "path",
    "quote", "prefix", "suffix", "start", "end", "state", "paragraph", "sentence",
)  # fmt: skip
"""`annotation` is its id, `target` counts from 1, tags are parted by spaces, start and end are code points.
The last three tell where the passage stands now and are empty where its article is not to be had."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def csv_file(work: Work) -> str:
    """The passages of all annotations, one a row, with what is said of them."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for annotation in work.annotations:
        places = work.places.get(annotation.id) or (None,) * len(annotation.targets)
        for number, (target, place) in enumerate(zip(annotation.targets, places, strict=True), 1):
            row = (*_said(annotation, number), *_passage(target), *_where(place))
            writer.writerow(map(disarmed, map(str, row)))
    return file.getvalue()


def disarmed(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that looks like it gets an apostrophe in front."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def rearmed(cell: str) -> str:
    """The cell that was disarmed."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _said(annotation: Annotation, number: int) -> tuple[str | int, ...]:
    return (
        annotation.id,
        number,
        annotation.created,
        annotation.updated,
        annotation.author,
        annotation.relation,
        annotation.colour,
        " ".join(annotation.tags),
        annotation.note,
    )


def _passage(target: Target) -> tuple[str | int, ...]:
    article, quote, position = target.article, target.quote, target.position
    known = (
        article.id,
        article.sha256,
        article.title,
        article.source,
        article.date,
        article.url,
        article.path,
    )
    return (*known, quote.exact, quote.prefix, quote.suffix, position.start, position.end)


def _where(place: AnchoredPlace | None) -> tuple[str | int, ...]:
    return (str(place.state), place.paragraph or "", place.sentence or "") if place else ("", "", "")
