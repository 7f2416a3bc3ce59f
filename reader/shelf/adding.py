"""What a path, an address or a feed offers: articles to be kept. The app and `reader add` share it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reader.articles.errors import ArticleError
from reader.articles.factory import article_id
from reader.articles.files import read_bytes
from reader.articles.loading import READERS, article_of, from_text, reader_of, way_out
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

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "multipart/related": ".mht",
    "message/rfc822": ".mht",
}
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
_FEEDS = (".xml", ".rss", ".atom", ".opml")
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
    return path.suffix.lower() in _FEEDS


def from_paths(entry: CorpusEntry) -> Offer:
    """The article of a file or of a member of an archive. Raises ArticleError."""
    article = entry.load()
    if entry.path.suffix.lower() in (".jsonl", ".ndjson"):
        return Offer(article)
    if entry.member:
        from reader.articles.containers.registry import read_member

        return Offer(
            article, read_member(entry.path, entry.member), PurePosixPath(entry.member).suffix.lower()
        )
    return Offer(article, read_bytes(entry.path), entry.path.suffix.lower())


def from_bytes(data: bytes, name: str) -> Offer:
    """The article in bytes that came without a name, as from standard input. Raises ArticleError."""
    reader = reader_of(Path(name), data)
    suffix = next(suffix for suffix, one in READERS.items() if one is reader)
    return Offer(article_of(data, name), data, suffix)


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
    from reader.articles.extraction.client import ask
    from reader.articles.extraction.extract import DocumentFormat, NoArticleError

    try:
        found = ask(DocumentFormat.FEED, data)
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


def _article_at(found: Fetched) -> Offer:
    """The article of what was fetched. Raises ArticleError."""
    suffix = _suffix(found)
    name = sanitize_line(found.url)
    if not suffix:
        raise ArticleError(f"{name}: is {found.kind}, which is no article; {way_out()}")
    data = _with_mark(found, suffix)
    article = _made(data, suffix, found)
    if suffix in (".html", ".xhtml") and article.words() < PAYWALLED and _NOT_FREE.search(found.data):
        raise ArticleError(
            f"{name}: only {article.words()} words are free, the rest is behind a paywall; "
            "open it in your browser, save the page, and add the file"
        )
    return Offer(article, found.data, suffix)


def _suffix(found: Fetched) -> str:
    """The format of what was fetched, as the server says it, else the address; "" of what is not read."""
    if found.kind in _UNTOLD:
        said = PurePosixPath(urlsplit(found.url).path).suffix.lower()
        return said if said in READERS else ".html" if b"<" in found.data[:1024] else ".txt"
    return _SUFFIXES.get(found.kind, "")


def _with_mark(found: Fetched, suffix: str) -> bytes:
    """The bytes as UTF-8 with its mark, where the server says their encoding: pages may say otherwise."""
    if not found.charset or suffix not in (".html", ".xhtml", ".txt", ".md"):
        return found.data
    try:
        return found.data.decode(found.charset).encode("utf-8-sig")
    except (LookupError, UnicodeError):
        return found.data


def _made(data: bytes, suffix: str, found: Fetched) -> Article:
    """The article, which comes from its address."""
    url = sanitize_line(found.url)
    article = READERS[suffix](data, url)
    if not article.paragraphs:
        raise ArticleError(f"{url} is empty: there is nothing to read")
    host = (urlsplit(found.url).hostname or "").removeprefix("www.")
    return replace(article, id=article_id(url, "", ""), url=url, path="", source=article.source or host)
