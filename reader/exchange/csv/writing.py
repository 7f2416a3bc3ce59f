"""Annotations as CSV: one row for each passage. Fields that a newer version has added are left out."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from reader.exchange.csv.cells import BOM, escaped

if TYPE_CHECKING:
    from annotations.model import Annotation, Target
    from reader.exchange.export import Export
    from reader.notes.anchored_place import AnchoredPlace

__all__ = ["COLUMNS", "csv_file"]

COLUMNS = (
    "annotation", "target", "created", "updated", "author", "relation", "colour", "tags", "note",
    "article", "sha256", "title", "source", "date", "url", "path",
    "quote", "prefix", "suffix", "start", "end", "state", "paragraph", "sentence",
)  # fmt: skip
"""`annotation` is its id, `target` counts from 1, tags are separated by spaces, places are code points. The
last three describe where the passage is now; they are empty where its article is not available."""


def csv_file(export: Export) -> str:
    """The passages of all annotations, one per row, each with the fields of its annotation."""
    file = io.StringIO(newline="")
    file.write(BOM)
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for annotation in export.annotations:
        places = export.places_of(annotation)
        for number, (target, place) in enumerate(zip(annotation.targets, places, strict=True), 1):
            row = (*_annotation_cells(annotation, number), *_target_cells(target), *_place_cells(place))
            writer.writerow(map(escaped, map(str, row)))
    return file.getvalue()


def _annotation_cells(annotation: Annotation, number: int) -> tuple[str | int, ...]:
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


def _target_cells(target: Target) -> tuple[str | int, ...]:
    article, quote, position = target.article, target.quote, target.position
    facts = (
        article.id,
        article.sha256,
        article.title,
        article.source,
        article.date,
        article.url,
        article.path,
    )
    return (*facts, quote.exact, quote.prefix, quote.suffix, position.start, position.end)


def _place_cells(place: AnchoredPlace | None) -> tuple[str | int, ...]:
    return (str(place.state), place.paragraph or "", place.sentence or "") if place else ("", "", "")
