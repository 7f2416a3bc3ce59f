"""PDF documents, by pypdf: lines in reading order, joined to paragraphs here.

Of the libraries tried on pages of two justified columns, pypdf kept the order of the words, which
pdfminer.six did not.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PdfReadError

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Block, Extract
from reader.base.child.time_limit import allow
from reader.language.sentences import ends_like_prose

__all__ = ["extract", "joined", "without_furniture"]

SECONDS = 0.25
"""Processor time that each page adds to the limit: pages made by Word took 0.15 s."""

NEAR = 6
"""Lines on each side by which the width of a column is measured."""

FULL = 0.9
"""The share of a column's width from which a line counts as full: letters are not equally wide."""

EDGE = 2
"""Lines at the top and at the bottom of a page that may be running heads or page numbers."""

_ENCRYPTED = "is encrypted; open it with its password and save it without one"
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\Z")
_DIGITS = re.compile(r"\d+")


def extract(data: bytes) -> Extract:
    """The text of all pages. Raises NoArticleError."""
    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise NoArticleError(_ENCRYPTED)
        pages = [_lines(page) for page in document.pages]
        metadata = _metadata(document)
    except (DependencyError, FileNotDecryptedError) as error:
        raise NoArticleError(_ENCRYPTED) from error
    except PdfReadError as error:
        raise NoArticleError(
            "is not a PDF document or is damaged; save it again, or save its text as .txt"
        ) from error
    lines, furniture = without_furniture(pages)
    blocks = [Block(text) for text in [*joined(lines), *furniture]]
    if not any(block.text.strip() for block in blocks):
        raise NoArticleError("has no text; its pages are pictures: run text recognition (OCR) on it")
    return Extract(blocks, metadata)


def _lines(page: PageObject) -> list[str]:
    """The lines of a page, which has its own share of processor time: many pages may take longer than one."""
    allow(SECONDS)
    return page.extract_text().split("\n")


def without_furniture(pages: Sequence[Sequence[str]]) -> tuple[list[str], list[str]]:
    """The lines of all pages, and apart from them the running heads and page numbers.

    A running head is at the edge of three pages or more, with any numbers in it.
    """
    filled = [[line.rstrip() for line in page if line.strip()] for page in pages]
    times = Counter(key for page in filled for key in {_key(line) for line in _edges(page)})
    lines: list[str] = []
    furniture: dict[str, None] = {}
    for page in filled:
        edges = set(_edges(page))
        for line in page:
            is_furniture = line in edges and (times[_key(line)] > 2 or line.strip().isdigit())
            if is_furniture:
                furniture.setdefault(line.strip())
            else:
                lines.append(line)
    return lines, list(furniture)


def _edges(page: Sequence[str]) -> list[str]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]


def _key(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def joined(lines: Sequence[str]) -> list[str]:
    """The paragraphs of lines; words that were divided at the end of a line are joined."""
    text = "\n".join(lines)
    paragraphs: list[str] = []
    for number, line in enumerate(lines):
        if number and not _ends_paragraph(lines, number - 1):
            paragraphs[-1] = _continued(paragraphs[-1], line.strip(), text)
        else:
            paragraphs.append(line.strip())
    return paragraphs


def _ends_paragraph(lines: Sequence[str], number: int) -> bool:
    """Whether the next line begins a paragraph: this one ends as prose with room left, or is a heading."""
    line, following = lines[number], lines[number + 1].strip()
    width = max(map(len, lines[max(0, number - NEAR) : number + NEAR + 1]))
    if ends_like_prose(line) and not line.endswith((",", ";", ":", "-", "–", "—")):
        return len(line) + 1 + len(following.split(None, 1)[0]) <= width
    return len(line) < FULL * width * 0.8 and following[:1].isupper()


def _continued(before: str, line: str, text: str) -> str:
    """The paragraph with its next line; a hyphen stays if the text has the word with it elsewhere."""
    divided = _HYPHEN.search(before)
    if not divided or not line[:1].islower():
        return f"{before} {line}"
    whole = f"{divided[1]}-{line.split(None, 1)[0].rstrip('.,;:!?”’)')}"
    return before + line if whole in text else before[:-1] + line


def _metadata(document: PdfReader) -> dict[str, str]:
    """The properties of the file, without titles that are file names."""
    properties = document.metadata
    if properties is None:
        return {}
    title = properties.title or ""
    is_file_name = bool(re.search(r"\.\w{2,4}$|^(?:Microsoft Word|untitled)", title, re.IGNORECASE))
    metadata = {"title": "" if is_file_name else title, "author": properties.author or ""}
    if properties.creation_date:
        metadata["date"] = properties.creation_date.date().isoformat()
    return {key: text for key, text in metadata.items() if text}
