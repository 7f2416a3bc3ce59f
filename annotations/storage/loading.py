"""The content of a store, read from its files; damaged files are copied aside and rebuilt from the others."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zlib import crc32

from annotations.storage import backups, journal_entries
from annotations.storage.snapshot import (
    SCHEMA,
    DamagedError,
    Documents,
    ForeignError,
    Snapshot,
    decode,
    encode,
    salvage,
)
from reader.base.errors import UserError
from reader.base.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from annotations.storage.files import Files
    from annotations.storage.journal_entries import JournalEntry, Operation
    from annotations.storage.store_paths import StorePaths

__all__ = ["Loaded", "StoreError", "load", "replayed"]

_RETRIES = 4
_PAUSE = 0.05
_JUST_NOW = 10**9
"""Seconds, and nanoseconds: plain TinyDB writes in place, so a new file may be incomplete."""


class StoreError(UserError):
    """The store cannot be opened or changed; the message is one line with the path and a way out."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content of the files: the state, changes by another program, and notices for the user.

    `written` is the number of the last change in the TinyDB file itself; `repaired` is whether that file
    must be written again. `fingerprint` is that of the file that the other program wrote.
    """

    state: Snapshot
    written: int = 0
    outside: tuple[Operation, ...] = ()
    fingerprint: str = ""
    notices: tuple[str, ...] = ()
    repaired: bool = False


def load(files: Files, paths: StorePaths) -> Loaded:
    """Reads the store. Damaged files are copied aside first; nothing is overwritten.

    Raises StoreError for the file of another program, OSError where it cannot be read.
    """
    return _Loader(files, paths).load()


@dataclass(frozen=True, slots=True)
class _Loader:
    files: Files
    paths: StorePaths

    def load(self) -> Loaded:
        raw = _content(self.files, self.paths.file)
        for _ in range(_RETRIES):
            if raw is None:
                return self._missing()
            try:
                return self._readable(raw, decode(raw))
            except ForeignError as error:
                return self._foreign(raw, error)
            except DamagedError as error:
                damage = error
            if not self._is_being_written():
                break
            time.sleep(_PAUSE)
            raw = _content(self.files, self.paths.file)
        return self._recovered(raw or b"", str(damage))

    def _missing(self) -> Loaded:
        rebuilt = self._rebuilt()
        if rebuilt is None:
            return Loaded(Snapshot({}), repaired=True)
        count = _count(rebuilt.documents)
        notice = f"{self.paths.file} was missing; it was rebuilt with {count} from the files beside it"
        return Loaded(rebuilt, notices=(notice,), repaired=True)

    def _readable(self, raw: bytes, snapshot: Snapshot) -> Loaded:
        if snapshot.whole:
            return self._continued(snapshot)
        base = self._rebuilt(until=snapshot.last if snapshot.store else None)
        if base is None:
            return Loaded(snapshot, snapshot.last, repaired=snapshot.schema <= SCHEMA)
        if not snapshot.store or _flipped(raw, base):
            return self._recovered(raw, "its checksum is wrong")
        if snapshot.schema > SCHEMA:
            return Loaded(snapshot, snapshot.last)
        return self._edited(f"{crc32(raw):08x}", snapshot, base)

    def _continued(self, snapshot: Snapshot) -> Loaded:
        entries = [entry for entry in self._later(snapshot.last) if entry.store == snapshot.store]
        state = replayed(snapshot, entries)
        if state.last - snapshot.last == len({entry.number for entry in entries}):
            return Loaded(state, snapshot.last)
        aside = self._set_aside(_content(self.files, self.paths.journal) or b"", "journal.corrupt")
        notice = (
            f"{self.paths.journal} is damaged; changes may be missing; the damaged file was copied to {aside}"
        )
        return Loaded(state, snapshot.last, notices=(notice,), repaired=True)

    def _edited(self, fingerprint: str, snapshot: Snapshot, base: Snapshot) -> Loaded:
        state = replace(self._rebuilt() or base, others=snapshot.others)
        if any(entry.id.endswith(fingerprint) for entry in self._later(snapshot.last)):
            return Loaded(state, snapshot.last, repaired=True)  # taken in before, and perhaps undone since
        outside = tuple(_differences(base, snapshot, state))
        return Loaded(state, snapshot.last, outside, fingerprint, repaired=True)

    def _foreign(self, raw: bytes, error: ForeignError) -> Loaded:
        base = self._rebuilt()
        if base is None or not _flipped(raw, base):
            raise self._refusal(error)
        return self._recovered(raw, str(error))

    def _recovered(self, raw: bytes, why: str) -> Loaded:
        rebuilt, saved = self._rebuilt(), salvage(raw)
        if rebuilt is None and not saved and raw.strip(b"\0 \t\r\n"):
            raise self._refusal(ForeignError("it is not a TinyDB file"))
        aside = self._set_aside(raw, "corrupt")
        state = rebuilt or Snapshot({})
        ours = set(state.documents) | {key for entry in self._later(0) for key, _, _ in entry.operations}
        new = {key: document for key, document in saved.items() if key not in ours}
        state = replace(state, documents={**state.documents, **new})
        rescued = f"it was rebuilt with {_count(state.documents)}; the damaged file was copied to {aside}"
        return Loaded(state, notices=(f"{self.paths.file} was damaged ({why}); {rescued}",), repaired=True)

    def _rebuilt(self, until: int | None = None) -> Snapshot | None:
        """The state without the TinyDB file: its newest whole copy, and the journal from there on."""
        for path in (self.paths.previous, *backups.newest_first(self.files, self.paths)):
            try:
                snapshot = decode(_content(self.files, path) or b"")
            except (DamagedError, ForeignError):
                continue
            if snapshot.whole and snapshot.schema <= SCHEMA and (until is None or snapshot.last <= until):
                return replayed(snapshot, self._later(snapshot.last, until))
        entries = list(self._later(0, until))
        return replayed(Snapshot({}, store=entries[-1].store), entries) if entries else None

    def _later(self, after: int, until: int | None = None) -> Iterator[JournalEntry]:
        lines = _content(self.files, self.paths.journal) or b""
        entries = journal_entries.decode(lines, after=after)
        return (entry for entry in entries if until is None or entry.number <= until)

    def _is_being_written(self) -> bool:
        signature = self.files.signature(self.paths.file)
        return signature is not None and 0 <= time.time_ns() - signature[2] < _JUST_NOW

    def _set_aside(self, raw: bytes, what: str) -> str:
        aside = self.paths.aside(datetime.now(UTC), what)
        self.files.create(aside, [raw])
        self.files.sync_folder(self.paths.folder)
        return str(aside)

    def _refusal(self, error: ForeignError) -> StoreError:
        return StoreError(
            f"{self.paths.file} is not an annotations file: {error}. It was not changed; "
            "move it away, or choose another folder with --data"
        )


def _content(files: Files, path: Path) -> bytes | None:
    try:
        return files.read(path)
    except FileNotFoundError:
        return None


def replayed(state: Snapshot, entries: Iterable[JournalEntry]) -> Snapshot:
    """A state after more entries of its store."""
    documents, last = dict(state.documents), state.last
    for entry in entries:
        if entry.store == state.store:
            journal_entries.apply(documents, entry.operations)
            last = max(last, entry.number)
    return replace(state, documents=documents, last=last)


def _differences(base: Snapshot, snapshot: Snapshot, state: Snapshot) -> Iterable[Operation]:
    """The changes of another program in `snapshot`, without those to documents that we have changed since."""
    for key in base.documents.keys() | snapshot.documents.keys():
        before, after = base.documents.get(key), snapshot.documents.get(key)
        if before != after and state.documents.get(key) == before:
            yield key, before, after


def _flipped(raw: bytes, base: Snapshot) -> bool:
    """Whether exactly one bit differs from what was written: that is damage, more is an edit."""
    expected = b"".join(encode(base))
    if len(raw) != len(expected):
        return False
    differing = [byte ^ written for byte, written in zip(raw, expected, strict=True) if byte != written]
    return [bits.bit_count() for bits in differing] == [1]


def _count(documents: Documents) -> str:
    return counted(sum("/" not in key for key in documents), "annotation")
