"""Word documents, by lxml: python-docx passes over insertions, content controls, fields and text boxes."""

from __future__ import annotations

from lxml import etree

from reader.articles.errors import NoArticleError
from reader.articles.formats.docx_package import Package, attribute, name
from reader.articles.formats.docx_styles import Styles
from reader.articles.formats.docx_text import DocumentText
from reader.articles.formats.extract import Extract
from reader.articles.formats.first_saved import first_saved

__all__ = ["extract"]

_KINDS = {"title": "title", "author": "creator", "language": "language"}


def extract(data: bytes) -> Extract:
    """Paragraphs, headings, list items, the rows of tables and text boxes in order, then the notes.

    Tracked changes are read as accepted. Raises NoArticleError.
    """
    package = Package(data)
    text = DocumentText(Styles(package.part("styles")), _notes(package))
    blocks = list(text.blocks(package.main()))
    if not any(block.text.strip() for block in blocks):
        raise NoArticleError("has no text; it is empty or made of pictures: run text recognition (OCR) on it")
    return Extract(blocks, _metadata(package))


def _notes(package: Package) -> dict[tuple[str, str], etree._Element]:
    """The footnotes and endnotes, by kind and identifier."""
    notes: dict[tuple[str, str], etree._Element] = {}
    for kind in ("footnote", "endnote"):
        part = package.part(f"{kind}s")
        for note in part if part is not None else ():
            if name(note) == f"w:{kind}":
                notes[kind, attribute(note, "id")] = note
    return notes


def _metadata(package: Package) -> dict[str, str]:
    """The properties of the file; the date is the day on which it was first saved, if that is plausible."""
    root = package.part("core-properties")
    elements = root if root is not None else ()
    properties = {name(element).rpartition(":")[2]: (element.text or "").strip() for element in elements}
    metadata = {key: properties.get(kind, "") for key, kind in _KINDS.items()}
    metadata["date"] = first_saved(properties.get("created", ""), properties.get("modified", ""))
    return {key: text for key, text in metadata.items() if text and text != "python-docx"}
