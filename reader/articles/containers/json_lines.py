"""JSON lines: an article on each line, an object with "text" and perhaps "title", "source", "date" …"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from reader.articles.containers.member import Member
from reader.articles.errors import ArticleError
from reader.articles.field_names import text_of
from reader.articles.fields import article_from, title_in
from reader.articles.files import opened
from reader.articles.limits import LARGEST_FILE, refuse_large
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = ["CORPUS", "load", "members"]

CORPUS = 200_000_000
"""Bytes that a file may have. Each line may have limits.LARGEST_FILE."""


def members(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a file by line, and a message for each line that is not one. Raises ArticleError."""
    articles: list[Member] = []
    problems: list[str] = []
    for number, place, line in _lines(path):
        try:
            title = title_in(_facts(line, f"{path}!{number}", LARGEST_FILE), f"line {number}")
            articles.append(Member(str(number), title, place))
        except ArticleError as error:
            problems.append(str(error))
    return articles, problems


def load(path: Path, name: str, *, place: int = 0, limit: int = LARGEST_FILE) -> Article:
    """The article on line number `name`. Byte `place` is tried first. Raises ArticleError."""
    line = _line_at(path, place) if place else b""
    line = line or next((line for number, _, line in _lines(path) if str(number) == name), b"")
    whole = f"{path}!{name}"
    if not line:
        raise ArticleError(f"{sanitize_line(whole)} does not exist; check the line number")
    return article_from(_facts(line, whole, limit), whole, limit=limit)


def _lines(path: Path) -> Iterator[tuple[int, int, bytes]]:
    """Number, first byte and bytes of each line that is not empty. Raises ArticleError."""
    place = 0
    with opened(path) as file:
        for number in count(1):
            line = file.readline(CORPUS - place + 1)
            if place + len(line) > CORPUS:
                raise ArticleError(f"{sanitize_line(str(path))} is larger than {CORPUS / 1e6:g} MB; split it")
            if not line:
                break
            if line.strip():
                yield number, place, line
            place += len(line)


def _line_at(path: Path, place: int) -> bytes:
    """The line that begins at a byte; b"" where none does, because the file has been edited."""
    with opened(path) as file:
        file.seek(place - 1)
        return file.readline(CORPUS) if file.read(1) == b"\n" else b""


def _facts(line: bytes, path: str, limit: int) -> dict[str, Any]:
    """The object on a line of at most `limit` bytes. Raises ArticleError where it has no text."""
    name = sanitize_line(path)
    refuse_large(line, name, limit)
    try:
        facts = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(
            f"{name} is not JSON ({type(error).__name__}); write one object per line"
        ) from error
    if not isinstance(facts, dict) or not text_of(facts):
        raise ArticleError(f'{name} has no text; write an object with "text" and, if possible, "title"')
    return facts
