"""One store in one process: keeps memory, the journal and the changes of other processes in step."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from dataclasses import replace
from threading import RLock
from typing import TYPE_CHECKING

from annotations.storage import journal_entries
from annotations.storage.document_index import DocumentIndex
from annotations.storage.entry_maker import EntryMaker
from annotations.storage.failures import newer
from annotations.storage.files import locked_if_possible
from annotations.storage.garbage_collection import collection_paused
from annotations.storage.history import History, Step
from annotations.storage.journal_entries import JournalEntry, Operation
from annotations.storage.journal_file import JournalFile
from annotations.storage.json_values import room_for_odd_values
from annotations.storage.lineage import Lineage, is_contained
from annotations.storage.loading import StoreError, load
from annotations.storage.pending import Pending
from annotations.storage.snapshot import SCHEMA, Snapshot, peek
from annotations.storage.snapshot_writer import SnapshotWriter
from reader.base.faults import fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from annotations.storage.files import Files, Signature
    from annotations.storage.store_paths import StorePaths

__all__ = ["PATIENCE", "Database"]

PATIENCE = 5.0
"""Seconds to wait for another process that has locked the store, where nobody looks at a screen."""

_RETRY = 2.0
"""Seconds to the next attempt after a failure."""


class Database:
    """Documents whose every change is on disk when `commit` returns, unless `failure` has the reason.

    Changes that could not be written stay in memory; they are written with the next change or by `tend`.
    `apart` are other versions of the store that took its place, or whose place it took: to be merged.
    `unreachable` is why the files could not be read when they were last looked at. Methods may be called from
    any thread; each waits at most `patience` seconds for another process that has locked the store. OSError
    comes only from opening and from reading the history, for `undo`, `redo` and `changes`; StoreError from
    opening, and from a change where `read_only` has a reason.
    """

    def __init__(self, files: Files, paths: StorePaths, author: str = "", patience: float = PATIENCE) -> None:
        self.index = DocumentIndex({})
        self.notices: list[str] = []
        self.failure: Exception | None = None
        self.unreachable: OSError | StoreError | None = None
        self.read_only = ""
        self._files = files
        self._paths = paths
        self._patience = patience
        self._session = os.urandom(6).hex()
        self._maker = EntryMaker(self._session, author)
        self._mutex = RLock()
        self._journal = JournalFile(files, paths, self._session)
        self._writer = SnapshotWriter(files, paths, self._session, self.notices.append)
        self._state = Snapshot({})
        self._pending = Pending()
        self._lineage = Lineage()
        self.apart: list[Snapshot] = []
        self._history: History | None = None
        self._seen: Signature | None = None
        self._changed_at = 0.0
        with self._working():
            self._open()
        self._began = self._state.last

    @property
    def unsaved(self) -> int:
        """The number of changes that are not on disk."""
        return len(self._pending) or int(self._journal.suspect)

    @property
    def has_changed(self) -> bool:
        """Whether `commit` has made a change."""
        return self._maker.has_made

    def copy(self) -> Snapshot:
        """Everything in memory, as a store of its own."""
        with self._mutex:
            state = replace(self._state, schema=SCHEMA, last=0, store=os.urandom(4).hex())
            return replace(state, documents=self.index.copy())

    def commit(
        self, what: str, operations: Iterable[Operation], *, undoes: str = "", redoes: str = ""
    ) -> None:
        """Makes changes in one step. Raises TypeError for a value that JSON does not have."""
        with self._working():
            if self.read_only:
                raise StoreError(self.read_only)
            entry = self._maker.entry(self._state.store, what, operations, undoes, redoes)
            journal_entries.encode([entry])
            self.index.apply(entry.operations)
            self._pending.entries.append(entry)
            if self._history:
                self._history.take(entry)
            self._changed_at = time.monotonic()
            self._flush()

    def undo(self) -> JournalEntry | None:
        """Undoes the last change whose documents have not changed since; None where there is none."""
        return self._reverse("undo", lambda history: history.undoable())

    def redo(self) -> JournalEntry | None:
        """Redoes the change that was last undone; None where there is none."""
        return self._reverse("redo", lambda history: history.redoable())

    def changes(self) -> tuple[JournalEntry, ...]:
        """The history, as far back as the journal goes."""
        with self._working():
            return tuple(self._entries())

    def refresh(self) -> bool:
        """Takes in the changes of other processes; whether there were any."""
        with self._working():
            before = self.index, self._state.last
            try:
                self._look()
                self.unreachable = None
            except (OSError, StoreError) as error:
                self.unreachable = error
            return before != (self.index, self._state.last)

    def close(self) -> None:
        """Writes everything, with a second attempt where another process was writing too."""
        if self.tend(at_once=True) is not None:
            self.tend(at_once=True)

    def tend(self, *, at_once: bool = False) -> float | None:
        """Does background work that is due; the seconds until more is due, None where nothing is left."""
        with self._working():
            if self.unsaved:
                self._flush()
            if self.unsaved:
                return _RETRY
            if self.read_only or not self._writer.behind(self._state.last):
                return None
            wait = (
                0.0 if at_once else self._writer.wait(self._state.last, self._changed_at, self._journal.size)
            )
            if wait > 0:
                return wait
        self._write()
        return _RETRY if self._writer.behind(self._state.last) else None

    def _open(self) -> None:
        self._files.make_folder(self._paths.folder)
        with locked_if_possible(self._files, self._paths.lock, self._patience):
            self._seen = self._files.signature(self._paths.file)
            self._reload()
            self._journal.news(after=self._state.last)
            self._writer.sweep()
        if self._writer.lost and not self.read_only:
            self._write()
            if self._writer.failure:
                self.notices.append(
                    f"{self._paths.file} cannot be written; your annotations are only in memory"
                )

    @contextmanager
    def _working(self) -> Iterator[None]:
        with room_for_odd_values(), self._mutex:
            yield

    def _look(self) -> None:
        if self._files.signature(self._paths.file) != self._seen or self._journal.has_news():
            self._flush()
            if self.failure:
                self._take_in()  # a store that cannot be written is read without a lock

    def _lock(self) -> AbstractContextManager[None]:
        return self._files.lock(self._paths.lock, self._patience)

    def _write(self) -> None:
        with self._mutex:
            if self._pending:
                return  # the file never contains a change that the journal lacks
            state, seen = replace(self._state, documents=self.index.copy()), self._seen
        try:
            with room_for_odd_values(), self._writer.prepared(state, seen), self._mutex, self._lock():
                self._take_in()
                if self._seen == seen:
                    self._writer.publish()
                    self._seen = self._files.signature(self._paths.file)
                    self._writer.shorten(self._journal)
        except (OSError, StoreError) as error:
            self._writer.failure = error

    def _flush(self) -> None:
        try:
            self._files.make_folder(self._paths.folder)
            with self._lock():
                self._take_in()
                if self.unsaved:
                    self._append(self._pending.numbered(self._state.last))
            self.failure = None
        except (OSError, StoreError) as error:
            self.failure = error
        except Exception as error:  # noqa: BLE001 - a fault of ours; the change stays in memory
            self.failure = fault(error, "saving annotations")

    def _append(self, entries: list[JournalEntry]) -> None:
        self._journal.append(entries)
        if entries:
            self._state = replace(self._state, last=entries[-1].number, head=entries[-1].id)
        self._lineage.take(entries)
        self._pending.entries.clear()

    def _take_in(self) -> None:
        signature = self._files.signature(self._paths.file)
        if signature is None:
            self._writer.lost = True  # deleted by another program: memory is now the only copy
        elif signature != self._seen and not self._is_known():
            self._reload()
        self._seen = signature
        news = self._own(self._journal.news(self._state.last))
        if news and news[-1].number - self._state.last != len(news):
            self._reload()
        elif news:
            self._follow(news)

    def _is_known(self) -> bool:
        mark = peek(self._files.read(self._paths.file))
        if mark is None or mark.store != self._state.store or not self._lineage.has(mark):
            return False
        self._writer.last = mark.last
        return True

    def _follow(self, news: list[JournalEntry]) -> None:
        with self.index.lock:
            self._pending.rollback(self.index)
            for entry in news:
                self.index.apply(entry.operations)
            self._pending.acknowledge(news)
            self._pending.reapply(self.index, self._state.store)
        self._state = replace(self._state, last=news[-1].number, head=news[-1].id)
        self._lineage.take(news)
        self._history = None

    def _reload(self) -> None:
        with collection_paused():
            loaded = load(self._files, self._paths)
            index = DocumentIndex(loaded.state.documents)
        state = loaded.state
        if state.store == self._state.store:
            if state.last < self._state.last and self._lineage.has(state):
                self._writer.lost = True  # replaced by an older copy, without our journal
                return
            if not is_contained(self._state, loaded.state, loaded.ids):
                self.apart.append(replace(self._state, documents=self.index.copy()))
        self.apart += loaded.apart
        self._lineage.begin(state, loaded.ids)
        self._state = replace(state, documents={}, store=state.store or os.urandom(4).hex())
        self._writer.last = loaded.written
        self._writer.lost |= loaded.repaired
        self.notices += loaded.notices
        self.read_only = newer(self._paths.file) if state.schema > SCHEMA else ""
        if loaded.outside:
            entry = self._maker.entry(self._state.store, "changed by another program", loaded.outside)
            self._pending.entries.insert(0, replace(entry, id=f"{entry.id}-{loaded.fingerprint}", author=""))
        self._pending.reapply(index, self._state.store)
        self.index = index
        self._history = None

    def _steps(self) -> History:
        if self._history is None:
            history = History(self._session, self._began)
            for entry in self._entries():
                history.take(entry)
            self._history = history
        return self._history

    def _reverse(self, word: str, steps: Callable[[History], Iterable[Step]]) -> JournalEntry | None:
        with self._working():
            for step in steps(self._steps()):
                if operations := step.applicable(self.index.documents):
                    self.commit(f"{word}: {step.change.what}", operations, **{f"{word}es": step.change.id})
                    return step.change
        return None

    def _entries(self) -> list[JournalEntry]:
        return [*self._own(self._journal.all()), *self._pending.entries]

    def _own(self, entries: list[JournalEntry]) -> list[JournalEntry]:
        return [entry for entry in entries if entry.store == self._state.store]
