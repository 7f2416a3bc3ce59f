"""Parquet files of articles, divided into what a worker reads at a time."""

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
"""Files whose lengths are looked up at a time: they may be far away."""


@dataclass(frozen=True, slots=True)
class Split:
    """A row group of a file. `source` is a path or a URI in the same file system, `path` the file's there;
    `row` is the number of its first row in the file, from 1; `article` that of its first article among all.
    """

    source: str
    path: str
    group: int
    row: int
    article: int


def splits_of(source: str) -> tuple[list[Split], list[str]]:
    """What a file or folder of Parquet is divided into, in the order of the files' names; and a line for
    each file that is no Parquet of articles.

    `source` is a path or a URI. Raises ArchiveError where there is no article.
    """
    place = location_of(source)
    with reaching(place), ThreadPoolExecutor(_AT_ONCE) as threads:
        paths = list(_paths(place))
        lengths = list(threads.map(lambda path: _lengths(place, path), paths))
    problems = [found for found in lengths if isinstance(found, str)]
    groups = [[] if isinstance(found, str) else found for found in lengths]
    splits = list(_divided(place.named(place.path), paths, groups))
    if not splits:
        name = sanitize_line(source)
        raise ArchiveError(problems[0] if problems else f"{name}: there is no Parquet file of articles here")
    return splits, problems


def read(split: Split) -> Iterator[tuple[int, Record | str]]:
    """The number of each article of a split, and its record, or why it cannot be read.

    Raises OSError where the file cannot be reached: another try may.
    """
    place = _place(split.source)
    name = place.named(split.path)
    try:
        with place.files.open_input_file(split.path) as file, opened(file, sanitize_line(name)) as parquet:
            rows = rows_in(parquet, split.group, sanitize_line(name))
    except ArticleError as error:
        yield split.article, str(error)
        return
    for number, row in enumerate(rows):
        try:
            yield split.article + number, record_of(article_from(row, f"{name}!{split.row + number}"))
        except ArticleError as error:
            yield split.article + number, str(error)


_place = lru_cache(maxsize=4)(location_of)


def _paths(place: StorageLocation) -> Iterator[str]:
    info = place.files.get_file_info(place.path)
    if info.type is FileType.Directory:
        found = place.files.get_file_info(FileSelector(place.path, recursive=True))
        inside = ((one.path, one.path[len(place.path) :].strip("/")) for one in found if one.is_file)
        yield from sorted(
            path for path, name in inside if is_listed(name, _SUFFIXES) and not _is_unfinished(name)
        )
    elif info.is_file:
        yield place.path


def _is_unfinished(name: str) -> bool:
    """Whether Spark is, or was, still writing a file."""
    return any(part.startswith("_") for part in name.split("/"))


def _lengths(place: StorageLocation, path: str) -> list[int] | str:
    """How many rows each row group of a file has, or why it cannot be read."""
    try:
        name = sanitize_line(place.named(path))
        with place.files.open_input_file(path) as file, opened(file, name) as parquet:
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
