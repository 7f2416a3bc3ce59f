"""A path becomes an article, or one clear line on why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from reader.articles.decoding import UndecodableError, decode, kind_of_binary
from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata
from reader.articles.files import LIMIT, is_file, read_bytes
from reader.articles.formats import plain_text
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = [
    "LIMIT",
    "READERS",
    "ArticleError",
    "Reader",
    "article_of",
    "from_text",
    "load",
    "plain_source",
    "reader_of",
    "way_out",
]

Reader = Callable[[bytes, str], Article]
"""Makes an article of the bytes of a file and its path. Raises ArticleError."""


def _plain(data: bytes, path: str) -> Article:
    return plain_text.read(_text(data, path), path)


def _markdown(data: bytes, path: str) -> Article:
    from reader.articles.formats import markdown

    return markdown.read(_text(data, path), path)


def _extracted(wanted: str) -> Reader:
    """The reader of a format that a process of its own parses."""

    def read(data: bytes, path: str) -> Article:
        from reader.articles.extraction.article import extracted
        from reader.articles.extraction.extract import DocumentFormat

        return extracted(DocumentFormat(wanted), data, path)

    return read


_HTML, _PDF = _extracted("html"), _extracted("pdf")

READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".mht": _extracted("mht"),
    ".mhtml": _extracted("mht"),
    ".epub": _extracted("epub"),
    ".pdf": _PDF,
    ".docx": _extracted("docx"),
}
"""Which function reads which format, by the suffix of the file's name in lower case."""

_FOREIGN = """
    .json .yaml .yml .toml .csv .tsv .css .js .py .sql .db .log .doc .odt .rtf .mobi .azw3 .xls .xlsx .ppt
    .pptx .gz .tar .7z .rar .png .jpg .jpeg .gif .webp .svg .mp3 .mp4 .journal .lock
"""
"""Suffixes of known formats that no reader exists for. Any other file is plain text when it is text."""

_FEEDS = (".xml", ".rss", ".atom", ".opml")

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)


def load(path: Path, *, limit: int = LIMIT) -> Article:
    """The article in the file at `path`, or in an archive: "articles.zip!a/b.txt", "articles.jsonl!3".

    Raises ArticleError: one line that names the path and a way out. Reads no more than `limit` bytes.
    """
    from reader.articles.containers.registry import is_container, load_member, only_member, parted

    container, member = parted(path)
    if member:
        return load_member(container, member, limit=limit)
    if is_container(path):
        return load_member(path, only_member(path), limit=limit)
    _refuse_foreign(path)
    return article_of(read_bytes(path, limit=limit), str(path))


def article_of(data: bytes, path: str) -> Article:
    """The article in the bytes of a file of this name. Raises ArticleError."""
    article = reader_of(Path(path), data)(data, path)
    if not article.paragraphs:
        raise ArticleError(f"{sanitize_line(path)} is empty: there is nothing to read")
    return article


def from_text(
    text: str,
    *,
    title: str = "",
    source: str = "",
    date: str = "",
    author: str = "",
    url: str = "",
    path: str = "",
    language: str = "",
) -> Article:
    """The article of a text that was pasted or fetched, with what is known of it.

    Raises ArticleError where there is no text.
    """
    if not text.strip():
        raise ArticleError(
            f"{sanitize_line(path or url or title) or 'The text'} is empty: there is nothing to read"
        )
    known = Metadata(title=title, source=source, date=date, author=author, url=url, language=language)
    return plain_text.from_text(text, known, path=path)


def reader_of(path: Path, data: bytes) -> Reader:
    """Which reader a file is for: by its suffix; where that says nothing, by its first bytes."""
    if reader := READERS.get(path.suffix.lower()):
        return reader
    if data.startswith(b"%PDF-"):
        return _PDF
    return _HTML if _PAGE.match(data[:1024]) else _plain


def plain_source(path: Path) -> str | None:
    """The text of a plain-text file as its bytes say it, line breaks untouched; None of other formats.

    Raises ArticleError where the file cannot be read.
    """
    from reader.articles.containers.registry import parted, read_member

    container, member = parted(path)
    if member and container.suffix.lower() != ".zip":
        return None
    data = read_member(container, member) if member else read_bytes(path, limit=-1)
    return _text(data, str(path)) if reader_of(path, data) is _plain else None


def _text(data: bytes, path: str) -> str:
    """The text of the bytes, not yet cleaned, without a byte order mark. Raises ArticleError."""
    name = sanitize_line(path)
    if kind := kind_of_binary(data):
        raise ArticleError(f"{name} is {kind}, not text; {way_out()}")
    try:
        text = decode(data)
    except UndecodableError:
        raise ArticleError(f"{name}: its encoding cannot be told; save it as UTF-8") from None
    if not text.strip():
        raise ArticleError(f"{name} is empty: there is nothing to read")
    return text


def _refuse_foreign(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix in _FEEDS and is_file(path):
        raise ArticleError(f'{sanitize_line(str(path))} is a feed: "reader add" lists what it offers')
    if suffix in _FOREIGN.split() and is_file(path):
        raise ArticleError(f"{sanitize_line(str(path))}: {suffix} files are not read; {way_out()}")


def way_out() -> str:
    """What the user may do instead: the end of a message."""
    return f"reader reads {', '.join(sorted(READERS))}: save its text in one of them"
