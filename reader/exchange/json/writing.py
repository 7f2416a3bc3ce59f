"""Annotations as JSON, with all their fields. docs/export.md has the schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotations.documents import to_document
from reader.base.sanitizing import escaped_json
from reader.exchange.export import timestamp

if TYPE_CHECKING:
    from datetime import datetime

    from reader.exchange.export import Export

__all__ = ["FORMAT", "VERSION", "json_file"]

FORMAT = "reader-annotations"

VERSION = 1
"""The version of the schema; it rises when a program for the previous version could misread a file."""


def json_file(export: Export, *, now: datetime) -> str:
    """A JSON object with all annotations of an export; no field is left out."""
    content = {
        "generator": "reader",
        "format": FORMAT,
        "version": VERSION,
        "created": timestamp(now),
        "annotations": [to_document(annotation) for annotation in export.annotations],
    }
    return escaped_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"
