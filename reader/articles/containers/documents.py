"""Files of several articles that the child process takes apart: exports of databases, JSON, tables, wires.

A member is named by its number, from 1. An article that is alone in its file has the path of the file.
"""

from __future__ import annotations

import os
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.articles.containers.member import Member
from reader.articles.errors import ArticleError, NoArticleError
from reader.articles.extraction.article import article_in
from reader.articles.extraction.client import extract_in_child
from reader.articles.factory import shortened
from reader.articles.fields import article_from
from reader.articles.files import is_file, read_bytes
from reader.articles.formats.registry import Format
from reader.articles.formats.several import HEAD, SUFFIXES, format_of_several
from reader.articles.limits import LARGEST_FILE, refuse_large
from reader.articles.model import Article
from reader.base.faults import FaultError
from reader.base.sanitizing import sanitize_line

__all__ = ["LARGEST", "format_in", "load", "members"]

LARGEST = 5 * LARGEST_FILE
"""Bytes that a file may have."""

_WORD = "word/document.xml"


def format_in(path: Path) -> Format | None:
    """The format of a file of several articles, as its name or its contents show it; None of any other."""
    suffix = path.suffix.lower()
    if suffix == ".gz" and not path.stem.lower().endswith((".warc", ".arc")):
        return None
    if format_of_several(suffix, b"") or (suffix in SUFFIXES and is_file(path)):
        return format_of_several(suffix, _head(path, suffix))
    return None


def members(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a file by number, and no messages. Raises ArticleError."""
    return [
        Member(str(number), _title(facts, number)) for number, facts in enumerate(_articles(path), start=1)
    ], []


def load(path: Path, name: str, *, limit: int = LARGEST_FILE) -> Article:
    """The article with number `name`. Raises ArticleError."""
    articles = _articles(path)
    number = int(name) if name.isdecimal() and len(name) < 10 else 0
    whole = f"{path}!{name}" if len(articles) > 1 else str(path)
    if not 1 <= number <= len(articles):
        raise ArticleError(f"{sanitize_line(f'{path}!{name}')} does not exist; check the number")
    facts = articles[number - 1]
    if "blocks" not in facts:
        return article_from(facts, whole, limit=limit)
    size = sum(len(block["text"]) for block in facts["blocks"])
    refuse_large(b"" if size <= limit or limit < 0 else b" " * (limit + 1), sanitize_line(whole), limit)
    article = article_in(facts, whole)
    if not article.paragraphs:
        raise ArticleError(f"{sanitize_line(whole)} is empty; it has no text to read")
    return article


def _title(facts: dict[str, Any], number: int) -> str:
    title = facts["metadata"].get("title", "") if "blocks" in facts else facts.get("title", "")
    return shortened(sanitize_line(title[:1000]) or f"article {number}")


def _articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a file, kept until another file is read. Raises ArticleError."""
    try:
        stated = os.stat(path)  # noqa: PTH116  a file of many articles, each asked for
    except (OSError, ValueError):
        return _taken_apart(str(path), 0, 0)
    return _taken_apart(str(path), stated.st_mtime_ns, stated.st_size)


@lru_cache(maxsize=2)
def _taken_apart(path: str, changed: int, size: int) -> list[dict[str, Any]]:
    place = Path(path)
    data = read_bytes(place, limit=LARGEST)
    document = format_of_several(
        place.suffix, data if place.suffix.lower() != ".docx" else _head(place, ".docx")
    )
    if document is None:
        raise ArticleError(f"{sanitize_line(path)} does not hold several articles; check the path")
    try:
        return list(extract_in_child(document, data)["articles"])
    except NoArticleError as error:
        raise ArticleError(sanitize_line(f"{path} {error}")) from error
    except FaultError as error:
        raise ArticleError(sanitize_line(f"{path}: {error}")) from error


def _head(path: Path, suffix: str) -> bytes:
    """The bytes in which marks are searched for; b"" where they cannot be read."""
    try:
        if suffix != ".docx":
            with path.open("rb") as file:
                return file.read(HEAD if suffix != ".rtf" else LARGEST_FILE)
        with zipfile.ZipFile(path) as archive, archive.open(_WORD) as part:
            return part.read(LARGEST_FILE)
    except (OSError, ValueError, KeyError, RuntimeError, EOFError, zipfile.BadZipFile, NotImplementedError):
        return b""  # opening the file says why
