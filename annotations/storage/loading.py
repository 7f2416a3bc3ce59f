"""The content of a store, read from its files; damaged files are copied aside and rebuilt from the others."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zlib import crc32

from annotations.storage import backups, journal_entries, lineage
from annotations.storage.marks import mark_of
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
    from collections.abc import Iterable, Iterator, Mapping
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
    must be written again. `fingerprint` is that of the file that the other program wrote. `apart` are other
    versions of this store, whose changes are not in the state. `ids` are those of its journal, by number.
    """

    state: Snapshot
    written: int = 0
    outside: tuple[Operation, ...] = ()
    fingerprint: str = ""
    notices: tuple[str, ...] = ()
    repaired: bool = False
    apart: tuple[Snapshot, ...] = ()
    ids: Mapping[int, str] = field(default_factory=dict)


def load(files: Files, paths: StorePaths) -> Loaded:
    """Reads the store. Damaged files are copied aside first; nothing is overwritten.

    Raises StoreError for the file of another program, OSError where it cannot be read.
    """
    loader = _Loader(files, paths)
    loaded = loader.load()
    return replace(loaded, ids=loader.ids(loaded.state.store))


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
            return self._continued(raw, snapshot)
        base = self._rebuilt(until=snapshot.last if snapshot.store else None)
        if base is None:
            return Loaded(snapshot, snapshot.last, repaired=snapshot.schema <= SCHEMA)
        as_before = base if snapshot.head else replace(base, head="")
        if not snapshot.store or _flipped(raw, as_before):
            return self._recovered(raw, "its checksum is wrong")
        if snapshot.schema > SCHEMA:
            return Loaded(snapshot, snapshot.last)
        return self._edited(f"{crc32(raw):08x}", snapshot, base)

    def _continued(self, raw: bytes, snapshot: Snapshot) -> Loaded:
        ids = self.ids(snapshot.store)
        proven = lineage.is_complete(snapshot, ids) and (not ids or max(ids) >= snapshot.last)
        rebuilt = None if proven else self._proven()
        if rebuilt and lineage.replaces(rebuilt, snapshot, ids):
            return self._replaced(raw, snapshot, rebuilt)
        later = [entry for entry in self._later(snapshot.last) if entry.store == snapshot.store]
        loaded = Loaded(replayed(snapshot, later), snapshot.last)
        if loaded.state.last - snapshot.last == len({entry.number for entry in later}):
            return self._with_previous(loaded, ids)
        aside = self._set_aside(_content(self.files, self.paths.journal) or b"", "journal.corrupt")
        notice = (
            f"{self.paths.journal} is damaged; changes may be missing; the damaged file was copied to {aside}"
        )
        return replace(loaded, notices=(notice,), repaired=True)

    def _replaced(self, raw: bytes, snapshot: Snapshot, rebuilt: Snapshot) -> Loaded:
        """The store without a file that was put in the place of its own; that one is set aside, to merge."""
        aside = self._set_aside(raw, "replaced")
        notice = (
            f"{self.paths.file} was replaced by another version of itself, as sync programs and git do. Your "
            f"annotations were taken from the files beside it; the other version was copied to {aside}"
        )
        return Loaded(rebuilt, notices=(notice,), repaired=True, apart=(snapshot,))

    def _with_previous(self, loaded: Loaded, ids: Mapping[int, str]) -> Loaded:
        """The loaded state; the previous one is set aside where the file and the journal replaced it."""
        mark, state = mark_of(self.files, self.paths.previous), loaded.state
        if mark is None or not (mark.store and state.store):
            return loaded
        same = mark.store == state.store
        if same and mark.last <= state.last and not lineage.contradicts(mark, ids):
            return loaded
        previous = self._copy_at(self.paths.previous)
        if previous is None:
            return loaded
        if not same:
            previous = replayed(previous, self._later(previous.last))
        aside = self._set_aside(b"".join(encode(previous)), "replaced")
        what = "another version of itself" if same else "another collection of annotations"
        way = "" if same else f"; reader merge {aside} brings them together"
        notice = f"{self.paths.file} was replaced by {what}; the one before it was copied to {aside}{way}"
        return replace(loaded, notices=(notice,), repaired=True, apart=(previous,) if same else ())

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
        """The state without the TinyDB file: its newest whole copy, and the journal from there on.

        A copy that the journal continues without a gap goes before others.
        """
        first = None
        for state, is_complete in self._states(until):
            if is_complete:
                return state
            first = first or state
        return first

    def _proven(self) -> Snapshot | None:
        """The state without the TinyDB file; None where its journal has a gap."""
        return next((state for state, is_complete in self._states(None) if is_complete), None)

    def _states(self, until: int | None) -> Iterator[tuple[Snapshot, bool]]:
        """The states of all whole copies, the newest first, each with whether the journal has no gap."""
        for path in (self.paths.previous, *backups.newest_first(self.files, self.paths)):
            copy = self._copy_at(path)
            if copy and (until is None or copy.last <= until):
                state = replayed(copy, self._later(copy.last, until))
                ids = {n: each for n, each in self.ids(copy.store).items() if until is None or n <= until}
                yield state, lineage.is_complete(copy, ids) and state.last == max(ids, default=copy.last)
        entries = list(self._later(0, until))
        if entries:
            state = replayed(Snapshot({}, store=entries[-1].store), entries)
            yield state, state.last == len({each.number for each in entries if each.store == state.store})

    def ids(self, store: str) -> dict[int, str]:
        """The ids of the changes in the journal of one store, by number."""
        return journal_entries.ids(_content(self.files, self.paths.journal) or b"", store)

    def _copy_at(self, path: Path) -> Snapshot | None:
        try:
            snapshot = decode(_content(self.files, path) or b"")
        except (DamagedError, ForeignError):
            return None
        return snapshot if snapshot.whole and snapshot.schema <= SCHEMA else None

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
    documents, last, head = dict(state.documents), state.last, state.head
    for entry in entries:
        if entry.store == state.store:
            journal_entries.apply(documents, entry.operations)
            if entry.number > last:
                last, head = entry.number, entry.id
    return replace(state, documents=documents, last=last, head=head)


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
