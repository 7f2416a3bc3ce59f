"""The metadata in front matter, under the names that clippers and static sites give it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import cast

from reader.articles.factory import Metadata
from reader.articles.formats.yaml_values import YamlValue, texts_in

__all__ = ["NAMES", "metadata_of"]

NAMES = {
    "title": ("title", "headline", "og_title"),
    "source": (
        "source", "publisher", "publication", "outlet", "site", "site_name", "sitename", "og_site_name",
        "website", "domain", "source_name",
    ),
    "date": (
        "date", "published", "date_published", "published_date", "publish_date", "published_at",
        "published_on",
        "publication_date", "pub_date", "pubdate", "published_time", "article_published_time",
        "datepublished",
        "publishdate", "publisheddate", "publishedat", "publishedtime", "pubtime", "issued",
    ),
    "author": ("author", "authors", "byline", "creator", "dc_creator"),
    "url": (
        "url", "link", "href", "canonical", "canonical_url", "canonicalurl", "original_url", "originalurl",
        "source_url", "sourceurl", "permalink", "original", "web_url", "page_url", "uri", "source", "website",
    ),
    "language": ("language", "lang", "locale"),
}  # fmt: skip
"""The names of each field, the best first, in lower case and with "_" for "-", ":", "." and blanks.

Obsidian Web Clipper and MarkDownload write the address as `source`. The day of clipping (`created`, `saved`,
`date_saved`) and of the last change (`modified`) are not the article's date, and are not read.
"""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)(?:(?:[Tt]|[ \t]+)(\d\S*)\s*(\S*))?")


def metadata_of(entries: Mapping[str, YamlValue] | Mapping[str, str]) -> Metadata:
    """The metadata in entries of front matter; what is not known is left out."""
    values = {_folded(key): _text(value) for key, value in entries.items()}
    metadata = {field: _first(field, values) for field in NAMES}
    return cast(Metadata, {field: value for field, value in metadata.items() if value})


def _folded(key: str) -> str:
    return re.sub(r"[-:. ]+", "_", key.lower())


def _text(value: YamlValue) -> str:
    """A value on one line, without the brackets of links to other notes: `[[Lena Marsh]]`."""
    return ", ".join(_WIKI_LINK.sub(r"\1", text).strip() for text in texts_in(value))


def _first(field: str, values: Mapping[str, str]) -> str:
    """The first value that a field can have: an address is not an outlet, and words are not an address."""
    texts = (values.get(name, "") for name in NAMES[field])
    if field == "date":
        return next((day for text in texts if (day := _day(text))), "")
    if field == "url":
        own = values.get("url", "")
        return own or next((text for text in texts if _ADDRESS.fullmatch(text)), "")
    if field == "source":
        return next((text for text in texts if text and not _ADDRESS.fullmatch(text)), "")
    return next(filter(None, texts), "")


def _day(text: str) -> str:
    """A timestamp of YAML as ISO 8601; other text with a date as it is; "" where there is no such day."""
    match = _DAY.match(text)
    if match is None:
        from reader.language.dates import iso_date

        return text if iso_date(text) or iso_date(text, "en-GB") else ""  # the article's language may tell
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""
    return f"{day}T{match[4]}{match[5]}" if match[4] else day
