"""OpenDocument texts (LibreOffice, OpenOffice), by lxml."""

from __future__ import annotations

from lxml import etree

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Extract
from reader.articles.formats.first_saved import first_saved
from reader.articles.formats.odt_package import name, parts
from reader.articles.formats.odt_styles import OpenDocumentStyles
from reader.articles.formats.odt_text import OpenDocumentText

__all__ = ["extract"]


def extract(data: bytes) -> Extract:
    """Paragraphs, headings, list items, the rows of tables and text boxes in order, then the notes.

    Tracked changes are read as accepted. Raises NoArticleError.
    """
    roots = parts(data)
    body = next((each for root in roots for each in root.iter() if name(each) == "office:text"), None)
    if body is None:
        raise NoArticleError("is not a text but another OpenDocument file; save its text as .odt or .txt")
    blocks = OpenDocumentText(OpenDocumentStyles(roots)).blocks(body)
    if not blocks:
        raise NoArticleError("has no text; it is empty or made of pictures: run text recognition (OCR) on it")
    return Extract(blocks, _metadata(roots))


def _metadata(roots: list[etree._Element]) -> dict[str, str]:
    """The title, author, language and first day of the document, if they are stated."""
    meta = next((each for root in roots for each in root.iter() if name(each) == "office:meta"), ())
    values = {name(each): (each.text or "").strip() for each in meta}
    metadata = {
        "title": values.get("title", ""),
        "author": values.get("meta:initial-creator") or values.get("creator", ""),
        "language": values.get("language", ""),
        "date": first_saved(values.get("meta:creation-date", ""), values.get("date", "")),
    }
    return {key: text for key, text in metadata.items() if text}
