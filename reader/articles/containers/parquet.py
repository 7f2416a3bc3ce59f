"""Parquet: an article in each row of a table; its columns have the names of the values in JSON lines.

A row is named by its number, from 1.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyarrow import ArrowException, NativeFile, Schema, Table
from pyarrow.parquet import ParquetFile

from reader.articles import files
from reader.articles.containers.arrow_columns import is_text, values
from reader.articles.containers.member import Member
from reader.articles.containers.row_groups import ROWS, repeating, table_in, understood
from reader.articles.containers.watched_file import Watched
from reader.articles.errors import ArticleError
from reader.articles.factory import shortened
from reader.articles.field_names import TEXTS, folded, is_field, is_title
from reader.articles.field_names import is_text as is_text_name
from reader.articles.fields import article_from, title_in
from reader.articles.limits import LARGEST_FILE
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = ["load", "members", "opened", "rows_in"]

_NUMBER = re.compile(r"[1-9][0-9]{0,9}")


def members(path: Path) -> tuple[list[Member], list[str]]:
    """The articles of a file by row, and no messages. Raises ArticleError."""
    name = sanitize_line(str(path))
    with opened(path, name) as file:
        if sum(_lengths(file)) > ROWS:
            raise ArticleError(f"{name} has more rows than the limit of {ROWS:,}; split it")
        groups = range(file.num_row_groups)
        rows = (row for group in groups for row in rows_in(file, group, name, is_title))
        articles = [
            Member(str(row), title_in(facts, f"row {row}")) for row, facts in enumerate(rows, start=1)
        ]
    return articles, []


def load(path: Path, name: str, *, limit: int = LARGEST_FILE) -> Article:
    """The article in row number `name`. Raises ArticleError."""
    whole = f"{path}!{name}"
    row = _row(path, int(name)) if _NUMBER.fullmatch(name) and files.is_file(path) else None
    if row is None:
        raise ArticleError(f"{sanitize_line(whole)} does not exist; check the row number")
    return article_from(row, whole, limit=limit)


@contextmanager
def opened(source: Path | NativeFile, name: str) -> Iterator[ParquetFile]:
    """A Parquet file of articles, called `name` in messages.

    Raises ArticleError where it is damaged, also while it is read, and where a path cannot be read. The
    OSError of a remote file is passed on: the file may be reachable the next time.
    """
    with files.opened(source) if isinstance(source, Path) else nullcontext(source) as bare:
        watched = Watched(bare)
        try:
            with ParquetFile(watched) as file:
                _refuse_unreadable_columns(file.schema_arrow, name)
                yield ParquetFile(watched, metadata=file.metadata, read_dictionary=repeating(file))
        except (ArrowException, OSError, UnicodeDecodeError) as error:
            if watched.error:
                raise watched.error from None
            raise ArticleError(
                f"{name} is damaged or not Parquet ({type(error).__name__}); write it again"
            ) from error


def rows_in(
    file: ParquetFile, group: int, name: str, wanted: Callable[[str], bool] = is_field
) -> list[dict[str, Any]]:
    """The rows of a row group, each with its values by name. Raises ArticleError where it is too large."""
    rows = file.metadata.row_group(group).num_rows
    columns = [column for column in understood(file.schema_arrow) if wanted(column)]
    return _rows(table_in(file, group, columns, name)) if rows and columns else [{}] * rows


def _refuse_unreadable_columns(schema: Schema, name: str) -> None:
    """Raises ArticleError where two columns share a name, or none holds the text."""
    if twice := next((c for c in schema.names if is_field(c) and schema.names.count(c) > 1), ""):
        raise ArticleError(f'{name} has two columns "{twice}"; rename one of them')
    named = sorted(filter(is_text_name, schema.names), key=lambda column: TEXTS.index(folded(column)))
    texts = [schema.field(column) for column in named]
    if not texts:
        raise ArticleError(f'{name} has no column "text"; write the text of each article there')
    if not any(is_text(column.type) for column in texts):
        kind = shortened(sanitize_line(str(texts[0].type)))
        raise ArticleError(
            f'{name}: its column "{texts[0].name}" contains {kind}, not text; write it as strings'
        )


def _rows(table: Table) -> list[dict[str, Any]]:
    names = [name for name in table.column_names if is_field(name)]
    return [
        dict(zip(names, row, strict=True))
        for row in zip(*(values(table[name]) for name in names), strict=True)
    ]


def _lengths(file: ParquetFile) -> tuple[int, ...]:
    """The number of rows in each row group."""
    return tuple(file.metadata.row_group(group).num_rows for group in range(file.num_row_groups))


def _row(path: Path, number: int) -> dict[str, Any] | None:
    """Row `number`; None where there is none."""
    changed = os.stat(path).st_mtime_ns  # noqa: PTH116  one file of a hundred thousand rows, each asked for
    first = 1
    for group, length in enumerate(_lengths_of(path, changed)):
        if first <= number < first + length:
            return _rows(_table_of(path, changed, group).slice(number - first, 1))[0]
        first += length
    return None


@lru_cache(maxsize=8)
def _lengths_of(path: Path, changed: int) -> tuple[int, ...]:
    """The number of rows in each row group. `changed` is the time of the last change to the file."""
    with opened(path, sanitize_line(str(path))) as file:
        return _lengths(file)


@lru_cache(maxsize=2)
def _table_of(path: Path, changed: int, group: int) -> Table:
    """The rows of a row group, packed, for calls that ask for one after the other."""
    name = sanitize_line(str(path))
    with opened(path, name) as file:
        return table_in(file, group, understood(file.schema_arrow), name)
