"""Annotations from the JSON that reader exports."""

from __future__ import annotations

from typing import Any

from annotations.documents import from_document
from annotations.validation import validated
from reader.exchange.imported_file import ForeignFileError, ImportedFile, damaged
from reader.exchange.json.writing import FORMAT, VERSION

__all__ = ["is_json_file", "read_json"]


def is_json_file(content: Any) -> bool:
    """Whether parsed JSON is an export from reader."""
    return isinstance(content, dict) and content.get("format") == FORMAT


def read_json(content: Any) -> ImportedFile:
    """The annotations of an export. Raises ForeignFileError, which names the first damaged one."""
    version, documents = content.get("version"), content.get("annotations")
    if not isinstance(version, int) or not isinstance(documents, list):
        raise ForeignFileError("its version or its list of annotations is missing")
    if version > VERSION:
        raise ForeignFileError(f"it has version {version} of the format; use a newer reader")
    annotations = []
    for number, document in enumerate(documents, 1):
        try:
            annotations.append(validated(from_document(document)))
        except (ValueError, TypeError) as error:
            raise damaged(number, error) from error
    return ImportedFile(tuple(annotations))
