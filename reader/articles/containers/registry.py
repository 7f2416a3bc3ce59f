"""The containers that reader opens: files of several articles, one row each.

A new container is a module in this folder and a row here. Formats of single articles have a registry of
their own in `formats`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.errors import ArticleError
from reader.articles.parsing import article_of
from reader.base.optional_packages import missing_package
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from reader.articles.containers.member import Member
    from reader.articles.model import Article

__all__ = ["CONTAINERS", "Container", "container_of", "needing_package", "suffixes"]


class Container(NamedTuple):
    """A format of files that hold several articles.

    name: what an error message calls it.
    suffixes: of its files, in lower case.
    members: lists the articles of a file, with a line for each that cannot be read. Raises ArticleError.
    load: reads the member of a name: path, name, place (a hint, see Member), limit in bytes.
    read: the bytes of a member that is a file by itself; None where members are not files.
    package: the package that its module imports and that a plain installation lacks; it comes with the extra
        "parquet".
    """

    name: str
    suffixes: tuple[str, ...]
    members: Callable[[Path], tuple[list[Member], list[str]]]
    load: Callable[[Path, str, int, int], Article]
    read: Callable[[Path, str, int], bytes] | None = None
    package: str = ""


def _zip_members(path: Path) -> tuple[list[Member], list[str]]:
    from reader.articles.containers.zips import members

    return members(path, suffixes())


def _zip_read(path: Path, name: str, limit: int) -> bytes:
    from reader.articles.containers.zips import read

    return read(path, name, suffixes(), limit=limit)


def _zip_load(path: Path, name: str, place: int, limit: int) -> Article:
    return article_of(_zip_read(path, name, limit), f"{path}!{name}")


def _json_lines_members(path: Path) -> tuple[list[Member], list[str]]:
    from reader.articles.containers.json_lines import members

    return members(path)


def _json_lines_load(path: Path, name: str, place: int, limit: int) -> Article:
    from reader.articles.containers.json_lines import load

    return load(path, name, place=place, limit=limit)


def _parquet_members(path: Path) -> tuple[list[Member], list[str]]:
    from reader.articles.containers.parquet import members

    return members(path)


def _parquet_load(path: Path, name: str, place: int, limit: int) -> Article:
    from reader.articles.containers.parquet import load

    return load(path, name, limit=limit)


def _documents_members(path: Path) -> tuple[list[Member], list[str]]:
    from reader.articles.containers.documents import members

    return members(path)


def _documents_load(path: Path, name: str, place: int, limit: int) -> Article:
    from reader.articles.containers.documents import load

    return load(path, name, limit=limit)


DOCUMENTS = Container(
    "file of several articles",
    (".json", ".csv", ".tsv", ".warc", ".wacz", ".arc"),
    _documents_members,
    _documents_load,
)
"""Files that the child process takes apart; exports of databases are known by their contents."""

CONTAINERS = (
    Container("zip archive", (".zip",), _zip_members, _zip_load, read=_zip_read),
    Container("JSON lines", (".jsonl", ".ndjson"), _json_lines_members, _json_lines_load),
    DOCUMENTS,
    Container("Parquet", (".parquet",), _parquet_members, _parquet_load, package="pyarrow"),
)


def suffixes() -> frozenset[str]:
    """The suffixes of all containers, in lower case."""
    return frozenset(suffix for row in CONTAINERS for suffix in row.suffixes)


def container_of(path: Path) -> Container | None:
    """The kind of container that a file is by its name, or by its first bytes; None of any other file."""
    if row := next((row for row in CONTAINERS if path.suffix.lower() in row.suffixes), None):
        return row
    from reader.articles.containers.documents import format_in

    return DOCUMENTS if format_in(path) else None


@contextmanager
def needing_package(row: Container, path: Path) -> Iterator[None]:
    """While a container is read: raises ArticleError where the package for it is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if not row.package or error.name != row.package:
            raise
        raise ArticleError(f"{sanitize_line(str(path))} {missing_package(row.package, 'parquet')}") from error
