"""A file that remembers whether it could be read, so that its bytes are not blamed for trouble on the way."""

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
    """A file to be read, which whoever opened it closes. `trouble` is the last there was in reading it."""

    closed = False

    def __init__(self, file: _Seekable) -> None:
        self._file = file
        self.trouble: OSError | None = None

    def read(self, size: int = -1) -> bytes:
        """As of any file."""
        with self._watching():
            return self._file.read(size)

    def seek(self, place: int, whence: int = 0) -> int:
        """As of any file."""
        with self._watching():
            return self._file.seek(place, whence)

    def tell(self) -> int:
        """As of any file."""
        return self._file.tell()

    @contextmanager
    def _watching(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.trouble = error
            raise
