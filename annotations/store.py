"""The store of the user's annotations, with which the rest of the program reads and changes them."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from annotations import wording
from annotations.decoded_annotations import DecodedAnnotations
from annotations.documents import (
    DELETED,
    DocumentError,
    deleted_versions,
    from_document,
    to_document,
)
from annotations.merging.merge import merge
from annotations.merging.sides import side_of_documents, side_of_store
from annotations.model import Revision
from annotations.revision_operations import described, operations_of
from annotations.storage import conflict_copies
from annotations.storage.changes import Change, changes_of, last_of_deleted
from annotations.storage.database import PATIENCE, Database
from annotations.storage.failures import explained
from annotations.storage.files import Files, LocalFiles
from annotations.storage.loading import StoreError
from annotations.storage.saver import Saver
from annotations.storage.snapshot import encode
from annotations.storage.store_paths import StorePaths
from reader.base.errors import UserError
from reader.base.faults import fault
from reader.base.files import write_whole
from reader.base.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from annotations.model import Annotation, ArticleReference, Tag
    from annotations.storage.journal_entries import JournalEntry

__all__ = ["PATIENCE", "AnnotationStore", "Change", "StoreError"]

_VERSION = "another version of this file"
_QUOTE = 40  # code points of a passage in the description of a step


class AnnotationStore:
    """All annotations and the codebook, in one TinyDB file with its journal.

    A change is on disk when the method that makes it returns; if it could not be written, it stays in memory
    and is tried again, and `unsaved` has the reason. Each call of `add`, `replace`, `delete`, `revise` and
    `restore` is one step of `undo`. Methods may be called from any thread; those that read never wait for
    the disk, except `history`.
    """

    def __init__(self, database: Database, path: Path, *, in_background: bool) -> None:
        self._database = database
        self._path = path
        self._saver = Saver(database.tend if in_background else None, self._take_fault)
        self._faults: set[str] = set()
        self._decoded = DecodedAnnotations(self._tell)
        self._saver.wake()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        author: str = "",
        files: Files | None = None,
        in_background: bool = True,
        patience: float = PATIENCE,
    ) -> AnnotationStore:
        """The store at `path`, created if missing; damaged files are repaired, see `notices`.

        `author` is the author of the changes in the history. Without `in_background` the TinyDB file is
        brought up to date, and failed writes are tried again, only with the next change and on closing.
        `patience` is how many seconds a method waits for another process that has locked the store.

        Raises StoreError, one line with the path and a way out, for a file of another program or a file that
        cannot be read.
        """
        files, paths = files or LocalFiles(), StorePaths.of(path)
        try:
            database = Database(files, paths, author, patience)
        except OSError as error:
            raise StoreError(f"{path}: cannot open this file: {explained(error, path)}") from error
        store = cls(database, path, in_background=in_background)
        database.notices += conflict_copies.notices(files, paths.file)
        store._reunite()
        return store

    def add(self, *annotations: Annotation) -> None:
        """Adds annotations in one step.

        Raises StoreError where the store is read-only, ValueError for a value that JSON does not have (NaN).
        """
        for annotation in annotations:
            json.dumps(to_document(annotation), allow_nan=False)
        self.revise(Revision(f"added {_words(annotations)}", annotations))

    def replace(self, *annotations: Annotation) -> None:
        """Replaces the annotations with the same ids, in one step. Raises as `add` does."""
        self.revise(Revision(f"changed {_words(annotations)}", annotations))

    def delete(self, *ids: str) -> None:
        """Deletes annotations in one step; unknown ids are ignored. Raises as `add` does."""
        annotations = [annotation for annotation in map(self.get, ids) if annotation]
        deleted = tuple(annotation.id for annotation in annotations)
        self.revise(Revision(f"deleted {_words(annotations)}", deleted=deleted))

    def restore(self, *ids: str) -> tuple[Annotation, ...]:
        """Restores deleted annotations as they last were, in one step.

        Raises UserError for an id of no deleted annotation in the history, and as `add` does.
        """
        with self._history_read():
            deleted = last_of_deleted(self._database.changes())
        for identity in ids:
            if self.get(identity):
                raise UserError(f"{identity} is not deleted, so it cannot be restored")
            if identity not in deleted:
                raise UserError(f"no deleted annotation has the id {identity}; reader history lists the ids")
        try:
            restored = tuple(from_document(deleted[identity]) for identity in dict.fromkeys(ids))
        except DocumentError as error:
            raise UserError(
                f"the deleted annotation is damaged: {error}; reader history --json shows it"
            ) from error
        self.revise(Revision(f"restored {_words(restored)}", restored))
        return restored

    def revise(self, revision: Revision) -> None:
        """Makes all changes of a revision in one step; an empty one does nothing. Raises as `add` does."""
        if revision:
            with self._database.index.lock:
                operations = tuple(operations_of(revision, self._database.index))
            self._database.commit(revision.what, operations)
            self._saver.wake()

    def undo(self) -> str | None:
        """Undoes the last step, also of an earlier session, and returns its description; None without one.

        Raises StoreError, and changes nothing, where the history cannot be read or the store is read-only.
        """
        with self._history_read():
            return self._described_step("Undone", self._database.undo())

    def redo(self) -> str | None:
        """Redoes the step that was last undone, and returns its description; None without one.

        Raises as `undo` does.
        """
        with self._history_read():
            return self._described_step("Redone", self._database.redo())

    def get(self, identity: str) -> Annotation | None:
        """The annotation with that id."""
        index = self._database.index
        with index.lock:
            key = index.key_of(identity)
            document = index.documents.get(key) if key else None
        return next(iter(self._decoded.of({key: document})), None) if key and document else None

    def all(self) -> tuple[Annotation, ...]:
        """Every annotation, oldest first."""
        return self._decoded.oldest_first(self._database.index.annotations())

    def of_article(self, reference: ArticleReference) -> tuple[Annotation, ...]:
        """The annotations on an article, known by its id or the checksum of its text, oldest first."""
        return self._decoded.oldest_first(self._database.index.of_article(reference.id, reference.sha256))

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use with its number of uses, the most used first."""
        return self._database.index.tags()

    def codebook(self) -> tuple[Tag, ...]:
        """The tags that are described, by name, each followed by those nested in it."""
        tags = (tag for _, tag in described(self._database.index).values())
        return tuple(sorted(tags, key=lambda tag: tag.name.casefold().split("/")))

    def deleted(self) -> dict[str, frozenset[str]]:
        """The ids of deleted annotations, each with the times of all its versions."""
        return dict(map(deleted_versions, self._database.index.table(DELETED).values()))

    def history(self) -> tuple[Change, ...]:
        """Every change of every annotation and tag, oldest first, as far back as the journal goes.

        Raises StoreError where the journal cannot be read.
        """
        with self._history_read():
            return tuple(changes_of(self._database.changes()))

    @property
    def unsaved(self) -> str:
        """The reason why changes are not on disk, with a way out; "" where all are."""
        count, error = self._database.unsaved, self._database.failure
        if not count or error is None:
            return ""
        changes = "1 change is" if count == 1 else f"{count} changes are"
        return f"{changes} not on disk: {_explained(error, self._path)}"

    @property
    def unreachable(self) -> str:
        """The reason why the file could not be read when it was last looked at, with a way out; else ""."""
        error = self._database.unreachable
        return f"{self._path}: cannot be read: {_explained(error, self._path)}" if error else ""

    @property
    def notices(self) -> tuple[str, ...]:
        """The repairs and odd records that the user should know about, one line each; more may follow."""
        return tuple(self._database.notices)

    @property
    def read_only(self) -> str:
        """The reason why nothing can be changed; "" where changes are possible."""
        return self._database.read_only

    def refresh(self) -> bool:
        """Takes in the changes of other processes; whether there were any."""
        changed = self._database.refresh()
        self._saver.wake()
        return self._reunite() or changed

    @property
    def has_changed(self) -> bool:
        """Whether this session has changed anything."""
        return self._database.has_changed

    def save(self) -> None:
        """Tries again to write what is not on disk; `unsaved` says whether that worked."""
        self._database.tend()
        self._saver.wake()

    def copy_to(self, path: Path) -> None:
        """Writes everything, also what is not on disk, to another file, which is a store of its own.

        The file is private and replaces an existing one. Raises OSError.
        """
        write_whole(path, b"".join(encode(self._database.copy())), mode=0o600)

    def close(self) -> None:
        """Brings the TinyDB file up to date. `unsaved` still reports what could not be written."""
        self._saver.close()
        self._database.close()
        if self._reunite():
            self._database.close()

    def _reunite(self) -> bool:
        """Merges other versions of the store, which took its place; whether there were any."""
        apart, self._database.apart = self._database.apart, []
        for version in apart:
            merged = merge(side_of_store(self), side_of_documents(version.documents), name=_VERSION)
            if not self.read_only:
                self.revise(merged.revision)
            self._tell(wording.reunited(merged))
        return bool(apart)

    @contextmanager
    def _history_read(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreError(
                f"{self._path}: cannot read the history: {explained(error, self._path)}"
            ) from error

    def _take_fault(self, error: Exception) -> None:
        """Logs a fault of the background work, and tells it once."""
        if (kind := type(error).__name__) not in self._faults:
            self._faults.add(kind)
            self._database.notices.append(str(fault(error, "saving annotations in the background")))

    def _tell(self, notice: str) -> None:
        self._database.notices.append(f"{self._path}: {notice}")

    def _described_step(self, word: str, entry: JournalEntry | None) -> str | None:
        self._saver.wake()
        return f"{word}: {entry.what}" if entry else None


def _words(annotations: Sequence[Annotation]) -> str:
    only = annotations[0] if len(annotations) == 1 else None
    return wording.quotes(only, _QUOTE) if only else counted(len(annotations), "annotation")


def _explained(error: Exception, path: Path) -> str:
    return explained(error, path) if isinstance(error, OSError) else str(error)
