"""The bytes of one file become an article, or one clear line on why not."""

from __future__ import annotations

from pathlib import Path

from reader.articles.decoding import UndecodableError, decode, kind_of_binary
from reader.articles.errors import ArticleError
from reader.articles.formats.registry import Format, format_of, opened_formats
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = ["article_of", "decoded_text", "parsed"]


def article_of(data: bytes, path: str) -> Article:
    """The article in the bytes of a file of this name. Raises ArticleError."""
    return parsed(format_of(Path(path), data), data, path)


def parsed(document: Format, data: bytes, path: str) -> Article:
    """The article in bytes of a known format, from a path or address. Raises ArticleError."""
    article = _parsed(document, data, path)
    if not article.paragraphs:
        raise ArticleError(f"{sanitize_line(path)} is empty; it has no text to read")
    return article


def _parsed(document: Format, data: bytes, path: str) -> Article:
    if document.parse:
        return document.parse(decoded_text(data, path), path)
    from reader.articles.extraction.article import extracted

    return extracted(document, data, path)


def decoded_text(data: bytes, path: str) -> str:
    """The text of a text file as its bytes state it, without a byte order mark. Raises ArticleError."""
    name = sanitize_line(path)
    if kind := kind_of_binary(data):
        raise ArticleError(f"{name} is {kind}, not text; {opened_formats()}: save its text as one of these")
    try:
        text = decode(data)
    except UndecodableError:
        raise ArticleError(f"{name} has an unknown encoding; save it as UTF-8") from None
    if not text.strip():
        raise ArticleError(f"{name} is empty; it has no text to read")
    return text
