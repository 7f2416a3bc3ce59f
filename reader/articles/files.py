"""The bytes of a file, or one clear line on why they cannot be read."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from reader.articles.errors import ArticleError
from reader.articles.limits import LARGEST_FILE, refuse_large
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_SUBSTITUTED = ("/dev/fd", "/proc/self/fd")
"""The folders of the pipes that a shell puts in place of <(…): their writers are at work already."""

__all__ = ["is_file", "is_folder", "opened", "read_bytes", "real"]


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; False also where it is not a valid path."""
    return stat.S_ISDIR(_mode(path))


def is_file(path: Path) -> bool:
    """Whether a path is a regular file; False also where it is not a valid path."""
    return stat.S_ISREG(_mode(path))


def real(path: Path) -> str:
    """The path without links, equal for two paths to one file; the path itself where it is invalid."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _mode(path: Path) -> int:
    """The file type at a path, as stat returns it; 0 where there is nothing."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file at `path`, to be read. Raises ArticleError where it cannot be opened or read."""
    try:
        with _open(path) as file:
            yield file
    except OSError as error:
        from reader.base.file_errors import unreadable

        raise ArticleError(unreadable(path, error)) from error


def _open(path: Path) -> BinaryIO:
    name = sanitize_line(str(path))
    if stat.S_ISFIFO(_mode(path)) and str(path.parent) in _SUBSTITUTED:
        return BytesIO(_piped(str(path), path.stat().st_ino))
    if _mode(path) and not is_file(path) and not is_folder(path):
        raise ArticleError(f"{name} is a device or pipe, not a file; save its text in a file")
    try:
        return path.open("rb")
    except ValueError as error:
        raise ArticleError(f"{name} is not a valid path ({error}); check the path") from error


@lru_cache(maxsize=8)
def _piped(path: str, inode: int) -> bytes:
    """All that a pipe gives, kept because it gives it once; one byte more than LARGEST_FILE at most."""
    with open(path, "rb") as pipe:  # noqa: PTH123  kept by its path and number
        return pipe.read(LARGEST_FILE + 1)


def read_bytes(path: Path, *, limit: int = LARGEST_FILE) -> bytes:
    """All bytes of the file at `path`, at most `limit`; a negative limit is none. Raises ArticleError."""
    with opened(path) as file:
        data = file.read(limit + 1 if limit >= 0 else -1)
    refuse_large(data, sanitize_line(str(path)), limit)
    return data
