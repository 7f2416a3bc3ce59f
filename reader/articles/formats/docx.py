"""Word documents, by lxml: python-docx passes over insertions, content controls, fields and text boxes."""

from __future__ import annotations

from datetime import date

from lxml import etree

from reader.articles.errors import NoArticleError
from reader.articles.formats.docx_package import Package, attribute, name
from reader.articles.formats.docx_styles import Styles
from reader.articles.formats.docx_text import DocumentText
from reader.articles.formats.extract import Extract

__all__ = ["extract"]

EDITED = 31
"""The most days between the first and the last saving: the date of an older file is that of its template."""

_EPOCHS = 1990
"""An earlier year is not a date: programs that do not know the day write 1601, 1904, 1970 or 1980."""

_TEMPLATES = {"2013-12-23"}
"""The days on which templates of libraries were saved: that of python-docx."""

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
    metadata["date"] = _date(properties.get("created", ""), properties.get("modified", ""))
    return {key: text for key, text in metadata.items() if text and text != "python-docx"}


def _date(created: str, modified: str) -> str:
    """The day of the first saving; "" where it is a template's, or one that stands for an unknown day."""
    first, last = _day(created), _day(modified or created)
    if first is None or last is None or first.year < _EPOCHS or first.isoformat() in _TEMPLATES:
        return ""
    return first.isoformat() if 0 <= (last - first).days <= EDITED else ""


def _day(time: str) -> date | None:
    try:
        return date.fromisoformat(time[:10])
    except ValueError:
        return None
