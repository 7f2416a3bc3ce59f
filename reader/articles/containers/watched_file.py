"""A file that remembers read errors, so that a broken connection is not reported as a damaged file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

__all__ = ["Watched"]


class _Seekable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...
    def seek(self, place: int, whence: int = ..., /) -> int: ...
    def tell(self) -> int: ...


class Watched:
    """A file opened for reading, which its opener closes. `error` is the last error in reading it."""

    closed = False

    def __init__(self, file: _Seekable) -> None:
        self._file = file
        self.error: OSError | None = None

    def read(self, size: int = -1) -> bytes:
        """Reads as any file does."""
        with self._watching():
            return self._file.read(size)

    def seek(self, place: int, whence: int = 0) -> int:
        """Moves as any file does."""
        with self._watching():
            return self._file.seek(place, whence)

    def tell(self) -> int:
        """The position, as in any file."""
        return self._file.tell()

    @contextmanager
    def _watching(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.error = error
            raise
