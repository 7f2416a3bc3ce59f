"""PDF documents, by PDFium: lines in reading order, joined to paragraphs by their places on the page.

Of the libraries tried, PDFium kept the order of the words in two justified columns, as pypdf did and
pdfminer.six did not; it reads a page in a twentieth of pypdf's time, and tells where each character is.
"""

from __future__ import annotations

import re

import pypdfium2

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.pdf_lines import PdfLine, lines_of
from reader.articles.formats.pdf_paragraphs import blocks_of, without_furniture
from reader.base.child.time_limit import allow

__all__ = ["extract"]

SECONDS = 0.1
"""Processor time that each page adds to the limit: pages made by Word took 0.01 s."""

_ENCRYPTED = "Incorrect password"
"""A part of PDFium's message, which has no number."""

_FILE_NAME = re.compile(r"\.\w{2,4}$|^(?:Microsoft Word|untitled)", re.IGNORECASE)


def extract(data: bytes) -> Extract:
    """The text of all pages. Raises NoArticleError.

    The properties of the file do not date the article: they have the day on which it was printed.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _ENCRYPTED in str(error):
            raise NoArticleError("is encrypted; open it with its password and save it without one") from None
        raise NoArticleError(
            "is not a PDF document or is damaged; save it again, or save its text as .txt"
        ) from None
    pages = [_lines(document, number) for number in range(len(document))]
    lines, furniture = without_furniture(pages)
    blocks = [*blocks_of(lines), *(Block(text, outside=True) for text in furniture)]
    if not any(block.text.strip() for block in blocks):
        raise NoArticleError("has no text; its pages are pictures: run text recognition (OCR) on it")
    return Extract(blocks, _metadata(document))


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[PdfLine]:
    """The lines of a page, which has its own share of processor time: many pages may take longer than one."""
    allow(SECONDS)
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []  # PDFium cannot load this page, and programs that use it cannot show it
    try:
        return lines_of(page, number)
    finally:
        page.close()


def _metadata(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """The properties of the file, without titles that are file names."""
    properties = document.get_metadata_dict()
    title, author = (properties.get(name, "").strip("\0 ") for name in ("Title", "Author"))
    metadata = {"title": "" if _FILE_NAME.search(title) else title, "author": author}
    return {key: text for key, text in metadata.items() if text}
