"""The listings of feeds: RSS and Atom, by feedparser, and OPML."""

from __future__ import annotations

import io
from time import strftime, struct_time
from typing import Any

import feedparser
from lxml import html

from reader.articles.errors import NoArticleError
from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.extract import FeedListing
from reader.articles.formats.markup import decoded, refuse_entities, xml
from reader.articles.formats.visible import show_as_seen

__all__ = ["extract"]

ITEMS = 2_000
"""Items of a feed that are listed."""


def extract(data: bytes) -> FeedListing:
    """The items of a feed, or the feeds of an OPML file. Raises NoArticleError."""
    refuse_entities(decoded(data))
    if b"<opml" in data[:4096].lower():
        return _outlines(data)
    parsed = feedparser.parse(io.BytesIO(data))
    if not parsed.version:
        raise NoArticleError("is not a feed; use the address of an RSS, Atom or OPML feed")
    title = parsed.feed.get("title", "")
    common = {"source": title, "language": parsed.feed.get("language", "")}
    return FeedListing(title, [_item(entry, common) for entry in parsed.entries[:ITEMS]])


def _item(entry: dict[str, Any], common: dict[str, str]) -> dict[str, str]:
    contents = [content.get("value", "") for content in entry.get("content", [])]
    values = {
        "title": _plain(entry.get("title", "")),
        "url": entry.get("link", ""),
        "author": entry.get("author", ""),
        "date": _day(entry.get("published_parsed") or entry.get("updated_parsed")),
        "text": "\n\n".join(_lines(max([*contents, entry.get("summary", "")], key=len))),
    }
    return {key: value for key, value in (common | values).items() if value}


def _day(time: struct_time | None) -> str:
    return strftime("%Y-%m-%d", time) if time else ""


def _lines(markup: str) -> list[str]:
    """The blocks of an item's text, which is HTML."""
    if not markup.strip():
        return []
    tree = html.fromstring(f"<div>{markup}</div>")
    show_as_seen(tree)
    return [" ".join(block.text.split()) for block in blocks_of(tree)]


def _plain(markup: str) -> str:
    return " ".join(_lines(markup))


def _outlines(data: bytes) -> FeedListing:
    root = xml(data)
    outlines = [e for e in root.iter("outline") if e.get("xmlUrl")][:ITEMS]
    feeds = [{"title": e.get("title") or e.get("text") or "", "url": e.get("xmlUrl") or ""} for e in outlines]
    return FeedListing(root.findtext("head/title") or "", feeds=feeds)
