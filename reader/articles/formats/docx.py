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

from reader.articles.formats.extract import Block, Extract, NoArticleError

__all__ = ["extract"]

UNPACKED = 200_000_000
"""Bytes that the document may unfold to."""


def extract(data: bytes) -> Extract:
    """Paragraphs, headings, list items and the rows of tables, in order. Raises NoArticleError."""
    _refuse_bombs(data)
    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise NoArticleError("is no Word document, or it is damaged: save it anew as .docx") from error
    blocks = list(_blocks(document))
    if not any(block.text.strip() for block in blocks):
        raise NoArticleError("has no text in it: it is empty, or made of pictures")
    return Extract(blocks, _metadata(document))


def _refuse_bombs(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NoArticleError("is encrypted or an old .doc: save it without a password as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise NoArticleError("is no Word document, or it is damaged: save it anew as .docx") from error
    if size > UNPACKED:
        raise NoArticleError(f"unfolds to more than {UNPACKED / 1e6:g} MB: it is too large, or a bomb")


def _blocks(document: Document) -> Iterator[Block]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _rows(part)
        else:
            yield from _paragraph(part)


def _paragraph(paragraph: Paragraph) -> Iterator[Block]:
    """A block for each line: line breaks inside a paragraph stand between lines of a letter or poem."""
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
    """The properties of the file: its date is when it was first saved."""
    facts = document.core_properties
    metadata = {"title": facts.title, "author": facts.author, "language": facts.language}
    if facts.created:
        metadata["date"] = facts.created.date().isoformat()
    return {key: text for key, text in metadata.items() if text and text != "python-docx"}
