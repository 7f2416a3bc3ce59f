"""The writer of the TinyDB file: prepares a new file without a lock, then replaces the old one at once."""

from __future__ import annotations

import fnmatch
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotations.storage import backups
from annotations.storage.history import STEPS
from annotations.storage.marks import mark_of
from annotations.storage.snapshot import Snapshot, encode, peek

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from annotations.storage.files import Files, Signature
    from annotations.storage.journal_file import JournalFile
    from annotations.storage.snapshot import Mark
    from annotations.storage.store_paths import StorePaths

__all__ = ["SnapshotWriter"]

_IDLE = 0.5
_BATCH = 500
"""The TinyDB file is written after _IDLE seconds without a change, or after _BATCH changes, or where these
are a fourth of _LARGE: only then can the journal be shortened."""

_STALE = 3600 * 10**9
"""The age in nanoseconds at which nobody is still writing an unfinished file."""

_LONG = 3 * STEPS
"""The number of changes at which a journal is shortened."""

_LARGE = 64 * 2**20
"""The bytes at which a journal is shortened, to half of it. Reading so much takes some two seconds."""

_REST = 20
"""The pause after a write, as a multiple of its duration: large stores are written less often."""


class SnapshotWriter:
    """Writes snapshots of one store. `lost` is whether the file must be written though nothing changed.

    `tell` is told what the user should know.
    """

    def __init__(self, files: Files, paths: StorePaths, session: str, tell: Callable[[str], None]) -> None:
        self.last = 0
        self.lost = False
        self.pause = 0.0
        self.failure: Exception | None = None
        self._files = files
        self._paths = paths
        self._new = paths.temporary(session)
        self._old = paths.temporary(session, "prev")
        self._prepared = 0
        self._journal_size = 0
        self._tell = tell
        self._is_told = False
        self._keeps_old = False

    def behind(self, last: int) -> bool:
        """Whether the change of that number is not in the file yet."""
        return self.lost or last > self.last

    def wait(self, last: int, changed_at: float, size: int) -> float:
        """The seconds until the file is to be written, after a change of that number at that moment.

        `size` is the number of bytes in the journal.
        """
        is_much = last - self.last >= _BATCH or size - self._journal_size >= _LARGE // 4
        if self.lost or is_much:
            return 0.0
        return changed_at + max(_IDLE, self.pause) - time.monotonic()

    def sweep(self) -> None:
        """Removes the unfinished files of killed processes. The caller holds the lock."""
        pattern = f"{self._paths.file.name}.*.tmp"
        for name in fnmatch.filter(self._files.names(self._paths.folder), pattern):
            path = self._paths.folder / name
            signature = self._files.signature(path)
            if signature and time.time_ns() - signature[2] > _STALE:
                with suppress(OSError):  # a read-only folder
                    self._files.remove(path)

    @contextmanager
    def prepared(self, state: Snapshot, seen: Signature | None) -> Iterator[None]:
        """Prepares the new file, and a copy of the old one, for use in the block. Raises OSError."""
        began = time.monotonic()
        try:
            self._keeps_old = seen is not None and self._keep_old()
            self._files.create(self._new, encode(state))
            self._prepared = state.last
            yield
        finally:
            self.pause = _REST * (time.monotonic() - began)
            with suppress(OSError):  # a file that is left behind has no meaning
                self._files.remove(self._new)
                self._files.remove(self._old)

    def publish(self) -> None:
        """Replaces the file by the prepared one. The caller holds the lock, and the file has not changed."""
        if self._keeps_old:
            self._files.replace(self._old, self._paths.previous)
        self._files.replace(self._new, self._paths.file)
        self._files.sync_folder(self._paths.folder)
        self.last = self._prepared
        self.lost, self.failure = False, None

    def shorten(self, journal: JournalFile) -> None:
        """Shortens a long journal to what the previous file and undo need. The caller holds the lock."""
        is_long = journal.length > _LONG or journal.size > _LARGE
        if is_long and (previous := mark_of(self._files, self._paths.previous)):
            journal.shorten(STEPS, after=previous.last, most=_LARGE // 2)
        self._journal_size = journal.size

    def _is_put_back(self, mark: Mark) -> bool:
        """Whether the file is older than the copy of the one before it, which is then the better copy."""
        previous = mark_of(self._files, self._paths.previous)
        return previous is not None and previous.store == mark.store and previous.last > mark.last

    def _keep_old(self) -> bool:
        """Copies the old file, unless it is damaged: a damaged copy never replaces a whole one."""
        raw = self._files.read(self._paths.file)
        mark = peek(raw)
        if mark is None or self._is_put_back(mark):
            return False
        self._files.create(self._old, [raw])
        if b'"targets"' in raw:
            self._back_up(raw)
        return True

    def _back_up(self, raw: bytes) -> None:
        """Keeps the copy of the day. Where that fails, the user is told once, and the file is written."""
        now = datetime.now(UTC)
        try:
            if backups.due(self._files, self._paths, now):
                backups.keep(self._files, self._paths, raw, now)
        except OSError as error:
            if not self._is_told:
                self._is_told = True
                reason = error.strerror or type(error).__name__
                self._tell(f"{self._paths.backups}: daily copies cannot be kept there: {reason}")
