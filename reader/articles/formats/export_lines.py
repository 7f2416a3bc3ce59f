"""The blocks of an export of a news database, from a page, a Word document, RTF or text."""

from __future__ import annotations

import re

from lxml import html

from reader.articles.decoding import decode
from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.extract import ArticleList, Block, Extract
from reader.articles.formats.markup import decoded, refuse_entities

__all__ = ["export_blocks", "is_page", "page_of", "undivided"]

_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml|head|meta)", re.IGNORECASE)

_ALONE = re.compile(
    r"^[ \t]*((?:Document )?\d+ (?:of|von|de|sur) \d+ [A-Z]{5,}|Body|End of Document"
    r"|Do[ck]ument [A-Z0-9]{4,8}0000[0-9a-z]{12,})[ \t]*$",
    re.MULTILINE,
)
"""Lines between articles and their parts, which are paragraphs of their own."""


def is_page(data: bytes) -> bool:
    """Whether bytes begin as a page does."""
    return bool(_PAGE.match(data[:512].lstrip(b"\xef\xbb\xbf")))


def page_of(data: bytes) -> html.HtmlElement:
    """The tree of a page. Raises NoArticleError."""
    page = decoded(data)
    refuse_entities(page[:20_000])
    return html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))


def export_blocks(data: bytes) -> list[Block]:
    """The blocks in reading order, each on one line. Raises NoArticleError."""
    if data.startswith(b"PK"):
        from reader.articles.formats.docx import extract as extract_docx

        found = extract_docx(data).blocks
    elif data.startswith(b"{\\rtf"):
        from reader.articles.formats.rtf import extract as extract_rtf

        found = extract_rtf(data).blocks
    elif is_page(data):
        found = list(blocks_of(page_of(data)))
    else:
        found = [Block(part) for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", _text(data))]
    lines = (Block(" ".join(block.text.split()), block.heading) for block in found)
    return [line for line in lines if line.text]


def undivided(data: bytes) -> ArticleList:
    """The whole file as one article, where it only looked like an export. Raises NoArticleError."""
    if is_page(data):
        from reader.articles.formats.html import extract

        return ArticleList([extract(data)])
    return ArticleList([Extract(export_blocks(data))])


def _text(data: bytes) -> str:
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    return _ALONE.sub(r"\n\n\1\n\n", text)
