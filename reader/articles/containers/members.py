"""The articles inside a file of several: named, listed, read.

A member is named by its container's path, "!" and its name in a zip or the number of its line or row:
"articles.zip!a/b.txt", "articles.jsonl!3".
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.containers.registry import Container, container_of, needing_package
from reader.articles.errors import ArticleError
from reader.articles.files import is_file
from reader.articles.limits import LARGEST_FILE
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from reader.articles.containers.member import Member
    from reader.articles.model import Article

__all__ = ["bytes_of_member", "load_member", "members_of", "only_member", "split_member"]


def split_member(path: Path) -> tuple[Path, str]:
    """The file and the member that "articles.zip!a.txt" names; "" as member where it names a file."""
    whole = str(path)
    if "!" not in whole or is_file(path):
        return path, ""
    for place in (at for at, character in enumerate(whole) if character == "!"):
        container = Path(whole[:place])
        if container_of(container) and is_file(container) and whole[place + 1 :]:
            return container, whole[place + 1 :]
    return path, ""


def members_of(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a container, and a line for each part of it that cannot be read.

    Raises ArticleError.
    """
    row = _row(path)
    with needing_package(row, path):
        return row.members(path)


def only_member(path: Path) -> str:
    """The name of the only article in a container. Raises ArticleError where it holds more."""
    members, problems = members_of(path)
    name = sanitize_line(str(path))
    if not members:
        raise ArticleError(problems[0] if problems else f"{name} is empty; it has no text to read")
    if len(members) > 1:
        example = sanitize_line(f"{path}!{members[0].name}")
        raise ArticleError(f"{name} contains {len(members):,} articles; name one of them, such as {example}")
    return members[0].name


def load_member(path: Path, name: str, *, place: int = 0, limit: int = LARGEST_FILE) -> Article:
    """The article of a member; `place` is a hint. Raises ArticleError."""
    row = _row(path)
    with needing_package(row, path):
        return row.load(path, name, place, limit)


def bytes_of_member(path: Path, name: str, *, limit: int = LARGEST_FILE) -> bytes | None:
    """The bytes of a member that is a file by itself, as in a zip; else None. Raises ArticleError."""
    row = _row(path)
    return row.read(path, name, limit) if row.read else None


def _row(path: Path) -> Container:
    if row := container_of(path):
        return row
    raise ValueError(f"{path} is not a container")
