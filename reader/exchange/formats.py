"""The formats of export, by name and by the ending of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.base.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from reader.exchange.work import Work

_UNMARKED = b"\0"  # what is in no text

__all__ = ["FORMATS", "ExportFormat", "endings", "format_named", "format_of"]

Writer = Callable[["Work", datetime], str | bytes]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: `name` is what --format takes; `mark` stands in every file that we write in it.

    `again` makes an export anew over what a file holds, of (before, new), and keeps what the user has added;
    None where the file is simply replaced. `texts`, `matches`: it shows them, so the work must have them.
    """

    name: str
    endings: tuple[str, ...]
    about: str
    mark: bytes
    write: Writer
    again: Callable[[str, str], str] | None = None
    texts: bool = False
    matches: bool = False


def _markdown(work: Work, now: datetime) -> str:
    from reader.exchange.markdown.writing import markdown

    return markdown(work, now=now)


def _markdown_again(before: str, new: str) -> str:
    from reader.exchange.markdown.rewriting import markdown_again

    return markdown_again(before, new)


def _json(work: Work, now: datetime) -> str:
    from reader.exchange.json.writing import json_file

    return json_file(work, now=now)


def _json_ld(work: Work, now: datetime) -> str:
    from reader.exchange.web_annotation.writing import web_annotations

    return web_annotations(work, now=now)


def _csv(work: Work, now: datetime) -> str:
    from reader.exchange.csv.writing import csv_file

    return csv_file(work)


def _refi_project(work: Work, now: datetime) -> bytes:
    from reader.exchange.refi.project_writing import refi_project

    return refi_project(work, now=now)


def _refi_codebook(work: Work, now: datetime) -> bytes:
    from reader.exchange.refi.codebook_writing import refi_codebook

    return refi_codebook(work.codebook, work.annotations)


def _csv_matches(work: Work, now: datetime) -> str:
    from reader.exchange.csv.matches import csv_matches

    return csv_matches(work)


def _html(work: Work, now: datetime) -> str:
    from reader.exchange.html.report import html_report

    return html_report(work)


FORMATS = (
    ExportFormat("markdown", (".md", ".markdown", ".txt"), "to read and to go on writing in",
                 b"<!-- reader:begin", _markdown, _markdown_again),
    ExportFormat("json", (".json",), "everything, as it is kept", b'"generator": "reader"', _json),
    ExportFormat("jsonld", (".jsonld",), "W3C Web Annotations", b"urn:x-reader:", _json_ld),
    ExportFormat("html", (".html", ".htm"), "a report to look at: the articles side by side",
           b'<meta name="generator" content="reader">', _html, texts=True, matches=True),
    ExportFormat("csv", (".csv",), "a row for each passage", b"annotation,target,", _csv),
    ExportFormat("qdpx", (".qdpx",), "a REFI-QDA project", b"reader: REFI-QDA", _refi_project, texts=True),
    ExportFormat("qdc", (".qdc",), "a REFI-QDA codebook: the tags", b'origin="reader"', _refi_codebook),
)  # fmt: skip

MATCH_FORMATS = (
    *(known for known in FORMATS if known.name in ("markdown", "html")),
    ExportFormat("csv", (".csv",), "a row for each match", b"kind,score,differences,", _csv_matches),
)
"""The formats of the matches of articles."""


def by_template(template: str, name: str) -> ExportFormat:
    """The format that a template makes; its file's name says the ending: notes.md.jinja makes .md.

    What a template has made bears no mark of ours, and so is never written over unless that is forced.
    """
    from reader.exchange.template.writing import templated

    ending = PurePath(PurePath(name).stem).suffix or ".md"
    return ExportFormat("a template", (ending,), "", _UNMARKED, lambda work, now: templated(work, template))


def format_named(name: str) -> ExportFormat:
    """The format of that name. Raises UserError, which names those that there are."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise UserError(f"{name!r} is no format: there are {', '.join(known.name for known in FORMATS)}")


def endings() -> str:
    """The endings of file names that say a format, in a line: the first of each."""
    return " ".join(known.endings[0] for known in FORMATS)


def format_of(path: Path, formats: Sequence[ExportFormat] = FORMATS) -> ExportFormat:
    """The format that the ending of a file's name says; the first, Markdown, where it has none.

    Raises UserError for an ending that is no format's.
    """
    ending = path.suffix.lower()
    if not ending:
        return formats[0]
    for known in formats:
        if ending in known.endings:
            return known
    there_are = " ".join(ending for known in formats for ending in known.endings)
    raise UserError(f"{path.name}: no format's files end so; there are {there_are}")
