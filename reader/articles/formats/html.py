"""HTML pages: the article in them, by trafilatura."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree, html
from trafilatura import bare_extraction

from reader.articles.errors import NoArticleError
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.markup import blocks_of, decoded, refuse_entities
from reader.base.phrases import counted
from reader.language.word_count import count_words

if TYPE_CHECKING:
    from trafilatura.settings import Document

__all__ = ["extract", "extract_page"]

THIN = 40
"""Words below which a large page is taken for a shell whose text is behind a script, a paywall or a login."""

SHELL = 5_000
"""Characters from which a page is large."""

HEAD = 20_000
"""Characters in which the document type and language are searched for."""

_SAVE = "open it in a browser and save it from there"
_LANGUAGE = re.compile(
    r"<html\b[^<>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)", re.IGNORECASE
)


def extract(data: bytes) -> Extract:
    """The article of a saved page. Raises NoArticleError."""
    return extract_page(decoded(data))


def extract_page(page: str, url: str = "") -> Extract:
    """The article of a page: text, title, author, date, site, and canonical address."""
    refuse_entities(page[:HEAD])
    document = _document(page, url)
    blocks = list(blocks_of(document.body)) if document is not None and document.body is not None else []
    if not blocks:
        blocks = _all_blocks(page)
    words = sum(count_words(block.text) for block in blocks)
    if not words:
        raise NoArticleError(f"has no text; it is empty, or a script loads the text: {_SAVE}")
    if words < THIN and len(page) > SHELL:
        raise NoArticleError(
            f"has hardly any text ({counted(words, 'word')}); a script or paywall may hide it: {_SAVE}"
        )
    return Extract(blocks, _metadata(document, page))


def _document(page: str, url: str) -> Document | None:
    """The page as trafilatura sees it. Its date is the one that the page states, never a guess."""
    dates = {"extensive_search": False, "original_date": True}
    document = bare_extraction(
        page, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=dates
    )
    return document if not isinstance(document, dict) else None


def _all_blocks(page: str) -> list[Block]:
    """All text of a page that is too small or odd for trafilatura."""
    try:
        tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return []
    body = tree.find("body")
    return list(blocks_of(tree if body is None else body))


def _metadata(document: Document | None, page: str) -> dict[str, str]:
    """The metadata that the page states."""
    language = _LANGUAGE.search(page[:HEAD])
    metadata = {"language": language[1] if language else ""}
    if document is not None:
        metadata |= {
            "title": document.title or "",
            "author": document.author or "",
            "date": document.date or "",
            "source": document.sitename or "",
            "url": _address(document.url or ""),
        }
    return {key: value for key, value in metadata.items() if value}


def _address(url: str) -> str:
    """The address that a page gives itself, unless it is that of the whole site."""
    parts = urlsplit(url)
    is_article = parts.scheme in ("http", "https") and (parts.path.strip("/") or parts.query)
    return url if is_article else ""
