"""The encoding of documents made of tags (HTML, XML), and the blocks of text in their trees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from reader.articles.decoding import UndecodableError, decode, stated_in
from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["blocks_of", "decoded", "refuse_entities", "xml"]

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
    """The text of a page, in the encoding that its bytes show, else `default`, else the one that it states.

    Raises NoArticleError.
    """
    try:
        return decode(data, default, stated_in(data))
    except UndecodableError:
        raise NoArticleError("has an unknown encoding; save it as UTF-8") from None


def refuse_entities(text: str) -> None:
    """Raises NoArticleError where a document declares entities, which may expand without end."""
    if _ENTITY.search(text):
        raise NoArticleError("declares its own entities, which reader does not expand; save its text as .txt")


def xml(data: bytes) -> etree._Element:
    """The root of a small XML document. Raises NoArticleError where it declares entities or is not XML."""
    text = decoded(data)
    refuse_entities(text)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, recover=True, huge_tree=False
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
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
