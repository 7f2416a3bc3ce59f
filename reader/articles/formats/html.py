"""HTML pages: the article in them, by trafilatura."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree, html
from trafilatura import bare_extraction

from reader.articles.formats.extract import Block, Extract, NoArticleError
from reader.articles.formats.markup import blocks_of, decoded, refuse_entities

if TYPE_CHECKING:
    from trafilatura.settings import Document

__all__ = ["article_of", "extract"]

THIN = 40
"""Words below which a large page is taken for a shell: its text is behind a script, a paywall or a login."""

SHELL = 5_000
"""Characters from which a page is large."""

HEAD = 20_000
"""Characters in which a document type and a language are looked for."""

_LANGUAGE = re.compile(
    r"<html\b[^<>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)", re.IGNORECASE
)


def extract(data: bytes) -> Extract:
    """The article of a page that was saved. Raises NoArticleError."""
    return article_of(decoded(data))


def article_of(page: str, url: str = "") -> Extract:
    """The article of a page: text, title, author, date, site, and its canonical address."""
    refuse_entities(page[:HEAD])
    found = _found(page, url)
    blocks = list(blocks_of(found.body)) if found is not None and found.body is not None else []
    if not blocks:
        blocks = _all_blocks(page)
    words = sum(len(block.text.split()) for block in blocks)
    if not words:
        raise NoArticleError("has no text in it: it is empty, or a script would fetch its text")
    if words < THIN and len(page) > SHELL:
        raise NoArticleError(
            f"has hardly any text ({words} words): it is no article, or a script or paywall keeps its text"
        )
    return Extract(blocks, _metadata(found, page))


def _found(page: str, url: str) -> Document | None:
    """What trafilatura makes of a page. The date is what the page says, never a guess from its text."""
    dates = {"extensive_search": False, "original_date": True}
    found = bare_extraction(
        page, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=dates
    )
    return found if not isinstance(found, dict) else None


def _all_blocks(page: str) -> list[Block]:
    """All text of a page that is too small or odd for trafilatura."""
    try:
        tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return []
    body = tree.find("body")
    return list(blocks_of(tree if body is None else body))


def _metadata(found: Document | None, page: str) -> dict[str, str]:
    """The metadata, as far as the page tells it."""
    language = _LANGUAGE.search(page[:HEAD])
    metadata = {"language": language[1] if language else ""}
    if found is not None:
        metadata |= {
            "title": found.title or "",
            "author": found.author or "",
            "date": found.date or "",
            "source": found.sitename or "",
            "url": _address(found.url or ""),
        }
    return {key: value for key, value in metadata.items() if value}


def _address(url: str) -> str:
    """The address that a page gives itself, where it is one of an article and not of the whole site."""
    parts = urlsplit(url)
    own = parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query)
    return url if own else ""
