"""The formats of export and import: one row for each.

A new format is a folder beside this file, with `writing.py` or `reading.py` in it, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path, PurePath
from typing import Any

from reader.base.errors import UserError
from reader.exchange.csv.matches import csv_matches
from reader.exchange.csv.reading import is_csv_file, read_csv
from reader.exchange.csv.writing import csv_file
from reader.exchange.export import Export
from reader.exchange.html.report import html_report
from reader.exchange.hypothesis.reading import is_hypothesis_file, read_hypothesis
from reader.exchange.imported_file import ArticleId, ImportedFile
from reader.exchange.json.reading import is_json_file, read_json
from reader.exchange.json.writing import json_file
from reader.exchange.markdown.rewriting import markdown_again
from reader.exchange.markdown.writing import markdown
from reader.exchange.refi.codebook_reading import is_refi_codebook, read_refi_codebook
from reader.exchange.refi.codebook_writing import refi_codebook
from reader.exchange.refi.project_reading import is_refi_project, read_refi_project
from reader.exchange.refi.project_writing import refi_project
from reader.exchange.template.writing import templated
from reader.exchange.web_annotation.reading import is_web_annotation, read_web_annotations
from reader.exchange.web_annotation.writing import web_annotations

__all__ = [
    "EXPORT_FORMATS",
    "IMPORT_FORMATS",
    "MATCH_FORMATS",
    "ExportFormat",
    "ImportFormat",
    "Syntax",
    "by_template",
    "endings",
    "format_named",
    "format_of",
]

Writer = Callable[[Export, datetime], str | bytes]
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


class Syntax(Enum):
    """The syntax of a file, which is recognised first; its content then shows the format."""

    ARCHIVE = "a zip archive"
    TABLE = "a CSV table"
    JSON = "JSON"
    XML = "XML"


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """One format of import. `recognises` and `read` take parsed JSON or XML, else the bytes of the file."""

    name: str
    syntax: Syntax
    recognises: Callable[[Any], bool]
    read: Callable[[Any, ArticleId], ImportedFile]


EXPORT_FORMATS = (
    ExportFormat("markdown", (".md", ".markdown", ".txt"), "to read, and to go on writing in",
                 b"<!-- reader:begin", lambda export, now: markdown(export, now=now), rewrite=markdown_again),
    ExportFormat("json", (".json",), "everything, as it is saved", b'"generator": "reader"',
                 lambda export, now: json_file(export, now=now)),
    ExportFormat("jsonld", (".jsonld",), "W3C Web Annotations", b"urn:x-reader:",
                 lambda export, now: web_annotations(export, now=now)),
    ExportFormat("html", (".html", ".htm"), "a report with the articles side by side",
                 b'<meta name="generator" content="reader">', lambda export, now: html_report(export),
                 needs_articles=True, needs_matches=True),
    ExportFormat("csv", (".csv",), "a row for each passage", b"annotation,target,",
                 lambda export, now: csv_file(export)),
    ExportFormat("qdpx", (".qdpx",), "a REFI-QDA project", b"reader: REFI-QDA",
                 lambda export, now: refi_project(export, now=now), needs_articles=True),
    ExportFormat("qdc", (".qdc",), "a REFI-QDA codebook: the tags", b'origin="reader"',
                 lambda export, now: refi_codebook(export.codebook, export.annotations)),
)  # fmt: skip
"""The formats of annotations; the first is the default."""

MATCH_FORMATS = (
    *(known for known in EXPORT_FORMATS if known.name in ("markdown", "html")),
    ExportFormat("csv", (".csv",), "a row for each match", b"kind,score,differences,",
                 lambda export, now: csv_matches(export)),
)  # fmt: skip
"""The formats of the matches of articles."""

IMPORT_FORMATS = (
    ImportFormat("JSON from reader", Syntax.JSON, is_json_file, lambda content, _: read_json(content)),
    ImportFormat("CSV from reader", Syntax.TABLE, is_csv_file, lambda data, _: read_csv(data)),
    ImportFormat("Web Annotations (JSON-LD)", Syntax.JSON, is_web_annotation, read_web_annotations),
    ImportFormat("Hypothesis JSON", Syntax.JSON, is_hypothesis_file, read_hypothesis),
    ImportFormat("REFI-QDA projects (.qdpx)", Syntax.ARCHIVE, is_refi_project, read_refi_project),
    ImportFormat("REFI-QDA codebooks (.qdc)", Syntax.XML, is_refi_codebook,
                 lambda root, _: read_refi_codebook(root)),
)  # fmt: skip
"""The formats that can be imported, by their content."""

_NO_MARK = b"\0"  # occurs in no text


def by_template(template: str, name: str) -> ExportFormat:
    """The format of the user's own template; the name of its file gives the ending: notes.md.jinja makes .md.

    Files made by a template have no mark of ours, so they are never overwritten unless that is forced.
    """
    ending = PurePath(PurePath(name).stem).suffix or ".md"
    return ExportFormat("template", (ending,), "", _NO_MARK, lambda export, now: templated(export, template))


def format_named(name: str) -> ExportFormat:
    """The export format of that name. Raises UserError, which lists the names."""
    for known in EXPORT_FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in EXPORT_FORMATS)
    raise UserError(f'unknown export format "{name}"; use {names}')


def endings() -> str:
    """The first ending of each export format, in one line."""
    return " ".join(known.endings[0] for known in EXPORT_FORMATS)


def format_of(path: Path, formats: Sequence[ExportFormat] = EXPORT_FORMATS) -> ExportFormat:
    """The format of the ending of a file's name; the first, Markdown, where the name has no ending.

    Raises UserError for an ending of no format.
    """
    ending = path.suffix.lower()
    if not ending:
        return formats[0]
    for known in formats:
        if ending in known.endings:
            return known
    choices = ", ".join(known.endings[0] for known in formats)
    raise UserError(f'{path.name}: unknown export format "{path.suffix}"; use {choices}')
