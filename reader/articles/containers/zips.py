"""Zip archives of articles. Nothing is ever unpacked to a disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from reader.articles.containers.member import Member
from reader.articles.containers.zip_names import named_parts
from reader.articles.errors import ArticleError
from reader.articles.files import opened
from reader.articles.formats.registry import format_of_suffix, opened_formats
from reader.articles.limits import LARGEST_FILE, refuse_large
from reader.base.sanitizing import sanitize_line

__all__ = ["COUNT", "UNPACKED", "members", "read"]

COUNT = 10_000
"""Files that an archive may contain."""

UNPACKED = 500_000_000
"""Bytes that an archive may unpack to."""

_DAMAGED = "is damaged; create the archive again"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def members(path: Path, archives: Collection[str]) -> tuple[list[Member], list[str]]:
    """The articles in an archive by name, and a line for each that is refused.

    `archives` are the suffixes of files that are not opened inside an archive. Raises ArticleError.
    """
    with _opened(path) as archive:
        parts = {name: part for name, part in named_parts(archive).items() if not _is_hidden(name)}
    _refuse_bombs(path, parts.values())
    articles: list[Member] = []
    problems: list[str] = []
    for name in sorted(parts):
        if refusal := _refusal(name, parts[name], archives):
            problems.append(sanitize_line(f"{path}!{name} {refusal}"))
        elif format_of_suffix(PurePosixPath(name).suffix):
            articles.append(Member(name, PurePosixPath(name).stem))
    if not articles and not problems:
        raise ArticleError(f"{sanitize_line(str(path))} contains no articles; {opened_formats()}")
    return articles, problems


def read(path: Path, name: str, archives: Collection[str], *, limit: int = LARGEST_FILE) -> bytes:
    """The bytes of a file in an archive, at most `limit`. Raises ArticleError."""
    member = sanitize_line(f"{path}!{name}")
    with _opened(path) as archive:
        part = named_parts(archive).get(name)
        if part is None:
            raise ArticleError(f"{member} does not exist; check its name in the archive")
        if refusal := _refusal(name, part, archives):
            raise ArticleError(f"{member} {refusal}")
        with archive.open(part) as file:
            data = file.read(limit + 1 if limit >= 0 else -1)
    refuse_large(data, member, limit)
    return data


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive. Raises ArticleError, also for what goes wrong while it is used."""
    with opened(path) as file:
        try:
            with zipfile.ZipFile(file) as archive:
                yield archive
        except (*_BROKEN, ValueError) as error:
            raise ArticleError(f"{sanitize_line(str(path))} {_DAMAGED}") from error


def _refuse_bombs(path: Path, parts: Collection[zipfile.ZipInfo]) -> None:
    name = sanitize_line(str(path))
    if len(parts) > COUNT:
        raise ArticleError(
            f"{name} contains {len(parts):,} files, more than the limit of {COUNT:,}; split it"
        )
    if sum(part.file_size for part in parts) > UNPACKED:
        raise ArticleError(f"{name} unpacks to more than {UNPACKED / 1e6:g} MB; split it")


def _is_hidden(name: str) -> bool:
    """Whether a name is that of a folder, a hidden file, or one that macOS adds."""
    return name.endswith("/") or any(
        piece.startswith((".", "__MACOSX")) and piece != ".." for piece in name.split("/")
    )


def _refusal(name: str, part: zipfile.ZipInfo, archives: Collection[str]) -> str:
    """The reason why a file of an archive is not read, with a way out; else ""."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or name[1:3] == ":/":
        return "is refused (its name points outside the archive); rename it"
    if sanitize_line(name) != name:
        return "is refused (its name contains control characters); rename it"
    if path.suffix.lower() in archives:
        return "is refused (archives inside archives are not supported); unpack it first"
    return "is encrypted; unpack it with its password first" if part.flag_bits & 1 else ""
