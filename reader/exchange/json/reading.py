"""Annotations from our own JSON."""

from __future__ import annotations

from typing import Any

from annotations.documents import from_document
from annotations.imported import ForeignFileError, Imported, checked, numbered
from reader.exchange.json.writing import FORMAT, VERSION

__all__ = ["is_json_file", "read_json"]


def is_json_file(content: Any) -> bool:
    """Whether parsed JSON is an export of this program."""
    return isinstance(content, dict) and content.get("format") == FORMAT


def read_json(content: Any) -> Imported:
    """The annotations of an export. Raises ForeignFileError, which names the first that is damaged."""
    version, documents = content.get("version"), content.get("annotations")
    if not isinstance(version, int) or not isinstance(documents, list):
        raise ForeignFileError("its version or its list of annotations is missing")
    if version > VERSION:
        raise ForeignFileError(f"it is of version {version}; take a newer reader")
    annotations = []
    for number, document in enumerate(documents, 1):
        try:
            annotations.append(checked(from_document(document)))
        except (ValueError, TypeError) as error:
            raise numbered(number, error) from error
    return Imported(tuple(annotations))
