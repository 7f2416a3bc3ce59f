"""The encoding of documents made of tags (HTML, XML), and the roots of XML documents."""

from __future__ import annotations

import re

from lxml import etree

from reader.articles.decoding import UndecodableError, decode, stated_in
from reader.articles.errors import NoArticleError

__all__ = ["decoded", "refuse_entities", "xml"]

_ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]*\[", re.IGNORECASE)


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
