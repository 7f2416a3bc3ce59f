"""JSON lines: an article on each line, with title, source, date, author, url, language and text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from reader.articles.containers.member import Member
from reader.articles.errors import ArticleError
from reader.articles.fields import article_from, text_in, title_in
from reader.articles.files import LIMIT, opened, refuse_large
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = ["CORPUS", "load", "members"]

CORPUS = 200_000_000
"""Bytes that a file may have; a line of it no more than files.LIMIT."""


def members(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a file by line, and a line for each that is none. Raises ArticleError."""
    found: list[Member] = []
    problems: list[str] = []
    for number, place, line in _lines(path):
        try:
            title = title_in(_facts(line, f"{path}!{number}", LIMIT), f"line {number}")
            found.append(Member(str(number), title, place))
        except ArticleError as error:
            problems.append(str(error))
    return found, problems


def load(path: Path, name: str, *, place: int = 0, limit: int = LIMIT) -> Article:
    """The article on line number `name`. It is looked for at byte `place` first. Raises ArticleError."""
    line = _line_at(path, place) if place else b""
    line = line or next((line for number, _, line in _lines(path) if str(number) == name), b"")
    whole = f"{path}!{name}"
    if not line:
        raise ArticleError(f"{sanitize_line(whole)}: there is no article on such a line")
    return article_from(_facts(line, whole, limit), whole, limit=limit)


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
    refuse_large(line, sanitize_line(str(path)), CORPUS - place)


def _line_at(path: Path, place: int) -> bytes:
    """The line that begins at a byte; b"" where none begins there, as when the file has been edited."""
    with opened(path) as file:
        file.seek(place - 1)
        return file.readline(CORPUS) if file.read(1) == b"\n" else b""


def _facts(line: bytes, path: str, limit: int) -> dict[str, Any]:
    """The object on a line of at most `limit` bytes, which has a text. Raises ArticleError."""
    name = sanitize_line(path)
    refuse_large(line, name, limit)
    try:
        facts = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(
            f"{name} is no JSON ({type(error).__name__}): each line holds one object"
        ) from error
    if not text_in(facts):
        raise ArticleError(f'{name} has no text: an article is an object with "text", and "title" at best')
    return facts  # type: ignore[no-any-return]
