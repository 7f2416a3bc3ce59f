"""Parquet files of articles, anywhere that pyarrow reads, divided into what a worker reads at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyarrow.fs import FileSelector, FileSystem, FileType

from annotations.text import clean_line
from reader.archive.model import ArchiveError
from reader.archive.record import Record, record_of
from reader.articles.errors import ArticleError
from reader.articles.facts import article_from
from reader.articles.parquet import opened, rows_in

__all__ = ["Split", "is_there", "place_at", "read", "splits_of", "uri_of"]

_AT_ONCE = 32
"""Files whose lengths are looked up at a time: they may be far away."""


@dataclass(frozen=True, slots=True)
class Split:
    """A row group of a file. `source` is a URI that names the file system, `path` the file's place in it;
    `row` is the number of its first row in the file, from 1; `article` that of its first article among all.
    """

    source: str
    path: str
    group: int
    row: int
    article: int


def uri_of(place: str) -> str:
    """A place as a URI; a path is one of a file that all machines see."""
    return place if "://" in place else Path(place).absolute().as_uri()


def place_at(uri: str) -> tuple[Any, str]:
    """The file system of a URI and the path in it. Raises ArchiveError for what pyarrow knows none of."""
    try:
        return FileSystem.from_uri(uri)  # type: ignore[no-any-return]
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{clean_line(uri)}: there is no way to read this ({error})") from error


def is_there(uri: str) -> bool:
    """Whether a file or folder is there. Raises ArchiveError where that cannot be told."""
    files, path = place_at(uri)
    with _reaching(uri):
        return bool(files.get_file_info(path).type is not FileType.NotFound)


def splits_of(source: str) -> list[Split]:
    """What a file or folder of Parquet, by its URI, is divided into, in the order of the files' names.

    Raises ArchiveError where there is none, ArticleError for a file that is no Parquet of articles.
    """
    files, root = place_at(source)
    with _reaching(source), ThreadPoolExecutor(_AT_ONCE) as threads:
        paths = list(_paths(files, root))
        lengths = list(threads.map(lambda path: _lengths(files, path), paths))
    if not paths:
        raise ArchiveError(f"{clean_line(source)}: there is no Parquet file of articles here")
    return list(_divided(source, paths, lengths))


def read(split: Split) -> Iterator[tuple[int, Record | str]]:
    """The number of each article of a split, and its record, or why it cannot be read."""
    files, _ = place_at(split.source)
    name = clean_line(split.path)
    try:
        with files.open_input_file(split.path) as file, opened(file, name) as parquet:
            rows = rows_in(parquet, split.group, name)
    except ArticleError as error:
        yield split.article, str(error)
        return
    for number, row in enumerate(rows):
        try:
            yield split.article + number, record_of(article_from(row, f"{split.path}!{split.row + number}"))
        except ArticleError as error:
            yield split.article + number, str(error)


@contextmanager
def _reaching(uri: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ArchiveError(f"{clean_line(uri)}: cannot be reached ({error})") from error


def _paths(files: Any, root: str) -> Iterator[str]:
    info = files.get_file_info(root)
    if info.type is FileType.Directory:
        found = files.get_file_info(FileSelector(root, recursive=True))
        yield from sorted(one.path for one in found if one.is_file and one.extension == "parquet")
    elif info.is_file:
        yield root


def _lengths(files: Any, path: str) -> list[int]:
    """How many rows each row group of a file has."""
    with files.open_input_file(path) as file, opened(file, clean_line(path)) as parquet:
        return [parquet.metadata.row_group(group).num_rows for group in range(parquet.num_row_groups)]


def _divided(source: str, paths: Sequence[str], lengths: Sequence[Sequence[int]]) -> Iterator[Split]:
    article = 0
    for path, groups in zip(paths, lengths, strict=True):
        row = 1
        for group, length in enumerate(groups):
            yield Split(source, path, group, row, article)
            row, article = row + length, article + length
