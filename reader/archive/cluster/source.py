"""Parquet files of articles, divided into the splits that workers read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache

from pyarrow.fs import FileSelector, FileType

from reader.archive.cluster.locations import StorageLocation, location_of, reaching
from reader.archive.model import ArchiveError
from reader.archive.record import Record, record_of
from reader.articles.containers.parquet import opened, rows_in
from reader.articles.corpus import is_listed
from reader.articles.errors import ArticleError
from reader.articles.fields import article_from
from reader.base.sanitizing import sanitize_line

__all__ = ["Split", "read", "splits_of"]

_SUFFIXES = frozenset((".parquet",))

_AT_ONCE = 32
"""The number of files whose lengths are read at a time, because they may be remote."""


@dataclass(frozen=True, slots=True)
class Split:
    """A row group of a file. `source` is a path or URI in the file system, `path` that of the file there.

    `row` is the number of its first row in the file, from 1; `article` that of its first article among all.
    """

    source: str
    path: str
    group: int
    row: int
    article: int


def splits_of(source: str) -> tuple[list[Split], list[str]]:
    """The splits of a file or folder of Parquet, in the order of file names; and a line for each file that
    is not Parquet of articles.

    `source` is a path or URI. Raises ArchiveError if there are no articles.
    """
    location = location_of(source)
    with reaching(location), ThreadPoolExecutor(_AT_ONCE) as threads:
        paths = list(_paths(location))
        lengths = list(threads.map(lambda path: _lengths(location, path), paths))
    problems = [problem for problem in lengths if isinstance(problem, str)]
    groups = [[] if isinstance(rows, str) else rows for rows in lengths]
    splits = list(_divided(location.named(location.path), paths, groups))
    if not splits:
        name = sanitize_line(source)
        raise ArchiveError(problems[0] if problems else f"{name} has no Parquet file of articles")
    return splits, problems


def read(split: Split) -> Iterator[tuple[int, Record | str]]:
    """The number of each article of a split, and its record or the reason why it cannot be read.

    Raises OSError if the file cannot be reached, because another attempt may succeed.
    """
    location = _location(split.source)
    name = location.named(split.path)
    try:
        with location.files.open_input_file(split.path) as file, opened(file, sanitize_line(name)) as parquet:
            rows = rows_in(parquet, split.group, sanitize_line(name))
    except ArticleError as error:
        yield split.article, str(error)
        return
    for number, row in enumerate(rows):
        try:
            yield split.article + number, record_of(article_from(row, f"{name}!{split.row + number}"))
        except ArticleError as error:
            yield split.article + number, str(error)


_location = lru_cache(maxsize=4)(location_of)


def _paths(location: StorageLocation) -> Iterator[str]:
    info = location.files.get_file_info(location.path)
    if info.type is FileType.Directory:
        infos = location.files.get_file_info(FileSelector(location.path, recursive=True))
        files = (info.path for info in infos if info.is_file)
        inside = ((path, path[len(location.path) :].strip("/")) for path in files)
        yield from sorted(
            path for path, name in inside if is_listed(name, _SUFFIXES) and not _is_unfinished(name)
        )
    elif info.is_file:
        yield location.path


def _is_unfinished(name: str) -> bool:
    """Whether Spark is writing the file, or was stopped while it did."""
    return any(part.startswith("_") for part in name.split("/"))


def _lengths(location: StorageLocation, path: str) -> list[int] | str:
    """The number of rows of each row group of a file, or the reason why it cannot be read."""
    try:
        name = sanitize_line(location.named(path))
        with location.files.open_input_file(path) as file, opened(file, name) as parquet:
            return [parquet.metadata.row_group(group).num_rows for group in range(parquet.num_row_groups)]
    except ArticleError as error:
        return str(error)


def _divided(source: str, paths: Sequence[str], lengths: Sequence[Sequence[int]]) -> Iterator[Split]:
    article = 0
    for path, groups in zip(paths, lengths, strict=True):
        row = 1
        for group, length in enumerate(groups):
            yield Split(source, path, group, row, article)
            row, article = row + length, article + length
