"""Extracts become articles."""

from __future__ import annotations

from typing import cast

from reader.articles.errors import ArticleError
from reader.articles.extraction.client import ask
from reader.articles.extraction.extract import Block, DocumentFormat, NoArticleError
from reader.articles.factory import Metadata, build
from reader.articles.limits import refuse_endless
from reader.articles.model import Article, Paragraph, Role
from reader.base.sanitizing import sanitize_line
from reader.language.clutter.patterns import reason_for

__all__ = ["extracted"]


def extracted(wanted: DocumentFormat, data: bytes, path: str, *, url: str = "") -> Article:
    """The article in the bytes of a document, parsed elsewhere.

    Offsets are in the extracted text: a paragraph for each block, an empty line between two. Raises
    ArticleError where there is no article in it, or it takes longer than worker.SECONDS.
    """
    try:
        found = ask(wanted, data)
    except NoArticleError as error:
        raise ArticleError(sanitize_line(f"{url or path} {error}")) from error
    known = cast(Metadata, dict(found["known"]))
    if url:
        known["url"] = url
    text, paragraphs = _assembled([Block(**block) for block in found["blocks"]])
    refuse_endless(text, url or path)
    return build(text, paragraphs, known, path=path)


def _assembled(blocks: list[Block]) -> tuple[str, list[Paragraph]]:
    """The text of the blocks, each a line between empty lines, and where they stand in it."""
    lines = [(line, block.heading) for block in blocks if (line := sanitize_line(block.text))]
    paragraphs, start = [], 0
    for line, heading in lines:
        paragraphs.append(_paragraph(line, start, heading))
        start += len(line) + 2
    return "\n\n".join(line for line, _ in lines), paragraphs


def _paragraph(line: str, start: int, heading: bool) -> Paragraph:
    """A heading becomes one, unless its words are clutter ("Related stories")."""
    if not heading or reason_for(line):
        return Paragraph(start, start + len(line))
    return Paragraph(start, start + len(line), Role.HEADING, "sub-heading" if start else "headline")
