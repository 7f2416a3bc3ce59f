"""The import of a file of annotations; its content shows the format."""

from __future__ import annotations

from typing import Any

from reader.exchange.formats import IMPORT_FORMATS, Syntax
from reader.exchange.imported_file import ArticleId, ForeignFileError, ImportedFile
from reader.exchange.json.parsing import parsed_json
from reader.exchange.refi.parsing import parsed_xml

__all__ = ["READABLE", "read_annotations"]

READABLE = ", ".join(known.name for known in IMPORT_FORMATS)
"""The formats that can be imported, in words."""


def read_annotations(data: bytes, article_id: ArticleId) -> ImportedFile:
    """The annotations in the bytes of a file; `article_id` gives the id of the article at a web address.

    Raises ForeignFileError where the format is unknown, or anything in the file is damaged.
    """
    syntax = _syntax(data)
    content = _parsed(data, syntax)
    for known in IMPORT_FORMATS:
        if known.syntax is syntax and known.recognises(content):
            return known.read(content, article_id)
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
    return data
