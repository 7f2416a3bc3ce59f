"""The formats of export: one row for each.

A new format is a folder beside this file with its `writing.py`, and here a row with a function that calls it.
The functions import late: each export loads only the modules of its own format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from reader.base.errors import UserError

if TYPE_CHECKING:
    from reader.exchange.export import Export

__all__ = [
    "EXPORT_FORMATS",
    "MATCH_FORMATS",
    "ExportFormat",
    "by_template",
    "endings",
    "format_named",
    "format_of",
]

Writer = Callable[["Export", datetime], str | bytes]
"""A function that writes an export; the time is that of the export, now."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format of export: `name` is for --format; `mark` is in every file that reader writes in it.

    `rewrite` makes a new export from (before, new) and keeps what the user has added to the file; None where
    the file is simply replaced. `needs_articles` and `needs_matches`: the format shows articles in full, and
    their matches.
    """

    name: str
    endings: tuple[str, ...]
    about: str
    mark: bytes
    write: Writer
    rewrite: Callable[[str, str], str] | None = None
    needs_articles: bool = False
    needs_matches: bool = False


def _markdown(export: Export, now: datetime) -> str:
    from reader.exchange.markdown.writing import markdown

    return markdown(export, now=now)


def _markdown_again(before: str, new: str) -> str:
    from reader.exchange.markdown.rewriting import markdown_again

    return markdown_again(before, new)


def _json(export: Export, now: datetime) -> str:
    from reader.exchange.json.writing import json_file

    return json_file(export, now=now)


def _json_ld(export: Export, now: datetime) -> str:
    from reader.exchange.web_annotation.writing import web_annotations

    return web_annotations(export, now=now)


def _html(export: Export, _now: datetime) -> str:
    from reader.exchange.html.report import html_report

    return html_report(export)


def _csv(export: Export, _now: datetime) -> str:
    from reader.exchange.csv.writing import csv_file

    return csv_file(export)


def _csv_matches(export: Export, _now: datetime) -> str:
    from reader.exchange.csv.matches import csv_matches

    return csv_matches(export)


def _refi_project(export: Export, now: datetime) -> bytes:
    from reader.exchange.refi.project_writing import refi_project

    return refi_project(export, now=now)


def _refi_codebook(export: Export, _now: datetime) -> bytes:
    from reader.exchange.refi.codebook_writing import refi_codebook

    return refi_codebook(export.codebook, export.annotations)


EXPORT_FORMATS = (
    ExportFormat("markdown", (".md", ".markdown", ".txt"), "a document to read and continue writing",
                 b"<!-- reader:begin", _markdown, rewrite=_markdown_again),
    ExportFormat("json", (".json",), "all data, as it is saved", b'"generator": "reader"', _json),
    ExportFormat("jsonld", (".jsonld",), "W3C Web Annotations", b"urn:x-reader:", _json_ld),
    ExportFormat("html", (".html", ".htm"), "a report with the articles side by side",
                 b'<meta name="generator" content="reader">', _html, needs_articles=True, needs_matches=True),
    ExportFormat("csv", (".csv",), "a row for each passage", b"annotation,target,", _csv),
    ExportFormat("qdpx", (".qdpx",), "a REFI-QDA project", b"reader: REFI-QDA", _refi_project,
                 needs_articles=True),
    ExportFormat("qdc", (".qdc",), "a REFI-QDA codebook: the tags", b'origin="reader"', _refi_codebook),
)  # fmt: skip
"""The formats of annotations; the first is the default."""

MATCH_FORMATS = (
    *(kind for kind in EXPORT_FORMATS if kind.name in ("markdown", "html")),
    ExportFormat("csv", (".csv",), "a row for each match", b"kind,score,differences,", _csv_matches),
)
"""The formats of the matches of articles."""

_NO_MARK = b"\0"  # occurs in no text


def by_template(template: str, name: str) -> ExportFormat:
    """The format of the user's own template; the name of its file gives the ending: notes.md.jinja makes .md.

    Files made by a template have no mark of ours, so they are never overwritten unless that is forced.
    """
    from reader.exchange.template.writing import templated

    ending = PurePath(PurePath(name).stem).suffix or ".md"
    return ExportFormat("template", (ending,), "", _NO_MARK, lambda export, now: templated(export, template))


def format_named(name: str) -> ExportFormat:
    """The export format of that name. Raises UserError, which lists the names."""
    for kind in EXPORT_FORMATS:
        if kind.name == name:
            return kind
    names = ", ".join(kind.name for kind in EXPORT_FORMATS)
    raise UserError(f'unknown export format "{name}"; use {names}')


def endings() -> str:
    """The first ending of each export format, in one line."""
    return " ".join(kind.endings[0] for kind in EXPORT_FORMATS)


def format_of(path: Path, formats: Sequence[ExportFormat] = EXPORT_FORMATS) -> ExportFormat:
    """The format of the ending of a file's name; the first, Markdown, where the name has no ending.

    Raises UserError for an ending of no format.
    """
    ending = path.suffix.lower()
    if not ending:
        return formats[0]
    for kind in formats:
        if ending in kind.endings:
            return kind
    choices = ", ".join(kind.endings[0] for kind in formats)
    raise UserError(f'{path.name}: unknown export format "{path.suffix}"; use {choices}')
