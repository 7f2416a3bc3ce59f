"""Locations of files that several machines see: paths, and URIs that both pyarrow and Spark can open."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyarrow.dataset import dataset
from pyarrow.fs import FileSelector, FileSystem, FileType, LocalFileSystem

from reader.archive.model import ArchiveError
from reader.archive.results_file import SCHEMA
from reader.base.sanitizing import sanitize_line

__all__ = ["StorageLocation", "location_of", "reaching"]

_GLOB = re.compile(r"([\[\]{}*?\\])")
"""The characters that Spark takes for patterns in a path that it reads."""


_OURS = re.compile(r"\.?_SUCCESS(\.crc)?|\.?part-[^/]*\.parquet(\.crc)?")
"""The names of the files that Spark writes into a folder."""


@dataclass(frozen=True, slots=True)
class StorageLocation:
    """A file or folder: its file system, its path there, and the prefix of the path in a URI."""

    files: Any
    path: str
    scheme: str

    @property
    def to_write(self) -> str:
        """The name of the location for Spark."""
        return f"{self.scheme}{self.path}"

    @property
    def to_read(self) -> str:
        """The name of the location for Spark where it expects patterns."""
        return _GLOB.sub(r"\\\1", self.to_write)

    def named(self, path: str) -> str:
        """The name of another path in the same file system: a path if it is local, else a URI."""
        return path if isinstance(self.files, LocalFileSystem) else f"{self.scheme}{path}"

    def beside(self, ending: str) -> StorageLocation:
        """The location whose name has this ending appended."""
        return StorageLocation(self.files, self.path + ending, self.scheme)

    def overlaps(self, other: StorageLocation) -> bool:
        """Whether one location is the other, or is inside it."""
        a, b = self.to_write + "/", other.to_write + "/"
        return a.startswith(b) or b.startswith(a)

    def is_free(self) -> bool:
        """Whether there is nothing, or an empty folder only. Raises ArchiveError."""
        with reaching(self):
            kind = self.files.get_file_info(self.path).type
            if kind is FileType.Directory:
                return not self.files.get_file_info(FileSelector(self.path))
            return bool(kind is FileType.NotFound)

    def has_results(self) -> bool:
        """Whether there are results of an archive search, and nothing else in the folder."""
        try:
            if self.files.get_file_info(self.path).type is FileType.Directory:
                names = [info.base_name for info in self.files.get_file_info(FileSelector(self.path))]
                if not all(_OURS.fullmatch(name) for name in names):
                    return False
            results = dataset(self.path, format="parquet", filesystem=self.files)
            return set(results.schema.names) == set(SCHEMA.names)
        except (pa.ArrowException, OSError):
            return False

    def remove(self) -> None:
        """Deletes the folder if it exists. Raises ArchiveError."""
        with reaching(self):
            if self.files.get_file_info(self.path).type is FileType.Directory:
                self.files.delete_dir(self.path)


def location_of(name: str) -> StorageLocation:
    """The location with a path or URI. Raises ArchiveError for a URI that pyarrow does not support."""
    if "://" not in name:
        return StorageLocation(LocalFileSystem(), os.path.abspath(name), "file://")  # noqa: PTH100  without links resolved
    try:
        files, path = FileSystem.from_uri(name.rstrip("/"))
    except (OSError, ValueError) as error:
        raise ArchiveError(
            f"{sanitize_line(name)}: cannot read this kind of address ({_gist(error)})"
        ) from error
    return StorageLocation(files, path, name.split("://")[0] + "://")


@contextmanager
def reaching(location: StorageLocation) -> Iterator[None]:
    """For access to a location. Raises ArchiveError if it cannot be reached."""
    try:
        yield
    except OSError as error:
        raise ArchiveError(
            f"{sanitize_line(location.to_write)}: cannot reach this location ({_gist(error)})"
        ) from error


def _gist(error: Exception) -> str:
    """The first line of a message, of which some have a hundred."""
    return next(iter(str(error).splitlines()), type(error).__name__)
