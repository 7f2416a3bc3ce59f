"""JSON lines: an article on each line, with title, source, date, author, url, language and text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from annotations.text import clean_line
from reader.articles.containers import Member
from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata, shortened
from reader.articles.files import LIMIT, opened, refuse_large
from reader.articles.model import Article

__all__ = ["CORPUS", "load", "members"]

CORPUS = 200_000_000
"""Bytes that a file may have; a line of it no more than files.LIMIT."""

_TEXTS = ("text", "body", "content")
"""The keys that an article's text may have."""


def members(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a file by line, and a line for each that is none. Raises ArticleError."""
    found: list[Member] = []
    problems: list[str] = []
    for number, place, line in _lines(path):
        try:
            title = _facts(line, f"{path}!{number}").get("title") or f"line {number}"
            found.append(Member(str(number), shortened(clean_line(str(title))), place))
        except ArticleError as error:
            problems.append(str(error))
    return found, problems


def load(path: Path, name: str, *, place: int = 0, limit: int = LIMIT) -> Article:
    """The article on line number `name`. It is looked for at byte `place` first. Raises ArticleError."""
    line = _line_at(path, place) if place else b""
    line = line or next((line for number, _, line in _lines(path) if str(number) == name), b"")
    called = clean_line(f"{path}!{name}")
    if not line:
        raise ArticleError(f"{called}: there is no article on such a line")
    refuse_large(line, called, limit)
    return article_of(line, f"{path}!{name}")


def article_of(line: bytes, path: str) -> Article:
    """The article that a line of JSON says. Raises ArticleError."""
    from reader.articles.loading import from_text

    facts = _facts(line, path)
    known = {key: _said(facts.get(key)) for key in Metadata.__annotations__}
    text = next(str(facts[key]) for key in _TEXTS if facts.get(key))
    article = from_text(text, path=path, **known)
    if not article.paragraphs:
        raise ArticleError(f"{clean_line(path)} is empty: there is nothing to read")
    return article


def _lines(path: Path) -> Iterator[tuple[int, int, bytes]]:
    """Number, place and bytes of each line that is not empty. Raises ArticleError."""
    place = 0
    with opened(path) as file:
        for number in count(1):
            line = file.readline(CORPUS - place + 1)
            if not line or place + len(line) > CORPUS:
                break
            if line.strip():
                yield number, place, line
            place += len(line)
    refuse_large(line, clean_line(str(path)), CORPUS - place)


def _line_at(path: Path, place: int) -> bytes:
    """The line that begins at a byte; b"" where none begins there, as when the file has been edited."""
    with opened(path) as file:
        file.seek(place - 1)
        return file.readline(LIMIT + 1) if file.read(1) == b"\n" else b""


def _facts(line: bytes, path: str) -> dict[str, Any]:
    """The object on a line, which has a text. Raises ArticleError."""
    name = clean_line(path)
    try:
        facts = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(
            f"{name} is no JSON ({type(error).__name__}): each line holds one object"
        ) from error
    texts = [facts.get(key) for key in _TEXTS] if isinstance(facts, dict) else []
    if not any(isinstance(text, str) and text.strip() for text in texts):
        raise ArticleError(f'{name} has no text: an article is an object with "text", and "title" at best')
    return facts  # type: ignore[no-any-return]


def _said(value: object) -> str:
    """A value as text; lists of names are joined, all else is left out."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
