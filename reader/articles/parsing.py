"""The bytes of one file become an article, or one clear line on why not."""

from __future__ import annotations

from pathlib import Path

from reader.articles.decoding import UndecodableError, decode, is_binary
from reader.articles.errors import ArticleError, NoArticleError
from reader.articles.formats.registry import Format, format_of, opened_formats
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = ["article_of", "decoded_text", "format_of_file", "parsed"]


def article_of(data: bytes, path: str) -> Article:
    """The article in the bytes of a file of this name. Raises ArticleError."""
    return parsed(format_of_file(path, data), data, path)


def format_of_file(path: str, data: bytes) -> Format:
    """The format of a file by its bytes and its name. Raises ArticleError where reader does not open it."""
    try:
        return format_of(Path(path), data)
    except NoArticleError as error:
        raise ArticleError(sanitize_line(f"{path} {error}")) from error


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
    if is_binary(data):
        raise ArticleError(
            f"{name} is a binary file, not text; {opened_formats()}: save its text as one of these"
        )
    try:
        text = decode(data)
    except UndecodableError:
        raise ArticleError(f"{name} has an unknown encoding; save it as UTF-8") from None
    if not text.strip():
        raise ArticleError(f"{name} is empty; it has no text to read")
    return text
