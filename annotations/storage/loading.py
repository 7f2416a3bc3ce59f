"""What a store holds, read from its files; what is damaged is kept aside and rebuilt from the rest."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zlib import crc32

from annotations.storage import backups, journal
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
    from annotations.storage.journal import JournalEntry, Operation
    from annotations.storage.store_paths import StorePaths

__all__ = ["Loaded", "StoreError", "load", "replayed"]

_RETRIES = 4
_PAUSE = 0.05
_JUST_NOW = 10**9
"""Seconds, and nanoseconds: plain TinyDB writes in place, so that a file read meanwhile is half written."""


class StoreError(UserError):
    """The store cannot be opened or changed; the message is one line with the path and a way out."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files say: the state, changes made by another program, and what the user should be told.

    `written` is the number of the last change that is in the TinyDB file itself; `repaired` says that it
    must be written anew. `fingerprint` is of the file that the other program wrote.
    """

    state: Snapshot
    written: int = 0
    outside: tuple[Operation, ...] = ()
    fingerprint: str = ""
    notices: tuple[str, ...] = ()
    repaired: bool = False


def load(files: Files, places: StorePaths) -> Loaded:
    """Reads the store. Damaged files are copied aside first; nothing is written over.

    Raises StoreError for the file of another program, OSError where it cannot be read.
    """
    return _Loader(files, places).load()


@dataclass(frozen=True, slots=True)
class _Loader:
    files: Files
    places: StorePaths

    def load(self) -> Loaded:
        raw = _content(self.files, self.places.file)
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
            raw = _content(self.files, self.places.file)
        return self._recovered(raw or b"", str(damage))

    def _missing(self) -> Loaded:
        rebuilt = self._rebuilt()
        if rebuilt is None:
            return Loaded(Snapshot({}), repaired=True)
        count = _count(rebuilt.documents)
        said = f"{self.places.file} was missing: rebuilt with {count} from the files beside it"
        return Loaded(rebuilt, notices=(said,), repaired=True)

    def _readable(self, raw: bytes, found: Snapshot) -> Loaded:
        if found.whole:
            return self._continued(found)
        base = self._rebuilt(until=found.last if found.store else None)
        if base is None:
            return Loaded(found, found.last, repaired=found.schema <= SCHEMA)
        if not found.store or _flipped(raw, base):
            return self._recovered(raw, "its checksum is wrong")
        if found.schema > SCHEMA:
            return Loaded(found, found.last)
        return self._edited(f"{crc32(raw):08x}", found, base)

    def _continued(self, found: Snapshot) -> Loaded:
        entries = [entry for entry in self._later(found.last) if entry.store == found.store]
        state = replayed(found, entries)
        if state.last - found.last == len({entry.number for entry in entries}):
            return Loaded(state, found.last)
        aside = self._set_aside(_content(self.files, self.places.journal) or b"", "journal.corrupt")
        said = (
            f"{self.places.journal} is damaged: changes may be missing; the damaged file is kept as {aside}"
        )
        return Loaded(state, found.last, notices=(said,), repaired=True)

    def _edited(self, fingerprint: str, found: Snapshot, base: Snapshot) -> Loaded:
        state = replace(self._rebuilt() or base, others=found.others)
        if any(entry.id.endswith(fingerprint) for entry in self._later(found.last)):
            return Loaded(state, found.last, repaired=True)  # taken up already, and perhaps undone since
        outside = tuple(_differences(base, found, state))
        return Loaded(state, found.last, outside, fingerprint, repaired=True)

    def _foreign(self, raw: bytes, error: ForeignError) -> Loaded:
        base = self._rebuilt()
        if base is None or not _flipped(raw, base):
            raise self._refusal(error)
        return self._recovered(raw, str(error))

    def _recovered(self, raw: bytes, why: str) -> Loaded:
        rebuilt, saved = self._rebuilt(), salvage(raw)
        if rebuilt is None and not saved and raw.strip(b"\0 \t\r\n"):
            raise self._refusal(ForeignError("it is no TinyDB file"))
        aside = self._set_aside(raw, "corrupt")
        state = rebuilt or Snapshot({})
        known = set(state.documents) | {key for entry in self._later(0) for key, _, _ in entry.operations}
        new = {key: document for key, document in saved.items() if key not in known}
        state = replace(state, documents={**state.documents, **new})
        rescued = f"rebuilt with {_count(state.documents)}; the damaged file is kept as {aside}"
        return Loaded(state, notices=(f"{self.places.file} was damaged ({why}): {rescued}",), repaired=True)

    def _rebuilt(self, until: int | None = None) -> Snapshot | None:
        """The state without the TinyDB file: the newest whole copy of it, and the journal from there on."""
        for path in (self.places.previous, *backups.newest_first(self.files, self.places)):
            try:
                found = decode(_content(self.files, path) or b"")
            except (DamagedError, ForeignError):
                continue
            if found.whole and found.schema <= SCHEMA and (until is None or found.last <= until):
                return replayed(found, self._later(found.last, until))
        entries = list(self._later(0, until))
        return replayed(Snapshot({}, store=entries[-1].store), entries) if entries else None

    def _later(self, after: int, until: int | None = None) -> Iterator[JournalEntry]:
        lines = _content(self.files, self.places.journal) or b""
        entries = journal.decode(lines, after=after)
        return (entry for entry in entries if until is None or entry.number <= until)

    def _is_being_written(self) -> bool:
        signature = self.files.signature(self.places.file)
        return signature is not None and 0 <= time.time_ns() - signature[2] < _JUST_NOW

    def _set_aside(self, raw: bytes, what: str) -> str:
        aside = self.places.aside(datetime.now(UTC), what)
        self.files.create(aside, [raw])
        self.files.sync_folder(self.places.folder)
        return str(aside)

    def _refusal(self, error: ForeignError) -> StoreError:
        return StoreError(
            f"{self.places.file} is not a file of annotations: {error}. It was left untouched: "
            "move it away, or choose another folder with --data"
        )


def _content(files: Files, path: Path) -> bytes | None:
    try:
        return files.read(path)
    except FileNotFoundError:
        return None


def replayed(state: Snapshot, entries: Iterable[JournalEntry]) -> Snapshot:
    """A state after some more entries of its store."""
    documents, last = dict(state.documents), state.last
    for entry in entries:
        if entry.store == state.store:
            journal.apply(documents, entry.operations)
            last = max(last, entry.number)
    return replace(state, documents=documents, last=last)


def _differences(base: Snapshot, found: Snapshot, state: Snapshot) -> Iterable[Operation]:
    """What another program changed in `found`, left out where we have changed the same since."""
    for key in base.documents.keys() | found.documents.keys():
        before, after = base.documents.get(key), found.documents.get(key)
        if before != after and state.documents.get(key) == before:
            yield key, before, after


def _flipped(raw: bytes, base: Snapshot) -> bool:
    """Whether a single bit is another one than was written: that is damage, and more is an edit."""
    expected = b"".join(encode(base))
    if len(raw) != len(expected):
        return False
    differing = [one ^ other for one, other in zip(raw, expected, strict=True) if one != other]
    return [bits.bit_count() for bits in differing] == [1]


def _count(documents: Documents) -> str:
    return counted(sum("/" not in key for key in documents), "annotation")
