"""Places of files that several machines see: paths, and URIs of what pyarrow and Spark both know."""

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
"""What Spark takes for more than a letter in a path that it reads."""


_OURS = re.compile(r"\.?_SUCCESS(\.crc)?|\.?part-[^/]*\.parquet(\.crc)?")
"""The names of the files that Spark writes into a folder."""


@dataclass(frozen=True, slots=True)
class StorageLocation:
    """A file or folder: its file system, its path there, and what comes before that in a URI."""

    files: Any
    path: str
    scheme: str

    @property
    def to_write(self) -> str:
        """What Spark calls it."""
        return f"{self.scheme}{self.path}"

    @property
    def to_read(self) -> str:
        """What Spark calls it where it would look for patterns."""
        return _GLOB.sub(r"\\\1", self.to_write)

    def named(self, path: str) -> str:
        """What to call another path in the same file system: a local one is a path, any other a URI."""
        return path if isinstance(self.files, LocalFileSystem) else f"{self.scheme}{path}"

    def beside(self, ending: str) -> StorageLocation:
        """The place of the same name with something appended."""
        return StorageLocation(self.files, self.path + ending, self.scheme)

    def overlaps(self, other: StorageLocation) -> bool:
        """Whether one is the other, or lies in it."""
        here, there = self.to_write + "/", other.to_write + "/"
        return here.startswith(there) or there.startswith(here)

    def is_free(self) -> bool:
        """Whether nothing is there but, perhaps, an empty folder. Raises ArchiveError."""
        with reaching(self):
            kind = self.files.get_file_info(self.path).type
            if kind is FileType.Directory:
                return not self.files.get_file_info(FileSelector(self.path))
            return bool(kind is FileType.NotFound)

    def has_results(self) -> bool:
        """Whether what is there was found in an archive, and nothing else is in the folder."""
        try:
            if self.files.get_file_info(self.path).type is FileType.Directory:
                names = [one.base_name for one in self.files.get_file_info(FileSelector(self.path))]
                if not all(_OURS.fullmatch(name) for name in names):
                    return False
            kept = dataset(self.path, format="parquet", filesystem=self.files)
            return set(kept.schema.names) == set(SCHEMA.names)
        except (pa.ArrowException, OSError):
            return False

    def remove(self) -> None:
        """Deletes the folder, if it is there. Raises ArchiveError."""
        with reaching(self):
            if self.files.get_file_info(self.path).type is FileType.Directory:
                self.files.delete_dir(self.path)


def location_of(said: str) -> StorageLocation:
    """The place that a path or a URI says. Raises ArchiveError for a URI that pyarrow knows nothing of."""
    if "://" not in said:
        return StorageLocation(LocalFileSystem(), os.path.abspath(said), "file://")  # noqa: PTH100  without links resolved
    try:
        files, path = FileSystem.from_uri(said.rstrip("/"))
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{sanitize_line(said)}: there is no way to read this ({_gist(error)})") from error
    return StorageLocation(files, path, said.split("://")[0] + "://")


@contextmanager
def reaching(place: StorageLocation) -> Iterator[None]:
    """For what may not be reached. Raises ArchiveError."""
    try:
        yield
    except OSError as error:
        raise ArchiveError(f"{sanitize_line(place.to_write)}: cannot be reached ({_gist(error)})") from error


def _gist(error: Exception) -> str:
    """The first line of a message: some have a hundred."""
    return next(iter(str(error).splitlines()), type(error).__name__)
