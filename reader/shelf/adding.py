"""What a path, an address or a feed offers: articles to be kept. The app and `reader add` share it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reader.articles.containers.members import bytes_of_member
from reader.articles.errors import ArticleError
from reader.articles.factory import article_id
from reader.articles.files import read_bytes
from reader.articles.formats.registry import (
    FEED,
    HTML,
    PLAIN_TEXT,
    Format,
    format_of,
    format_of_media_type,
    format_of_suffix,
    opened_formats,
)
from reader.articles.loading import from_text
from reader.articles.parsing import parsed
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from reader.articles.corpus import CorpusEntry
    from reader.articles.model import Article
    from reader.shelf.fetching import Fetched

__all__ = [
    "Feed",
    "Item",
    "Offer",
    "feed_in",
    "from_address",
    "from_bytes",
    "from_item",
    "from_paths",
    "is_feed_file",
]

PAYWALLED = 150
"""Words below which a page that says it is not free is taken for what is left before its paywall."""

_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
_FEED = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|rdf:RDF|opml)\b")
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|opml)\b")
_NOT_FREE = re.compile(rb"isAccessibleForFree[\"']?\s*(?::|content=)\s*[\"']?false", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """An article, the bytes it was made of (b"" where they say no more), and the suffix for those."""

    article: Article
    original: bytes = b""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed; `text` is what the feed itself says of it. An OPML file's items are feeds."""

    title: str
    url: str
    date: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed lists. `of_feeds`: it is an OPML file, whose items are feeds."""

    title: str
    items: tuple[Item, ...]
    of_feeds: bool = False


def is_feed_file(path: Path) -> bool:
    """Whether a file is called as feeds are."""
    return path.suffix.lower() in FEED.suffixes


def from_paths(entry: CorpusEntry) -> Offer:
    """The article of a file or of a member of an archive. Raises ArticleError."""
    article = entry.load()
    if entry.member:
        original = bytes_of_member(entry.path, entry.member)
        suffix = PurePosixPath(entry.member).suffix.lower()
        return Offer(article) if original is None else Offer(article, original, suffix)
    return Offer(article, read_bytes(entry.path), entry.path.suffix.lower())


def from_bytes(data: bytes, name: str) -> Offer:
    """The article in bytes that came without a name, as from standard input. Raises ArticleError."""
    document = format_of(Path(name), data)
    return Offer(parsed(document, data, name), data, document.suffixes[0])


def from_address(url: str) -> Offer | Feed:
    """The article or feed at an address. Raises FetchError, ArticleError."""
    from reader.shelf.fetching import fetch

    found = fetch(url)
    return feed_in(found.data, found.url) if _is_feed(found) else _article_at(found)


def from_item(item: Item) -> Offer:
    """The article that an item of a feed leads to; else the item's own text, where it is one.

    Raises FetchError, ArticleError.
    """
    from reader.base.errors import UserError

    try:
        offer = from_address(item.url)
        if isinstance(offer, Offer):
            return offer
        raise ArticleError(f"{sanitize_line(item.url)} is a feed itself: add it by its address")
    except UserError:
        if len(item.text.split()) < PAYWALLED:
            raise
    known = {"title": item.title, "date": item.date, "author": item.author, "source": item.source}
    return Offer(from_text(item.text, url=item.url, language=item.language, **known))


def feed_in(data: bytes, name: str) -> Feed:
    """What the bytes of a feed list. Raises ArticleError."""
    from reader.articles.extraction.client import extract_in_child
    from reader.articles.formats.extract import NoArticleError

    try:
        found = extract_in_child(FEED, data)
    except NoArticleError as error:
        raise ArticleError(sanitize_line(f"{name} {error}")) from error
    items = tuple(_items(found["items"] or found["feeds"]))
    if not items:
        raise ArticleError(f"{sanitize_line(name)} lists nothing: it is an empty feed")
    return Feed(sanitize_line(found["title"]) or sanitize_line(name), items, of_feeds=bool(found["feeds"]))


def _items(found: list[dict[str, Any]]) -> Iterator[Item]:
    for facts in found:
        if facts.get("url"):
            text = str(facts.pop("text", ""))
            yield Item(
                **{"title": ""} | {key: sanitize_line(str(value)) for key, value in facts.items()}, text=text
            )


def _is_feed(found: Fetched) -> bool:
    says = found.kind.endswith("xml") and found.kind != "application/xhtml+xml"
    untold = found.kind in (*_UNTOLD, "text/plain", "text/html") and _FEED.match(found.data[:1024])
    return bool(says or untold) and _ROOT.search(found.data[:4096]) is not None


def _article_at(page: Fetched) -> Offer:
    """The article of what was fetched. Raises ArticleError."""
    document, suffix = _format_of(page)
    article = _from(page, document)
    if document is HTML and article.words() < PAYWALLED and _NOT_FREE.search(page.data):
        raise ArticleError(
            f"{sanitize_line(page.url)}: only {article.words()} words are free, the rest is behind a "
            "paywall; open it in your browser, save the page, and add the file"
        )
    return Offer(article, page.data, suffix)


def _format_of(page: Fetched) -> tuple[Format, str]:
    """The format of what was fetched, as the server states it, else the address; and the suffix for it.

    Raises ArticleError where reader does not open that format.
    """
    if page.kind in _UNTOLD:
        suffix = PurePosixPath(urlsplit(page.url).path).suffix.lower()
        document = format_of_suffix(suffix)
        if document:
            return document, suffix
        document = HTML if b"<" in page.data[:1024] else PLAIN_TEXT
        return document, document.suffixes[0]
    document = format_of_media_type(page.kind)
    if document is None:
        raise ArticleError(f"{sanitize_line(page.url)} is not an article but {page.kind}; {opened_formats()}")
    return document, document.media_types[page.kind]


def _from(page: Fetched, document: Format) -> Article:
    """The article, with its address as its origin. Raises ArticleError."""
    url = sanitize_line(page.url)
    article = parsed(document, _with_mark(page, document), url)
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    return replace(article, id=article_id(url, "", ""), url=url, path="", source=article.source or host)


def _with_mark(page: Fetched, document: Format) -> bytes:
    """The bytes as UTF-8 with its mark, where the server states their encoding: pages may state another."""
    if not page.charset or not document.is_text:
        return page.data
    try:
        return page.data.decode(page.charset).encode("utf-8-sig")
    except (LookupError, UnicodeError):
        return page.data
