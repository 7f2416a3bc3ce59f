"""Files of several articles: zip archives, JSON lines and Parquet.

A member is named by its container's path, "!" and its name in a zip or the number of its line or row:
"articles.zip!a/b.txt", "articles.jsonl!3".
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from reader.articles.errors import ArticleError
from reader.articles.files import LIMIT, is_file
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from reader.articles.model import Article

__all__ = [
    "CONTAINERS",
    "PARQUET",
    "Member",
    "is_container",
    "load_member",
    "members_of",
    "only_member",
    "parted",
    "read_member",
]

_MODULES = {".zip": "zips", ".jsonl": "json_lines", ".ndjson": "json_lines", ".parquet": "parquet"}
"""The modules here that read them: each has `members`, and `load` where a member is no file by itself."""

CONTAINERS = frozenset(_MODULES)
"""Suffixes of the files that hold several articles."""

PARQUET = 'pip install "synoptic-reader[parquet]"'
"""How to get what reads Parquet: the only format of these that needs more than reader."""


@dataclass(frozen=True, slots=True)
class Member:
    """An article inside a file: how it is called there, what to show until it is read, and where it begins.

    `place` is a hint, in bytes: a line of a long file is then read without reading those before it.
    """

    name: str
    title: str
    place: int = 0


def is_container(path: Path) -> bool:
    """Whether a file is called like one of several articles."""
    return path.suffix.lower() in CONTAINERS


def parted(path: Path) -> tuple[Path, str]:
    """The file and the member that "articles.zip!a.txt" means; ("" as member) where it means a file."""
    whole = str(path)
    if "!" not in whole or is_file(path):
        return path, ""
    for place in (at for at, character in enumerate(whole) if character == "!"):
        container = Path(whole[:place])
        if is_container(container) and is_file(container) and whole[place + 1 :]:
            return container, whole[place + 1 :]
    return path, ""


def members_of(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a file, and a line for each part of it that cannot be read. Raises ArticleError."""
    found: tuple[list[Member], list[str]] = _module(path).members(path)
    return found


def only_member(path: Path) -> str:
    """The name of the one article in a file. Raises ArticleError where there are more."""
    members, problems = members_of(path)
    name = sanitize_line(str(path))
    if not members:
        raise ArticleError(problems[0] if problems else f"{name} is empty: there is nothing to read")
    if len(members) > 1:
        example = sanitize_line(f"{path}!{members[0].name}")
        raise ArticleError(f"{name} holds {len(members)} articles: name one of them, such as {example}")
    return members[0].name


def load_member(path: Path, name: str, *, place: int = 0, limit: int = LIMIT) -> Article:
    """The article of a member. `place` is a hint. Raises ArticleError."""
    if path.suffix.lower() == ".zip":
        from reader.articles.loading import article_of

        return article_of(read_member(path, name, limit=limit), f"{path}!{name}")
    article: Article = _module(path).load(path, name, place=place, limit=limit)
    return article


def read_member(path: Path, name: str, *, limit: int = LIMIT) -> bytes:
    """The bytes of an article in a zip. Raises ArticleError."""
    from reader.articles.containers import zips

    return zips.read(path, name, limit=limit)


def _module(path: Path) -> ModuleType:
    """What reads a container. Raises ArticleError where a library for it is missing."""
    try:
        return import_module(f"{__package__}.{_MODULES[path.suffix.lower()]}")
    except ModuleNotFoundError as error:
        name = sanitize_line(str(path))
        raise ArticleError(f"{name}: Parquet needs {error.name} to be read: {PARQUET}") from error
