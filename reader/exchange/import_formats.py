"""The formats of import: one row for each. The content of a file shows its format.

A new format is a folder beside this file with its `reading.py`, and a row here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from reader.exchange.csv.reading import is_csv_file, read_csv
from reader.exchange.csv.table import parsed_table
from reader.exchange.hypothesis.reading import is_hypothesis_file, read_hypothesis
from reader.exchange.imported_file import ArticleId, ForeignFileError, ImportedFile
from reader.exchange.json.parsing import parsed_json
from reader.exchange.json.reading import is_json_file, read_json
from reader.exchange.quote_table.reading import is_table_of_others, read_quote_table
from reader.exchange.refi.codebook_reading import is_refi_codebook, read_refi_codebook
from reader.exchange.refi.parsing import parsed_xml
from reader.exchange.refi.project_reading import is_refi_project, read_refi_project
from reader.exchange.web_annotation.reading import is_web_annotation, read_web_annotations

__all__ = ["IMPORT_FORMATS", "READABLE", "ImportFormat", "Syntax", "read_annotations"]


class Syntax(Enum):
    """The syntax of a file, which is recognised first; its content then shows the format."""

    ARCHIVE = "a zip archive"
    TABLE = "a CSV table"
    JSON = "JSON"
    XML = "XML"


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """One format of import. `recognises` and `read` take a parsed file, an archive as its bytes."""

    name: str
    syntax: Syntax
    recognises: Callable[[Any], bool]
    read: Callable[[Any, ArticleId], ImportedFile]


IMPORT_FORMATS = (
    ImportFormat("JSON from reader", Syntax.JSON, is_json_file, lambda content, _: read_json(content)),
    ImportFormat("CSV from reader", Syntax.TABLE, is_csv_file, lambda table, _: read_csv(table)),
    ImportFormat("tables of quotes (CSV of Hypothesis, Readwise, Taguette, ATLAS.ti, NVivo, MAXQDA)",
                 Syntax.TABLE, is_table_of_others, read_quote_table),
    ImportFormat("Web Annotations (JSON-LD)", Syntax.JSON, is_web_annotation, read_web_annotations),
    ImportFormat("Hypothesis (JSON)", Syntax.JSON, is_hypothesis_file, read_hypothesis),
    ImportFormat("REFI-QDA projects (.qdpx)", Syntax.ARCHIVE, is_refi_project, read_refi_project),
    ImportFormat("REFI-QDA codebooks (.qdc)", Syntax.XML, is_refi_codebook,
                 lambda root, _: read_refi_codebook(root)),
)  # fmt: skip
"""The formats that can be imported, by their content."""

READABLE = ", ".join(kind.name for kind in IMPORT_FORMATS)
"""The formats that can be imported, in words."""


def read_annotations(data: bytes, article_id: ArticleId) -> ImportedFile:
    """The annotations in the bytes of a file; `article_id` gives the id of the article at a web address.

    Raises ForeignFileError where the format is unknown, or anything in the file is damaged.
    """
    syntax = _syntax(data)
    content = _parsed(data, syntax)
    for kind in IMPORT_FORMATS:
        if kind.syntax is syntax and kind.recognises(content):
            return kind.read(content, article_id)
    if isinstance(content, dict) and "_default" in content:
        raise ForeignFileError("it is an annotations file; use reader merge to merge it")
    raise ForeignFileError(f"unknown import format; reader imports {READABLE}")


def _syntax(data: bytes) -> Syntax:
    if data.startswith(b"PK"):
        return Syntax.ARCHIVE
    match data.removeprefix("\ufeff".encode()).lstrip()[:1]:
        case b"{" | b"[":
            return Syntax.JSON
        case b"<":
            return Syntax.XML
    return Syntax.TABLE


def _parsed(data: bytes, syntax: Syntax) -> Any:
    match syntax:
        case Syntax.JSON:
            return parsed_json(data)
        case Syntax.XML:
            return parsed_xml(data)
        case Syntax.TABLE:
            return parsed_table(data)
    return data
