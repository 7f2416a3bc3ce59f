"""The XML of news agencies and blogs: NewsML-G2, NewsML 1, NITF, and exports of WordPress (WXR)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reader.articles.errors import NoArticleError
from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.extract import ArticleList, Block, Extract
from reader.articles.formats.feed import stated_day
from reader.articles.formats.fragment import blocks_of_fragment
from reader.articles.formats.markup import xml

__all__ = ["extract"]

_ITEMS = ("newsItem", "NewsItem", "nitf", "item")
_BODIES = ("body.content", "inlineXML", "inlineData", "DataContent", "encoded")
_TITLES = ("hl1", "headline", "HeadLine", "title")
_AUTHORS = ("byline", "by", "ByLine", "creator")
_DATES = ("date.issue", "contentCreated", "versionCreated", "ThisRevisionCreated", "FirstCreated", "pubDate")
_SOURCES = ("provider", "Provider", "infoSource", "creditline", "doc.copyright")
_STATED = ("norm", "literal", "holder", "FormalName", "tag")
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li)\b[^<>]*>", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)


def extract(data: bytes) -> ArticleList:
    """The articles of a document: one, or those of a package. Raises NoArticleError."""
    root = xml(data)
    channel = _words(root, ("channel",), "title") if _name(root) == "rss" else ""
    found = [article for item in _items(root) if (article := _article(item, channel))]
    if not found:
        raise NoArticleError("has no text of an article; it describes pictures, films or events")
    return ArticleList([*found])


def _items(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost items, in order."""
    if _name(element) in _ITEMS:
        yield element
        return
    for child in element:
        yield from _items(child)


def _article(item: etree._Element, channel: str) -> Extract | None:
    blocks = next((blocks for body in _all(item, _BODIES) if (blocks := _blocks(body))), [])
    if not blocks:
        return None
    language = next((str(e.get("tag")) for e in _all(item, ("language",)) if e.get("tag")), "")
    facts = {
        "title": _words(item, _TITLES),
        "author": _BY.sub("", _words(item, _AUTHORS), count=1),
        "date": _day(_words(item, _DATES)),
        "source": channel or _words(item, _SOURCES),
        "language": language or str(item.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        "url": _words(item, ("link",)),
    }
    return Extract(blocks, {key: text for key, text in facts.items() if text})


def _blocks(body: etree._Element) -> list[Block]:
    """The blocks of a body: of its elements, or of HTML or text that is written in it."""
    inner = next(_all(body, ("body.content",)), body) if _name(body) != "body.content" else body
    content = next(_all(inner, ("body",)), inner)
    if len(content):
        return [Block(" ".join(block.text.split()), block.heading) for block in blocks_of(content)]
    text = content.text or ""
    if _TAG.search(text):
        return blocks_of_fragment(text)
    return [Block(words) for part in re.split(r"\n\s*\n", text) if (words := " ".join(part.split()))]


def _words(item: etree._Element, names: tuple[str, ...], inner: str = "") -> str:
    """The words of the first element that has some, in the order of the names."""
    for name in names:
        for element in _all(item, (name,)):
            element = next((e for e in element if _name(e) == inner), element) if inner else element
            stated = next((str(value) for key in _STATED if (value := element.get(key))), "")
            named = next((" ".join(e.itertext()) for e in element if _name(e) == "name"), "")
            if words := " ".join((named or " ".join(element.itertext()) or stated).split()) or stated:
                return words
    return ""


def _day(text: str) -> str:
    compact = _COMPACT.fullmatch(text)
    return stated_day("-".join(compact.groups()) if compact else text)


def _all(element: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    return (each for each in element.iter() if _name(each) in names)


def _name(element: etree._Element) -> str:
    """The tag without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
