"""A path or a pasted text becomes an article, or one clear line on why not."""

from __future__ import annotations

from pathlib import Path

from reader.articles.containers.members import bytes_of_member, load_member, only_member, split_member
from reader.articles.containers.registry import container_of
from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata
from reader.articles.files import is_file, read_bytes
from reader.articles.formats import plain_text
from reader.articles.formats.registry import FEED, PLAIN_TEXT, opened_formats
from reader.articles.limits import LARGEST_FILE
from reader.articles.model import Article
from reader.articles.parsing import decoded_text, format_of_file, parsed
from reader.base.sanitizing import sanitize_line

__all__ = ["LARGEST_FILE", "ArticleError", "from_text", "load", "plain_source"]

_UNSUPPORTED = """
    .yaml .yml .toml .css .js .py .sql .db .log .doc .mobi .azw3 .xls .xlsx .ppt
    .pptx .gz .tar .7z .rar .png .jpg .jpeg .gif .webp .svg .mp3 .mp4 .journal .lock
"""
"""Suffixes of known formats that reader does not open. Any other file is plain text if its bytes are text."""


def load(path: Path, *, limit: int = LARGEST_FILE) -> Article:
    """The article in the file at `path`, or in an archive: "articles.zip!a/b.txt", "articles.jsonl!3".

    Raises ArticleError: one line that names the path and a way out. Reads no more than `limit` bytes.
    """
    container, member = split_member(path)
    if member:
        return load_member(container, member, limit=limit)
    if container_of(path):
        return load_member(path, only_member(path), limit=limit)
    data = read_bytes(path, limit=limit)
    document = format_of_file(str(path), data)
    if document is PLAIN_TEXT:
        _refuse_unsupported(path)
    return parsed(document, data, str(path))


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
    """The article of a text that was pasted or fetched, with its metadata.

    Raises ArticleError where there is no text.
    """
    metadata = Metadata(title=title, source=source, date=date, author=author, url=url, language=language)
    return plain_text.from_text(text, metadata, path=path)


def plain_source(path: Path) -> str | None:
    """The text of a plain-text file as its bytes state it, line breaks untouched; None of other formats.

    Raises ArticleError where the file cannot be read.
    """
    container, member = split_member(path)
    data = bytes_of_member(container, member) if member else read_bytes(path, limit=-1)
    if data is None or format_of_file(str(path), data) is not PLAIN_TEXT:
        return None
    return decoded_text(data, str(path))


def _refuse_unsupported(path: Path) -> None:
    """Raises ArticleError where a file's name says that it is not an article."""
    suffix, name = path.suffix.lower(), sanitize_line(str(path))
    if suffix in FEED.suffixes and is_file(path):
        raise ArticleError(f'{name} is a feed; list its articles with "reader add"')
    if suffix in _UNSUPPORTED.split() and is_file(path):
        raise ArticleError(
            f"{name}: {suffix} files are not supported; {opened_formats()}: save its text as one of these"
        )
