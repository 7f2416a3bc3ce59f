"""The TinyDB file written anew: prepared beside the old one without a lock, then put in its place at once."""

from __future__ import annotations

import fnmatch
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotations.storage import backups
from annotations.storage.history import STEPS
from annotations.storage.snapshot import Snapshot, encode, peek

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotations.storage.files import Files, Signature
    from annotations.storage.journal_file import JournalFile
    from annotations.storage.store_paths import StorePaths

__all__ = ["SnapshotWriter"]

_STALE = 3600 * 10**9
"""Nanoseconds after which nobody is still writing an unfinished file."""

_LONG = 3 * STEPS
"""Changes in a journal that is worth shortening."""

_REST = 20
"""A large store is written more seldom: this many times as long is rested as the last writing took."""


class SnapshotWriter:
    """Writes snapshots of one store. `lost` says that the file must be written though nothing has changed."""

    def __init__(self, files: Files, places: StorePaths, session: str) -> None:
        self.last = 0
        self.lost = False
        self.pause = 0.0
        self.trouble: Exception | None = None
        self._files = files
        self._places = places
        self._new = places.temporary(session)
        self._old = places.temporary(session, "prev")
        self._prepared = 0
        self._keeps_old = False

    def behind(self, last: int) -> bool:
        """Whether the change of that number is not in the file yet."""
        return self.lost or last > self.last

    def sweep(self) -> None:
        """Removes what killed processes left unfinished. The lock is held."""
        pattern = f"{self._places.file.name}.*.tmp"
        for name in fnmatch.filter(self._files.names(self._places.folder), pattern):
            path = self._places.folder / name
            signature = self._files.signature(path)
            if signature and time.time_ns() - signature[2] > _STALE:
                with suppress(OSError):  # a folder that can only be read
                    self._files.remove(path)

    @contextmanager
    def prepared(self, state: Snapshot, seen: Signature | None) -> Iterator[None]:
        """Has the new file ready inside the block, and the one it replaces kept. Raises OSError."""
        began = time.monotonic()
        try:
            self._keeps_old = seen is not None and self._keep_old()
            self._files.create(self._new, encode(state))
            self._prepared = state.last
            yield
        finally:
            self.pause = _REST * (time.monotonic() - began)
            with suppress(OSError):  # what is left behind is a file of no meaning
                self._files.remove(self._new)
                self._files.remove(self._old)

    def publish(self) -> None:
        """Puts the prepared file in place. The lock is held, and the file is still the one that was kept."""
        if self._keeps_old:
            self._files.replace(self._old, self._places.previous)
        self._files.replace(self._new, self._places.file)
        self._files.sync_folder(self._places.folder)
        self.last = self._prepared
        self.lost, self.trouble = False, None

    def shorten(self, journal: JournalFile) -> None:
        """Shortens a long journal to what the kept file and undo need. The lock is held."""
        if journal.length > _LONG and (kept := peek(self._files.read(self._places.previous))):
            journal.shorten(STEPS, after=kept[1])

    def _keep_old(self) -> bool:
        """Copies the file there is, if it is worth it: a damaged one never takes the place of a whole one."""
        raw = self._files.read(self._places.file)
        if peek(raw) is None:
            return False
        self._files.create(self._old, [raw])
        now = datetime.now(UTC)
        if backups.due(self._files, self._places, now) and b'"targets"' in raw:
            backups.keep(self._files, self._places, raw, now)
        return True
