"""HTML pages: the article in them, by trafilatura, with what it left out of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree, html
from lxml.html import HtmlElement
from trafilatura import bare_extraction, extract_metadata, load_html
from trafilatura.settings import Document

from reader.articles.completeness import THIN
from reader.articles.errors import NoArticleError
from reader.articles.formats.blocks import Piece, blocks_of, pieces_of
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.filling import filled
from reader.articles.formats.markup import decoded, refuse_entities
from reader.articles.formats.page_metadata import page_metadata
from reader.articles.formats.short_page import hides_its_text, own_blocks
from reader.articles.formats.visible import show_as_seen
from reader.base.phrases import counted
from reader.language.word_count import count_words

__all__ = ["extract", "extract_page"]

SHORT = 60
"""Words of a page below which its own blocks are taken: extractors add navigation to them."""

SHELL = 5_000
"""Characters from which a page is large."""

HEAD = 20_000
"""Characters in which entities are declared."""

MUCH = 100
"""Words outside an article that are kept beside it, if they are half as many as its own."""

_SAVE = "open it in a browser and save it from there"
_DATES = {"extensive_search": False, "original_date": True}
"""The date is the one that the page states, never a guess."""


def extract(data: bytes) -> Extract:
    """The article of a saved page. Raises NoArticleError."""
    return extract_page(decoded(data))


def extract_page(page: str, url: str = "") -> Extract:
    """The article of a page: text, title, author, date, site, and canonical address."""
    refuse_entities(page[:HEAD])
    tree = _tree_of(page)
    if tree is None:
        raise NoArticleError(f"has no text; it is empty, or a script loads the text: {_SAVE}")
    show_as_seen(tree)
    document = _document(tree, url)
    body = tree.find("body")
    pieces = list(pieces_of(tree if body is None else body))
    blocks = _blocks(document, pieces)
    words = _words(blocks)
    if not words:
        raise NoArticleError(f"has no text; it is empty, or a script loads the text: {_SAVE}")
    if words < THIN and len(page) > SHELL and hides_its_text(pieces):
        raise NoArticleError(
            f"has hardly any text ({counted(words, 'word')}); a script or paywall may hide it: {_SAVE}"
        )
    return Extract(blocks, page_metadata(document, tree, page, url))


def _tree_of(page: str) -> HtmlElement | None:
    """The tree of a page; None where it has no element."""
    tree = load_html(page)
    if tree is None:
        try:
            tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
        except etree.ParserError:
            return None
    return tree


def _document(tree: HtmlElement, url: str) -> Document | None:
    """The page as trafilatura sees it; only its metadata where it finds no text."""
    document = bare_extraction(
        tree, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    return document if isinstance(document, Document) else extract_metadata(tree, url or None, _DATES)


def _blocks(document: Document | None, pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of the article in a page, and after them the sentences outside it, if they are many."""
    body = document.body if document is not None else None
    taken = list(blocks_of(body)) if body is not None else []
    article = filled(taken, pieces)
    if _words(article.blocks) < SHORT:
        return own_blocks(pieces) or article.blocks or [piece.block for piece in pieces]
    outside = _words(article.elsewhere)
    if outside < MUCH or 2 * outside < _words(article.blocks):
        return article.blocks
    return article.blocks + [replace(block, outside=True) for block in article.elsewhere]


def _words(blocks: Iterable[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)
