"""FictionBook e-books (.fb2): one XML file with the text and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reader.articles.errors import NoArticleError
from reader.articles.formats.blocks import name_of
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.markup import xml
from reader.articles.formats.superscripts import superscript

__all__ = ["extract"]

_LINES = {"p", "subtitle", "v", "text-author", "date"}
_HEADINGS = {"title", "subtitle"}
_SKIPPED = {"image", "binary", "stylesheet"}


def extract(data: bytes) -> Extract:
    """The sections of the book in order, then its notes. Raises NoArticleError."""
    root = xml(data)
    if name_of(root) != "fictionbook":
        raise NoArticleError("is not a FictionBook or is damaged; download it again")
    blocks = [block for body in root if name_of(body) == "body" for block in _blocks(body)]
    if not blocks:
        raise NoArticleError("has no text; it is made of pictures: run text recognition (OCR) on it")
    return Extract(blocks, _metadata(root))


def _blocks(element: etree._Element, *, heading: bool = False) -> Iterator[Block]:
    """The blocks of an element: a line of prose or verse each, or a row of a table."""
    for child in element:
        tag = name_of(child)
        if tag in _LINES:
            if text := " ".join(_text(child).split()):
                yield Block(text, heading or tag in _HEADINGS)
        elif tag == "tr":
            cells = [" ".join(_text(cell).split()) for cell in child]
            yield Block(" | ".join(cell for cell in cells if cell))
        elif tag not in _SKIPPED:
            yield from _blocks(child, heading=heading or tag in _HEADINGS)


def _text(element: etree._Element) -> str:
    """The text of a line. The mark of a note is not part of it."""
    parts = [element.text or ""]
    for child in element:
        tag = name_of(child)
        if tag == "sup":
            parts.append(superscript(_text(child)))
        elif not (tag == "a" and child.get("type") == "note") and tag not in _SKIPPED:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _metadata(root: etree._Element) -> dict[str, str]:
    """The title, authors, language and day that the book states."""
    about = next((each for each in root.iter() if name_of(each) == "title-info"), None)
    if about is None:
        return {}
    values = {name_of(each): each for each in about}
    authors = [each for each in about if name_of(each) == "author"]
    metadata = {
        "title": "".join(values["book-title"].itertext()) if "book-title" in values else "",
        "author": ", ".join(filter(None, map(_person, authors))),
        "language": (values["lang"].text or "") if "lang" in values else "",
        "date": (values["date"].get("value") or values["date"].text or "") if "date" in values else "",
    }
    return {key: " ".join(text.split()) for key, text in metadata.items() if text.strip()}


def _person(author: etree._Element) -> str:
    names = {name_of(each): (each.text or "").strip() for each in author}
    parts = [names.get(kind, "") for kind in ("first-name", "middle-name", "last-name")]
    return " ".join(filter(None, parts)) or names.get("nickname", "")
