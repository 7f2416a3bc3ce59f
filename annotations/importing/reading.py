"""A file of annotations, whatever its format, known by its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.importing.imported import ForeignFileError, Imported

if TYPE_CHECKING:
    from annotations.importing.selectors import ArticleId

__all__ = ["FORMATS", "read_annotations"]

FORMATS = "JSON, JSON-LD or CSV of reader, Web Annotations, Hypothesis JSON, REFI-QDA (.qdpx, .qdc)"
"""What can be read, in words."""


def read_annotations(data: bytes, article_id: ArticleId) -> Imported:
    """The annotations in the bytes of a file; `article_id` gives the id of the article at a web address.

    Raises ForeignFileError where it is in no format that is known, or anything in it is damaged.
    """
    from annotations.importing.csv_file import is_csv_file, read_csv
    from annotations.importing.refi_project import is_refi_project, read_refi_project

    if is_refi_project(data):
        return read_refi_project(data, article_id)
    if is_csv_file(data):
        return read_csv(data)
    match data.removeprefix("\ufeff".encode()).lstrip()[:1]:
        case b"{" | b"[":
            from annotations.importing.json_text import parsed_json

            return _of_json(parsed_json(data), article_id)
        case b"<":
            return _of_xml(data)
    raise ForeignFileError(f"it is none of {FORMATS}")


def _of_xml(data: bytes) -> Imported:
    from annotations.importing.refi import parsed_xml
    from annotations.importing.refi_codebook import is_refi_codebook, read_refi_codebook

    root = parsed_xml(data)
    if is_refi_codebook(root):
        return read_refi_codebook(root)
    raise ForeignFileError(f"it is none of {FORMATS}")


def _of_json(content: Any, article_id: ArticleId) -> Imported:
    from annotations.importing.hypothesis_file import is_hypothesis_file, read_hypothesis
    from annotations.importing.json_file import is_json_file, read_json
    from annotations.importing.web_annotation import is_web_annotation, read_web_annotations

    if is_json_file(content):
        return read_json(content)
    if is_web_annotation(content):
        return read_web_annotations(content, article_id)
    if is_hypothesis_file(content):
        return read_hypothesis(content, article_id)
    if isinstance(content, dict) and "_default" in content:
        raise ForeignFileError("it is an annotations file: reader merge brings it in")
    raise ForeignFileError(f"it is none of {FORMATS}")
