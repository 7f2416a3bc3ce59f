"""Parquet: an article in each row of a table, whose columns are called as the names in a line of JSON are.

pyarrow reads it, which is installed with an extra. A row is named by its number from 1.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.text import clean_line
from reader.articles.containers import Member
from reader.articles.errors import ArticleError
from reader.articles.facts import NAMES, TEXTS, article_from, title_in
from reader.articles.files import LIMIT, is_file, refuse_large
from reader.articles.model import Article

if TYPE_CHECKING:
    from pyarrow import NativeFile
    from pyarrow.parquet import ParquetFile

__all__ = ["GROUP", "INSTALL", "load", "members", "opened", "rows_in"]

GROUP = 500_000_000
"""Bytes that a row group may have, unpacked: it is read at once. 1,000 news articles have 3 MB."""

INSTALL = 'pip install "synoptic-reader[parquet]"'
"""How to get what reads Parquet."""

Row = Mapping[str, object]


def members(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a file by row; of problems there are none. Raises ArticleError."""
    titles: list[object] = []
    with opened(path, clean_line(str(path))) as file:
        names = set(file.schema_arrow.names)
        for group in range(file.num_row_groups):
            titled = file.read_row_group(group, columns=["title"] if "title" in names else [])
            titles += titled["title"].to_pylist() if "title" in names else [None] * titled.num_rows
    return [
        Member(str(number), title_in({"title": title}, f"row {number}"))
        for number, title in enumerate(titles, start=1)
    ], []


def load(path: Path, name: str, *, limit: int = LIMIT) -> Article:
    """The article in row number `name`. Raises ArticleError."""
    whole = f"{path}!{name}"
    row = _row(path, int(name)) if name.isdecimal() and is_file(path) else None
    if row is None:
        raise ArticleError(f"{clean_line(whole)}: there is no such row")
    text = next((row[name] for name in TEXTS if isinstance(row.get(name), str)), "")
    refuse_large(str(text).encode(), clean_line(whole), limit)
    return article_from(row, whole)


@contextmanager
def opened(source: Path | NativeFile, name: str) -> Iterator[ParquetFile]:
    """A Parquet file of articles, called `name` in messages. Raises ArticleError, also while it is read."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ModuleNotFoundError as error:
        raise ArticleError(f"{name}: Parquet needs {error.name} to be read: {INSTALL}") from error
    try:
        with ParquetFile(source) as file:
            if not set(TEXTS) & set(file.schema_arrow.names):
                raise ArticleError(f'{name} has no column "text": an article is a row with a text')
            yield file
    except FileNotFoundError as error:
        raise ArticleError(f"{name}: there is no such file; check the path") from error
    except (ArrowException, OSError) as error:
        raise ArticleError(
            f"{name} cannot be read as Parquet ({type(error).__name__}): write it anew"
        ) from error


def rows_in(file: ParquetFile, group: int, name: str) -> list[dict[str, Any]]:
    """The rows of a row group, with what is understood of each. Raises ArticleError where it is too large."""
    if file.metadata.row_group(group).total_byte_size > GROUP:
        raise ArticleError(f"{name}: its row groups are too large; write it with row_group_size=1000")
    known = [column for column in file.schema_arrow.names if column in NAMES]
    found: list[dict[str, Any]] = file.read_row_group(group, columns=known).to_pylist()
    return found


def _row(path: Path, number: int) -> Row | None:
    """Row `number`; None where there is none."""
    changed = os.stat(path).st_mtime_ns  # noqa: PTH116  one file of a hundred thousand rows, each asked for
    first = 1
    for group, size in enumerate(_sizes(path, changed)):
        if first <= number < first + size:
            return _group(path, changed, group)[number - first]
        first += size
    return None


@lru_cache(maxsize=8)
def _sizes(path: Path, changed: int) -> tuple[int, ...]:
    """How many rows each row group has. `changed` tells a file from what it was before."""
    with opened(path, clean_line(str(path))) as file:
        return tuple(file.metadata.row_group(group).num_rows for group in range(file.num_row_groups))


@lru_cache(maxsize=2)
def _group(path: Path, changed: int, group: int) -> list[dict[str, Any]]:
    """The rows of a row group: they are asked for one after the other."""
    name = clean_line(str(path))
    with opened(path, name) as file:
        return rows_in(file, group, name)
