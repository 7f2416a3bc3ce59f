"""The article or feed at a web address."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.articles.decoding import UndecodableError, decode, stated_in
from reader.articles.errors import ArticleError
from reader.articles.factory import article_id
from reader.articles.formats.registry import (
    HTML,
    PLAIN_TEXT,
    Format,
    format_of_media_type,
    format_of_suffix,
    opened_formats,
)
from reader.articles.loading import from_text
from reader.articles.parsing import parsed
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.language.word_count import count_words
from reader.shelf.feeds import Feed, FeedItem, begins_like_feed, feed_in, has_feed_root
from reader.shelf.fetching import fetch
from reader.shelf.offers import Offer

if TYPE_CHECKING:
    from reader.articles.model import Article
    from reader.shelf.fetching import Fetched

__all__ = ["PAYWALLED", "offer_at_address", "offer_of_item"]

PAYWALLED = 150
"""Words. A shorter page that says it is not free is taken for the part of an article before its paywall."""

_UNKNOWN_KINDS = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
_NOT_FREE = re.compile(rb"isAccessibleForFree[\"']?\s*(?::|content=)\s*[\"']?false", re.IGNORECASE)


def offer_at_address(url: str) -> Offer | Feed:
    """The article or feed at an address. Raises FetchError, ArticleError."""
    page = fetch(url)
    return feed_in(page.data, page.url) if _is_feed(page) else _article_at(page)


def offer_of_item(item: FeedItem) -> Offer:
    """The article that an item of a feed links to; else the item's own text, where that is an article.

    The text of an item without a link is taken, however short. Raises FetchError, ArticleError.
    """
    try:
        if item.url and isinstance(offer := offer_at_address(item.url), Offer):
            return offer
        if item.url:
            raise ArticleError(f"{sanitize_line(item.url)} is itself a feed; add it by its address")
    except UserError:
        if count_words(item.text) < PAYWALLED:
            raise
    facts = {"title": item.title, "date": item.date, "author": item.author, "source": item.source}
    return Offer(from_text(item.text, url=item.url, language=item.language, **facts))


def _is_feed(page: Fetched) -> bool:
    is_xml = page.kind.endswith("xml") and page.kind != "application/xhtml+xml"
    may_be_xml = page.kind in (*_UNKNOWN_KINDS, "text/plain", "text/html") and begins_like_feed(page.data)
    return (is_xml or may_be_xml) and has_feed_root(page.data)


def _article_at(page: Fetched) -> Offer:
    """The article of a page that was fetched. Raises ArticleError."""
    document, suffix = _format_of(page)
    article = _from(page, document)
    if document is HTML and article.words() < PAYWALLED and _NOT_FREE.search(page.data):
        raise ArticleError(
            f"{sanitize_line(page.url)}: only {article.words()} words are free, and the rest is behind a "
            "paywall; open it in your browser, save the page, and add the file"
        )
    return Offer(article, page.data, suffix)


def _format_of(page: Fetched) -> tuple[Format, str]:
    """The format of a page, as the server states it, else by its address; and the suffix for its bytes.

    Raises ArticleError where reader does not open that format.
    """
    if page.kind in _UNKNOWN_KINDS:
        suffix = PurePosixPath(urlsplit(page.url).path).suffix.lower()
        if by_suffix := format_of_suffix(suffix):
            return by_suffix, suffix
        by_content = HTML if b"<" in page.data[:1024] else PLAIN_TEXT
        return by_content, by_content.suffixes[0]
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
        return decode(page.data, page.charset, stated_in(page.data)).encode("utf-8-sig")
    except UndecodableError:
        return page.data
