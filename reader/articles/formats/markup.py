"""The encoding of documents made of tags (HTML, XML), and the blocks of text in their trees."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from lxml import etree

from reader.articles.decoding import UndecodableError, decode
from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["blocks_of", "decoded", "refuse_entities", "xml"]

HEAD = 4096
"""Bytes in which a page states its encoding: browsers search 1024, saved pages need more."""

_STATED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""The wider encodings that pages mean when they name these (the WHATWG's Encoding Standard)."""

_ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[", re.IGNORECASE)


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BREAKS = _tags(
    """
    p div section article main header h1 h2 h3 h4 h5 h6 ul ol dl li dt dd blockquote pre tr table br hr
    address figure figcaption title body
    head item list quote row lb code
    """
)
"""Tags that begin and end a block, in HTML and (last line) in trafilatura's trees."""

_HEADINGS = _tags("h1 h2 h3 h4 h5 h6 head")
_ITEMS = _tags("li item")
_CELLS = _tags("td th cell")
_SKIPPED = _tags(
    "script style noscript template svg math iframe object form button select nav aside footer figure"
)


def decoded(data: bytes, default: str = "") -> str:
    """The text of a page, in the encoding of its byte order mark, else of the server (`default`), else of
    the page's own statement, else a guess. Raises NoArticleError.
    """
    stated = _STATED.search(data[:HEAD])
    for name in (default, stated[1].decode("ascii", "replace") if stated else ""):
        if name and not data.startswith(_MARKS) and (text := _as_stated(data, name)):
            return text
    try:
        return decode(data)
    except UndecodableError:
        raise NoArticleError("has an unknown encoding; save it as UTF-8") from None


def refuse_entities(text: str) -> None:
    """Raises NoArticleError where a document declares entities, which may expand without end."""
    if _ENTITY.search(text):
        raise NoArticleError("declares its own entities, which reader does not expand; save its text as .txt")


def xml(data: bytes) -> etree._Element:
    """The root of a small XML document. Raises NoArticleError where it declares entities or is not XML."""
    refuse_entities(decoded(data))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root is None:
        raise NoArticleError("is damaged (its XML cannot be read); download it again")
    return root


def blocks_of(tree: etree._Element) -> Iterator[Block]:
    """The blocks of text in a tree, in order; list items begin with a bullet, and bars separate cells."""
    parts: list[str] = []
    heading = False
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = _name(element)
        if event in ("start", "end") and tag in _BREAKS:
            if words := "".join(parts).strip(" \n\t|•"):
                yield Block(f"• {words}" if parts[0] == "• " else words, heading)
            parts = ["• "] if event == "start" and tag in _ITEMS else []
            heading = event == "start" and tag in _HEADINGS
        if event == "start" and tag in _SKIPPED:
            walker.skip_subtree()
        elif event == "start":
            parts += [" | " if tag in _CELLS else "", element.text or ""]
        elif element is not tree:
            parts.append(element.tail or "")


def _name(element: etree._Element) -> str:
    """The tag without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _as_stated(data: bytes, name: str) -> str:
    """The text in the encoding of this name; "" where the bytes are not in it."""
    try:
        encoding = codecs.lookup(name).name
        return data.decode(_WIDER.get(encoding, encoding))
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""
