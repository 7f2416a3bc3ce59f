"""A file of annotations, whatever its format, known by its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotations.imported import ForeignFileError, Imported

if TYPE_CHECKING:
    from reader.exchange.web_annotation.selectors import ArticleId

__all__ = ["FORMATS", "read_annotations"]

FORMATS = "JSON, JSON-LD or CSV of reader, Web Annotations, Hypothesis JSON, REFI-QDA (.qdpx, .qdc)"
"""What can be read, in words."""


def read_annotations(data: bytes, article_id: ArticleId) -> Imported:
    """The annotations in the bytes of a file; `article_id` gives the id of the article at a web address.

    Raises ForeignFileError where it is in no format that is known, or anything in it is damaged.
    """
    from reader.exchange.csv.reading import is_csv_file, read_csv
    from reader.exchange.refi.project_reading import is_refi_project, read_refi_project

    if is_refi_project(data):
        return read_refi_project(data, article_id)
    if is_csv_file(data):
        return read_csv(data)
    match data.removeprefix("\ufeff".encode()).lstrip()[:1]:
        case b"{" | b"[":
            from reader.exchange.json.parsing import parsed_json

            return _of_json(parsed_json(data), article_id)
        case b"<":
            return _of_xml(data)
    raise ForeignFileError(f"it is none of {FORMATS}")


def _of_xml(data: bytes) -> Imported:
    from reader.exchange.refi.codebook_reading import is_refi_codebook, read_refi_codebook
    from reader.exchange.refi.parsing import parsed_xml

    root = parsed_xml(data)
    if is_refi_codebook(root):
        return read_refi_codebook(root)
    raise ForeignFileError(f"it is none of {FORMATS}")


def _of_json(content: Any, article_id: ArticleId) -> Imported:
    from reader.exchange.hypothesis.reading import is_hypothesis_file, read_hypothesis
    from reader.exchange.json.reading import is_json_file, read_json
    from reader.exchange.web_annotation.reading import is_web_annotation, read_web_annotations

    if is_json_file(content):
        return read_json(content)
    if is_web_annotation(content):
        return read_web_annotations(content, article_id)
    if is_hypothesis_file(content):
        return read_hypothesis(content, article_id)
    if isinstance(content, dict) and "_default" in content:
        raise ForeignFileError("it is an annotations file: reader merge brings it in")
    raise ForeignFileError(f"it is none of {FORMATS}")
