"""The file system calls of the storage: syncing, locking, replacing. Tests make each of them fail."""

from __future__ import annotations

import contextlib
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Files", "LocalFiles", "Signature", "locked_if_possible"]

Signature = tuple[int, int, int]
"""Inode, size and time of change in nanoseconds; they differ where the content differs."""

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0)
"""A link that somebody has put into a shared folder is not followed: it would lead to another file."""

_OTHERS = 0o077  # the permissions of everybody but the user


class Files(Protocol):
    """A file system. Every call raises OSError on failure."""

    def signature(self, path: Path) -> Signature | None:
        """The signature of the present content; None where the file does not exist."""
        ...

    def read(self, path: Path, start: int = 0) -> bytes:
        """The bytes from `start` to the end."""
        ...

    def append(self, path: Path, data: bytes) -> None:
        """Appends to a file that only the user can read, and syncs it: the data is on disk on return."""
        ...

    def create(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Creates a file that only the user can read, and syncs it: the data is on disk on return."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Renames a file over another in one step; lasting only after `sync_folder`."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Syncs the names in a folder, so that they last."""
        ...

    def remove(self, path: Path) -> None:
        """Deletes a file, if it exists."""
        ...

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, sorted; none where there is no folder."""
        ...

    def make_folder(self, folder: Path) -> None:
        """Creates a folder that only the user can read, with its parents; an existing one stays as it is."""
        ...

    def lock(self, path: Path, patience: float) -> contextlib.AbstractContextManager[None]:
        """Locks out other processes; raises TimeoutError where one has the lock for `patience` seconds."""
        ...


class LocalFiles:
    """The real file system."""

    def signature(self, path: Path) -> Signature | None:
        """See Files."""
        try:
            status = path.stat()
        except FileNotFoundError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def read(self, path: Path, start: int = 0) -> bytes:
        """See Files."""
        with path.open("rb") as file:
            file.seek(start)
            return file.read()

    def append(self, path: Path, data: bytes) -> None:
        """See Files."""
        with _opened(path, _CREATE | os.O_APPEND) as descriptor:
            _make_private(descriptor)
            _write(descriptor, data)
            _sync(descriptor)

    def create(self, path: Path, chunks: Iterable[bytes]) -> None:
        """See Files."""
        with _opened(path, _CREATE | os.O_TRUNC) as descriptor:
            for chunk in chunks:
                _write(descriptor, chunk)
            os.fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """See Files."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """See Files."""
        with _opened(folder, os.O_RDONLY | os.O_CLOEXEC) as descriptor:
            os.fsync(descriptor)

    def remove(self, path: Path) -> None:
        """See Files."""
        path.unlink(missing_ok=True)

    def names(self, folder: Path) -> list[str]:
        """See Files."""
        try:
            return sorted(path.name for path in folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []

    def make_folder(self, folder: Path) -> None:
        """See Files."""
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    @contextmanager
    def lock(self, path: Path, patience: float) -> Iterator[None]:
        """See Files."""
        from filelock import FileLock  # slow to import: asyncio, sqlite3

        with FileLock(path, timeout=patience, mode=0o600):
            yield


@contextmanager
def locked_if_possible(files: Files, path: Path, patience: float) -> Iterator[None]:
    """Locks out other processes, unless that fails: what can only be read is read without a lock."""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # a read-only folder cannot have a lock file
            stack.enter_context(files.lock(path, patience))
        yield


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    descriptor = os.open(path, flags, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _make_private(descriptor: int) -> None:
    """Takes the permissions of others from a file of the user, as an earlier umask or a copy left them."""
    status = os.fstat(descriptor)
    if status.st_mode & _OTHERS and status.st_uid == os.geteuid():
        os.fchmod(descriptor, status.st_mode & 0o700)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync(descriptor: int) -> None:
    getattr(os, "fdatasync", os.fsync)(descriptor)  # macOS has no fdatasync
