"""The listings of feeds: RSS and Atom, by feedparser, and OPML."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from time import struct_time
from typing import Any

import feedparser

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import FeedListing
from reader.articles.formats.fragment import blocks_of_fragment
from reader.articles.formats.markup import decoded, refuse_entities, xml
from reader.language.dates import iso_date

__all__ = ["extract", "stated_day"]

ITEMS = 2_000
"""Items of a feed that are listed."""

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


def extract(data: bytes) -> FeedListing:
    """The items of a feed, or the feeds of an OPML file. Raises NoArticleError."""
    refuse_entities(decoded(data))
    if b"<opml" in data[:4096].lower():
        return _outlines(data)
    parsed = feedparser.parse(io.BytesIO(data))
    if not parsed.version:
        raise NoArticleError("is neither a feed nor the XML of a news agency; save its text as .txt")
    title = parsed.feed.get("title", "")
    common = {"source": title, "language": parsed.feed.get("language", "")}
    return FeedListing(title, [_item(entry, common) for entry in parsed.entries[:ITEMS]])


def _item(entry: dict[str, Any], common: dict[str, str]) -> dict[str, str]:
    contents = [content.get("value", "") for content in entry.get("content", [])]
    longest = max([*contents, entry.get("summary", "")], key=len)
    values = {
        "title": _plain(entry.get("title", "")),
        "url": entry.get("link", ""),
        "author": entry.get("author", ""),
        "date": _day(entry),
        "text": "\n\n".join(block.text for block in blocks_of_fragment(longest)),
    }
    return {key: value for key, value in (common | values).items() if value}


def _day(entry: dict[str, Any]) -> str:
    """The day on which an item was published, at the outlet's own place; "" where it is not certain."""
    for kind in ("published", "updated"):
        if stated := str(entry.get(kind) or "").strip():
            return stated_day(stated) or _confirmed(entry.get(f"{kind}_parsed"), stated)
    return ""


def stated_day(stated: str) -> str:
    """The day as it is written in a time of RFC 822 or ISO 8601, or in a date that can mean only one day."""
    if match := _YEAR_FIRST.match(stated):
        with suppress(ValueError):
            return date(*map(int, match.groups())).isoformat()
        return ""
    with suppress(ValueError, TypeError, IndexError):
        return parsedate_to_datetime(stated).date().isoformat()
    return iso_date(stated)[:10]


def _confirmed(time: struct_time | None, stated: str) -> str:
    """The day that feedparser understood, if its year and day are written: it guesses what is missing."""
    numbers = {int(number) for number in re.findall(r"[0-9]{1,4}", stated)}
    is_written = time is not None and {time.tm_year, time.tm_mday} <= numbers
    return date(time.tm_year, time.tm_mon, time.tm_mday).isoformat() if is_written and time else ""


def _plain(markup: str) -> str:
    return " ".join(block.text for block in blocks_of_fragment(markup))


def _outlines(data: bytes) -> FeedListing:
    root = xml(data)
    outlines = [e for e in root.iter("outline") if e.get("xmlUrl")][:ITEMS]
    feeds = [{"title": e.get("title") or e.get("text") or "", "url": e.get("xmlUrl") or ""} for e in outlines]
    return FeedListing(root.findtext("head/title") or "", feeds=feeds)
