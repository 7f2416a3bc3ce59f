"""Annotations as JSON: everything, as it is kept. docs/export.md has the schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotations.documents import to_document
from reader.exchange.work import moment

if TYPE_CHECKING:
    from datetime import datetime

    from reader.exchange.work import Work

__all__ = ["FORMAT", "VERSION", "json_file"]

FORMAT = "reader-annotations"

VERSION = 1
"""Of the schema: raised where a program that knows the one before could misread a file."""


def json_file(work: Work, *, now: datetime) -> str:
    """A JSON object with all annotations of the work; nothing is left out of them."""
    content = {
        "generator": "reader",
        "format": FORMAT,
        "version": VERSION,
        "created": moment(now),
        "annotations": [to_document(annotation) for annotation in work.annotations],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
