"""Word documents, by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Block, Extract

__all__ = ["extract"]

UNPACKED = 200_000_000
"""Bytes that the document may unpack to."""

_DAMAGED = "is not a Word document or is damaged; save it again as .docx"


def extract(data: bytes) -> Extract:
    """Paragraphs, headings, list items and the rows of tables, in order. Raises NoArticleError."""
    _refuse_bombs(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise NoArticleError(_DAMAGED) from error
    blocks = list(_blocks(document))
    if not any(block.text.strip() for block in blocks):
        raise NoArticleError("has no text; it is empty or made of pictures: run text recognition (OCR) on it")
    return Extract(blocks, _metadata(document))


def _refuse_bombs(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NoArticleError("is encrypted or an old .doc; save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise NoArticleError(_DAMAGED) from error
    if size > UNPACKED:
        raise NoArticleError(f"unpacks to more than {UNPACKED / 1e6:g} MB; split it")


def _blocks(document: Document) -> Iterator[Block]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        else:
            yield from _paragraph(part)


def _paragraph(paragraph: Paragraph) -> Iterator[Block]:
    """A block for each line: line breaks inside a paragraph separate the lines of a letter or poem."""
    style = (paragraph.style.name or "") if paragraph.style else ""
    heading = style.startswith(("Heading", "Title", "Subtitle"))
    bullet = "• " if style.startswith("List") and paragraph.text.strip() else ""
    for line in paragraph.text.split("\n"):
        yield Block(bullet + line, heading)


def _rows(table: Table) -> Iterator[Block]:
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        yield Block(" | ".join(cell for cell in cells if cell))


def _metadata(document: Document) -> dict[str, str]:
    """The properties of the file; the date is the day on which it was first saved."""
    properties = document.core_properties
    metadata = {"title": properties.title, "author": properties.author, "language": properties.language}
    if properties.created:
        metadata["date"] = properties.created.date().isoformat()
    return {key: text for key, text in metadata.items() if text and text != "python-docx"}
