"""Feeds: lists of articles (RSS, Atom) and lists of feeds (OPML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.articles.errors import ArticleError, NoArticleError
from reader.articles.formats.registry import FEED
from reader.base.sanitizing import sanitize_line

__all__ = ["Feed", "FeedItem", "begins_like_feed", "feed_in", "has_feed_root", "is_feed_file"]

_BEGINNING = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|rdf:RDF|opml)\b")
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|opml)\b")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item of a feed; `text` is its content in the feed itself. The items of an OPML file are feeds.

    An item has an address, or at least a text.
    """

    title: str
    url: str
    date: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """The items of a feed. `of_feeds`: it is an OPML file, whose items are feeds."""

    title: str
    items: tuple[FeedItem, ...]
    of_feeds: bool = False


def is_feed_file(path: Path) -> bool:
    """Whether a file has the suffix of a feed."""
    return path.suffix.lower() in FEED.suffixes


def begins_like_feed(data: bytes) -> bool:
    """Whether bytes begin as an XML file or a feed does."""
    return _BEGINNING.match(data[:1024]) is not None


def has_feed_root(data: bytes) -> bool:
    """Whether the element that makes a feed is near the beginning."""
    return _ROOT.search(data[:4096]) is not None


def feed_in(data: bytes, name: str) -> Feed:
    """The feed in bytes that are called `name` in messages. Raises ArticleError, also for an empty feed."""
    from reader.articles.extraction.client import extract_in_child

    try:
        listing = extract_in_child(FEED, data)
    except NoArticleError as error:
        raise ArticleError(sanitize_line(f"{name} {error}")) from error
    items = tuple(_items(listing["items"] or listing["feeds"]))
    if not items:
        raise ArticleError(f"{sanitize_line(name)} is an empty feed; it lists no articles")
    return Feed(sanitize_line(listing["title"]) or sanitize_line(name), items, bool(listing["feeds"]))


def _items(listing: list[dict[str, Any]]) -> Iterator[FeedItem]:
    for facts in listing:
        text = str(facts.pop("text", ""))
        if facts.get("url") or text:
            lines = {key: sanitize_line(str(value)) for key, value in facts.items()}
            yield FeedItem(**{"title": "", "url": ""} | lines, text=text)
