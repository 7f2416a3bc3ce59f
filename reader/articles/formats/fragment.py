"""HTML without a page around it: the body of an article in a feed, in JSON or in a table."""

from __future__ import annotations

from lxml import html

from reader.articles.errors import NoArticleError
from reader.articles.formats.blocks import blocks_of
from reader.articles.formats.extract import Block, Extract
from reader.articles.formats.markup import refuse_entities
from reader.articles.formats.visible import show_as_seen

__all__ = ["blocks_of_fragment", "extract"]


def extract(data: bytes) -> Extract:
    """All text of a fragment, which is UTF-8. Raises NoArticleError."""
    blocks = blocks_of_fragment(data.decode("utf-8", "replace"))
    if not blocks:
        raise NoArticleError("has no text; it contains nothing but tags")
    return Extract(blocks)


def blocks_of_fragment(markup: str) -> list[Block]:
    """The blocks of text in HTML. Raises NoArticleError where it declares entities."""
    if not markup.strip():
        return []
    refuse_entities(markup)
    parser = html.HTMLParser(encoding="utf-8")
    tree = html.fromstring(f"<div>{markup}</div>".encode("utf-8", "replace"), parser=parser)
    show_as_seen(tree)
    return [Block(" ".join(block.text.split()), block.heading) for block in blocks_of(tree)]
