"""Formats of files that hold several articles, and how their contents show them.

Exports of news databases are pages, texts and Word documents by name: only their contents show what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.articles.formats.registry import Format, format_named

if TYPE_CHECKING:
    from reader.articles.formats.extract import ArticleList

__all__ = ["HEAD", "SEVERAL", "any_format_named", "format_of_several"]

HEAD = 262_144
"""First bytes in which the marks of an export are searched for: style sheets come before them."""


def _factiva() -> Callable[[bytes], ArticleList]:
    from reader.articles.formats.factiva import extract

    return extract


def _europresse() -> Callable[[bytes], ArticleList]:
    from reader.articles.formats.europresse import extract

    return extract


def _nexis() -> Callable[[bytes], ArticleList]:
    from reader.articles.formats.nexis import extract

    return extract


def _json() -> Callable[[bytes], ArticleList]:
    from reader.articles.formats.tables import extract_json

    return extract_json


def _table() -> Callable[[bytes], ArticleList]:
    from reader.articles.formats.tables import extract_table

    return extract_table


def _news_xml() -> Callable[[bytes], ArticleList]:
    from reader.articles.formats.news_xml import extract

    return extract


def _warc() -> Callable[[bytes], ArticleList]:
    from reader.articles.formats.warc import extract

    return extract


FACTIVA = Format("Factiva export", (), extractor=_factiva)
EUROPRESSE = Format("Europresse export", (), extractor=_europresse)
NEXIS = Format("Nexis export", (), extractor=_nexis)
JSON = Format("JSON of articles", (".json",), extractor=_json)
TABLE = Format("table of articles", (".csv", ".tsv"), extractor=_table)
NEWS_XML = Format("news agency's XML", (), extractor=_news_xml)
WARC = Format("web archive", (".warc", ".wacz", ".arc"), extractor=_warc, package="warcio")

SEVERAL = (FACTIVA, EUROPRESSE, NEXIS, JSON, TABLE, NEWS_XML, WARC)
"""The formats of files that hold several articles and are taken apart in the child process."""

_PAGES = (".html", ".htm")
_TEXTS = (".txt", ".text")
_XML = (".xml", ".nitf", ".newsml")
_MARKS = (
    (_PAGES, FACTIVA, (rb"(?i:factiva)", rb"class=[\"']article[\"' ]")),
    (_PAGES, EUROPRESSE, (rb"docOcurrContainer|DocPublicationName|titreArticleVisu",)),
    (_PAGES, NEXIS, (rb"LXNComment|>\s?\d+ (?:of|von|de) \d+ [A-Z]{4,}\s?<",)),
    (_TEXTS, NEXIS, (rb"(?m:^[ \t]*(?:Document )?\d+ (?:of|von|de|sur) \d+ [A-Z]{5,}[ \t]*\r?$)",)),
    (_TEXTS, NEXIS, (rb"(?m:^Body\r?$)", rb"(?m:^End of Document\r?$)")),
    (_TEXTS, FACTIVA, (rb"(?m:^Do[ck]ument [A-Z0-9]{4,8}0000[0-9a-z]{12,}\r?$)",)),
    (_XML, NEWS_XML, (rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem|nitf|NewsML)[\s>]",)),
    (_XML, NEWS_XML, (rb"wordpress\.org/export/",)),
    ((".gz",), WARC, (rb"\A\x1f\x8b",)),
    ((".docx",), NEXIS, (rb">End of Document<",)),
    ((".rtf",), NEXIS, (rb"End of Document",)),
    ((".rtf",), FACTIVA, (rb"Do[ck]ument [A-Z0-9]{4,8}0000[0-9a-z]{12,}",)),
)
"""Suffixes, the format that they may be, and the marks that show it together."""

SUFFIXES = frozenset(suffix for row in _MARKS for suffix in row[0])
"""The suffixes of files whose contents are looked at."""


def format_of_several(suffix: str, head: bytes) -> Format | None:
    """The format of a file of several articles, by its suffix, or by the marks in its first bytes."""
    suffix = suffix.lower()
    if row := next((row for row in SEVERAL if suffix in row.suffixes), None):
        return row
    return next((row for suffixes, row, marks in _MARKS if suffix in suffixes and _has(marks, head)), None)


def _has(marks: tuple[bytes, ...], head: bytes) -> bool:
    return all(re.search(mark, head) for mark in marks)


def any_format_named(name: str) -> Format:
    """The format of this name, of one article or of several. Raises KeyError."""
    return next((row for row in SEVERAL if row.name == name), None) or format_named(name)
