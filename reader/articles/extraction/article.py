"""The articles of extracts."""

from __future__ import annotations

from typing import Any, cast

from reader.articles.completeness import OUTSIDE
from reader.articles.errors import ArticleError, NoArticleError
from reader.articles.extraction.client import extract_in_child
from reader.articles.factory import Metadata, build
from reader.articles.formats.extract import Block
from reader.articles.formats.registry import Format
from reader.articles.limits import refuse_too_long
from reader.articles.model import Article, Paragraph, Role
from reader.base.faults import FaultError
from reader.base.sanitizing import sanitize_line
from reader.language.boilerplate.recognizing import reason_for

__all__ = ["article_in", "extracted"]


def extracted(document: Format, data: bytes, path: str, known: Metadata | None = None) -> Article:
    """The article in the bytes of a document, which a child process takes apart.

    What is `known` of it comes before what the document states. Offsets are in the extracted text: a
    paragraph for each block, an empty line between two. Raises ArticleError where the document holds no
    article or takes longer than client.SECONDS, and where reader has a fault.
    """
    try:
        extract = extract_in_child(document, data)
    except NoArticleError as error:
        raise ArticleError(sanitize_line(f"{path} {error}")) from error
    except FaultError as error:
        raise ArticleError(sanitize_line(f"{path}: {error}")) from error
    return article_in(extract, path, known)


def article_in(extract: dict[str, Any], path: str, known: Metadata | None = None) -> Article:
    """The article of an Extract that has come as JSON. Raises ArticleError where it is too long."""
    text, paragraphs = _assembled([Block(**block) for block in extract["blocks"]])
    refuse_too_long(text, path)
    return build(text, paragraphs, cast(Metadata, extract["metadata"] | (known or {})), path=path)


def _assembled(blocks: list[Block]) -> tuple[str, list[Paragraph]]:
    """The text of the blocks, each a line between empty lines, and their paragraphs."""
    lines = [(line, block) for block in blocks if (line := sanitize_line(block.text))]
    paragraphs, start = [], 0
    for line, block in lines:
        paragraphs.append(_paragraph(line, start, block))
        start += len(line) + 2
    return "\n\n".join(line for line, _ in lines), paragraphs


def _paragraph(line: str, start: int, block: Block) -> Paragraph:
    """The paragraph of a line; a heading has that role unless it is boilerplate ("Related stories")."""
    if block.outside:
        return Paragraph(start, start + len(line), Role.BOILERPLATE, OUTSIDE)
    if not block.heading or reason_for(line):
        return Paragraph(start, start + len(line))
    return Paragraph(start, start + len(line), Role.HEADING, "sub-heading" if start else "headline")
