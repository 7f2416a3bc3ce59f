"""The metadata that a page states."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura.settings import Document

from reader.articles.formats.page_date import stated_day
from reader.language.dates import iso_date
from reader.language.placeholder_authors import named_authors

__all__ = ["page_metadata"]

_LOCALES = "//meta[@property='og:locale' or @name='language' or @http-equiv='content-language']/@content"
_DATES = (
    "//meta[@name='date' or @name='pubdate' or @name='publish_date' or @name='publishdate' or @name='dc.date'"
    " or @name='DC.date' or @itemprop='datePublished' or @property='article:published_time']/@content"
)
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")


def page_metadata(document: Document | None, tree: HtmlElement, page: str, url: str) -> dict[str, str]:
    """The values of factory.Metadata that a page states, from trafilatura's `document`.

    `url` is the address that the page was saved from, if it is known.
    """
    language = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    metadata = {"language": language if _LOCALE.fullmatch(language) else ""}
    if document is not None:
        host = urlsplit(document.url or url).hostname or ""
        locales = (metadata["language"], *tree.xpath(_LOCALES))
        known = tuple(locale for locale in locales if _LOCALE.fullmatch(locale))
        metadata |= {
            "title": document.title or "",
            "author": named_authors(document.author or "", host, document.sitename or ""),
            "date": stated_day(document.date or _plain_date(tree), page, known, host),
            "source": document.sitename or "",
            "url": _address(document.url or ""),
        }
    return {key: value for key, value in metadata.items() if value}


def _plain_date(tree: HtmlElement) -> str:
    """The first date in the metadata that has one meaning, also with the month first (04/23/2026)."""
    return next((day for text in tree.xpath(_DATES) if (day := iso_date(str(text)))), "")


def _address(url: str) -> str:
    """The address that a page gives itself, unless it is that of the whole site."""
    parts = urlsplit(url)
    is_article = parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query)
    return url if is_article else ""
