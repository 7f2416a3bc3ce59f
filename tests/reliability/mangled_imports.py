"""Mangled exports: each is imported or refused in a line, with no other error."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.exchange.export_formats import format_named
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import ForeignFileError
from tests.reliability.mangled_documents import mangled
from tests.unit.exchange.test_markdown import all_that_is_known

__all__ = ["IMPORTED", "exported", "try_import"]

IMPORTED = ("json", "jsonld", "csv", "qdpx", "qdc")
"""The names of the formats that reader writes and reads."""


def exported(name: str) -> bytes:
    """An export in a format, with all that it can hold."""
    content = format_named(name).write(all_that_is_known(), datetime(2026, 2, 3, tzinfo=UTC))
    return content.encode() if isinstance(content, str) else content


def try_import(raw: bytes, seed: int) -> str:
    """What came of a mangled export: "imported" or "refused". Any other error is raised."""
    try:
        read_annotations(mangled(raw, seed), lambda url: f"id of {url}")
    except ForeignFileError as error:
        return "refused" if "\n" not in str(error) else "refused in several lines"
    return "imported"
