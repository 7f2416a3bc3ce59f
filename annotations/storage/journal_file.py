"""The journal as a file: reads new entries, appends and syncs, shortens. The caller holds the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.storage.journal_entries import JournalEntry, decode, encode, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.storage.files import Files, Signature
    from annotations.storage.store_paths import StorePaths

__all__ = ["JournalFile"]


_ALWAYS = 3
"""Steps that can be undone however large they are: each has at most the store twice."""

_WORTH = 0.75
"""The part of a journal that may be left after it was shortened, for that to be worth it."""


class JournalFile:
    """One journal, of `length` lines.

    Every append is synced before it returns, so an acknowledged change is on disk. After a failed append
    nothing more is added to the same file: nobody can know whether bytes whose fsync failed are on disk, and
    a second fsync would not tell. The whole journal is then written to a new file.
    """

    def __init__(self, files: Files, paths: StorePaths, session: str) -> None:
        self.length = 0
        self.suspect = False
        self._files = files
        self._paths = paths
        self._temporary = paths.temporary(session, "journal")
        self._seen: Signature | None = None
        self._offset = 0
        self._torn = False

    def has_news(self) -> bool:
        """Whether another process has changed the file."""
        return self._files.signature(self._paths.journal) != self._seen

    def news(self, after: int) -> list[JournalEntry]:
        """The entries added since the last call, with numbers above `after`."""
        signature = self._files.signature(self._paths.journal)
        if signature == self._seen:
            return []
        if (
            self._seen is None
            or signature is None
            or signature[0] != self._seen[0]
            or signature[1] < self._offset
        ):
            self._offset = self.length = 0
        data = self._files.read(self._paths.journal, self._offset) if signature else b""
        complete = data.rfind(b"\n") + 1
        self._seen, self._torn = signature, complete < len(data)
        self._offset += complete
        self.length += data.count(b"\n")
        return list(decode(data[:complete], after=after))

    def all(self) -> list[JournalEntry]:
        """Every entry in the journal."""
        return list(decode(self._read()))

    def append(self, entries: Sequence[JournalEntry]) -> None:
        """Adds entries; they are on disk on return. Raises OSError where they may not be."""
        try:
            if self.suspect:
                self._rewrite([*self.all(), *entries])
            else:
                self._append(entries)
        except OSError:
            self.suspect = True
            raise
        self.suspect = False

    @property
    def size(self) -> int:
        """The number of bytes, as far as they were read."""
        return self._offset

    def shorten(self, keep: int, after: int, most: int) -> None:
        """Removes old entries, but none of the last `keep` and none with a number above `after`.

        Of the last `keep`, those that would make more than `most` bytes are removed too, but never the last
        three. Where little would be gained, the file stays as it is.
        """
        kept, size = [], 0
        lines = [line for line in self._read().splitlines(keepends=True) if numbered(line)]
        for age, line in enumerate(reversed(lines)):
            size += len(line)
            if numbered(line) > after or age < _ALWAYS or (age < keep and size <= most):
                kept.append(line)
        if sum(map(len, kept)) < _WORTH * size:
            self._replace(b"".join(reversed(kept)), len(kept))

    def _append(self, entries: Sequence[JournalEntry]) -> None:
        is_new = self._seen is None
        self._files.append(self._paths.journal, b"\n" * self._torn + encode(entries))
        if is_new:
            self._files.sync_folder(self._paths.folder)
        self._settle(self.length + len(entries))

    def _rewrite(self, entries: Iterable[JournalEntry]) -> None:
        rest = list(entries)
        self._replace(encode(rest), len(rest))

    def _replace(self, lines: bytes, length: int) -> None:
        self._files.create(self._temporary, [lines])
        self._files.replace(self._temporary, self._paths.journal)
        self._files.sync_folder(self._paths.folder)
        self._settle(length)

    def _settle(self, length: int) -> None:
        self._seen = self._files.signature(self._paths.journal)
        self._offset = self._seen[1] if self._seen else 0
        self.length, self._torn = length, False

    def _read(self) -> bytes:
        return self._files.read(self._paths.journal) if self._files.signature(self._paths.journal) else b""
