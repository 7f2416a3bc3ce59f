"""The facts of an article under the names that clippers, crawlers, news APIs and tables give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from math import isfinite
from typing import cast

from reader.articles.factory import Metadata

__all__ = ["TEXTS", "folded", "is_field", "is_text", "is_title", "metadata_of", "text_of", "values_of"]

TEXTS = (
    "text", "maintext", "articlebody", "bodytext", "fulltext", "articletext", "contenttext", "textcontent",
    "body", "content", "bodyhtml", "bodyxhtml", "contenthtml", "bodies", "paragraphs", "article", "story",
    "volltext", "texte", "texto",
)  # fmt: skip
"""The names of the text, the best first, as `folded` gives them."""

_NAMES = {
    "title": (
        "title", "headline", "webtitle", "articletitle", "ogtitle", "headlines", "titel", "titre", "título",
        "titulo",
    ),
    "source": (
        "source", "publisher", "publication", "outlet", "medianame", "newspaper", "site", "sitename",
        "ogsitename", "sourcename", "publicationname", "publicationtitle", "website", "sourcedomain",
        "domain", "infosource", "infosources", "quelle", "journal", "fuente",
    ),
    "date": (
        "date", "published", "datepublished", "publisheddate", "publishdate", "datepublish", "publishedat",
        "publishedon", "publicationdate", "pubdate", "publishedtime", "articlepublishedtime", "pubtime",
        "webpublicationdate", "versioncreated", "firstcreated", "issued", "seendate", "datum", "fecha",
    ),
    "author": (
        "author", "authors", "byline", "bylines", "by", "creator", "dccreator", "reporter", "autor",
        "autorin", "auteur",
    ),
    "url": (
        "url", "link", "href", "canonical", "canonicalurl", "originalurl", "sourceurl", "permalink",
        "original", "weburl", "pageurl", "articleurl", "mainentityofpage", "uri", "source", "website",
    ),
    "language": ("language", "lang", "locale", "inlanguage", "languagecode"),
}  # fmt: skip
"""The names of each field of Metadata, the best first, as `folded` gives them.

Obsidian Web Clipper and MarkDownload write the address as `source`. The day of clipping (`created`, `saved`,
`date_saved`) and of the last change (`modified`) are not the article's date, and are not read.
"""

_INNER = ("name", "rendered", "value", "main", "original", "by", "text", "@id")
"""The names of the text inside an object: schema.org, WordPress, ninjs, the New York Times, AP."""

_ALL = {*TEXTS, *(name for names in _NAMES.values() for name in names)}
_DEPTH = 6
"""Lists and objects that the value of a field may be nested in."""

_EPOCHS = (631_152_000, 4_102_444_800)
"""Seconds since 1970 that are taken for a date: the years from 1990 to 2099."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)(?:(?:[Tt]|[ \t]+)(\d\S*)\s*(\S*))?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z?))?")
_SECONDS = re.compile(r"(\d{9,10})(?:\d{3}|\.\d+)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_LISTED = re.compile(r"""\[\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]""")
"""A list that a program wrote into one cell of a table: ['Ida Holm', 'Jo Berg']."""


def folded(name: str) -> str:
    """A name in lower case without separators: "date-published", "og:title" and "datePublished" are found."""
    return re.sub(r"[\W_]+", "", name.lower())


def is_field(name: str) -> bool:
    """Whether a name is that of the text or of a field."""
    return folded(name) in _ALL


def is_text(name: str) -> bool:
    """Whether a name is one that the text may have."""
    return folded(name) in TEXTS


def is_title(name: str) -> bool:
    """Whether a name is one that the title may have."""
    return folded(name) in _NAMES["title"]


def values_of(facts: Mapping[str, object]) -> dict[str, object]:
    """The values that are understood, by folded names; the first of a name counts."""
    values: dict[str, object] = {}
    for name, value in facts.items():
        if is_field(name):
            values.setdefault(folded(name), value)
    return values


def text_of(facts: Mapping[str, object]) -> str:
    """The text among named values, paragraphs of a list apart; "" where there is none."""
    values = values_of(facts)
    texts = ("\n\n".join(_texts(_first_form(values.get(name)))) for name in TEXTS)
    return next((text for text in texts if text.strip()), "")


def _first_form(value: object) -> object:
    """A list of objects is one text in several forms, as in ninjs; a list of texts is its paragraphs."""
    forms = [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
    return next((form for form in forms if _texts(form)), value)


def metadata_of(facts: Mapping[str, object]) -> Metadata:
    """The metadata among named values, each on one line; what is not known is left out."""
    values = {name: _line(value) for name, value in values_of(facts).items()}
    metadata = {field: _first(field, values) for field in _NAMES}
    return cast(Metadata, {field: value for field, value in metadata.items() if value})


def _texts(value: object, depth: int = _DEPTH) -> list[str]:
    """The texts of a value: its own, those of a list, and the named one of each object."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, Mapping) and depth:
        return next(filter(None, (_texts(value.get(name), depth - 1) for name in _INNER)), [])
    if isinstance(value, list) and depth:
        return [text for each in value for text in _texts(each, depth - 1)]
    return []


def _line(value: object) -> str:
    """A value on one line, without the brackets of links to other notes: `[[Lena Marsh]]`."""
    if isinstance(value, (int, float)):
        return str(value) if isfinite(value) and not isinstance(value, bool) else ""
    return ", ".join(" ".join(_WIKI_LINK.sub(r"\1", text).split()) for text in _texts(value))


def _first(field: str, values: Mapping[str, str]) -> str:
    """The first value that a field can have: an address is not an outlet, and words are not an address."""
    texts = [text for name in _NAMES[field] if (text := values.get(name, ""))]
    if field == "url":
        own = values.get("url", "")
        return own or next((text for text in texts if _ADDRESS.fullmatch(text)), "")
    return next(_fitting(field, texts), "")


def _fitting(field: str, texts: list[str]) -> Iterator[str]:
    """Those of the texts that a field can have."""
    for text in texts:
        if field == "date":
            if day := _day(text):
                yield day
        elif field == "author":
            yield _names(text)
        elif field == "title":
            yield text
        elif field == "source":
            if not _ADDRESS.fullmatch(text):
                yield text
        elif _LANGUAGE.fullmatch(text):
            yield text.replace("_", "-")


def _names(text: str) -> str:
    """The names of authors, without "By"."""
    if _LISTED.fullmatch(text):
        text = ", ".join(one or other for one, other in re.findall(r"""'([^']*)'|"([^"]*)\"""", text))
    return _BY.sub("", text, count=1) if _BY.match(text) else text


def _day(text: str) -> str:
    """A timestamp as ISO 8601; other text with a date as it is; "" where there is no such day."""
    if seconds := _SECONDS.fullmatch(text):
        moment = int(seconds[1])
        is_time = _EPOCHS[0] <= moment < _EPOCHS[1]
        return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if is_time else ""
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}{zone}" if hour else "")
    match = _DAY.match(text)
    if match is None:
        from reader.language.dates import iso_date

        return text if iso_date(text) or iso_date(text, "en-GB") else ""  # the article's language may tell
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""
    return f"{day}T{match[4]}{match[5]}" if match[4] else day
