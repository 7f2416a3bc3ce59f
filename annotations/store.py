"""The user's annotations: what the rest of the program adds, changes, deletes, undoes and asks for."""

from __future__ import annotations

from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from annotations.documents import (
    CODEBOOK,
    DELETED,
    DocumentError,
    deleted_versions,
    deletion,
    from_document,
    key_of,
    tag_document,
    tag_key,
    tag_of,
    to_document,
)
from annotations.model import Revision, utc_now
from annotations.storage.changes import Change, changes_of, last_of_deleted
from annotations.storage.database import Database
from annotations.storage.failures import trouble
from annotations.storage.files import Files, LocalFiles
from annotations.storage.loading import StoreError
from annotations.storage.saver import Saver
from annotations.storage.store_paths import StorePaths
from annotations.wording import quotes
from reader.base.errors import UserError
from reader.base.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from annotations.model import Annotation, ArticleReference, Tag
    from annotations.storage.journal import JournalEntry, Operation

__all__ = ["AnnotationStore", "Change", "StoreError"]

_QUOTE = 40  # code points of a passage in the name of a step


class AnnotationStore:
    """All annotations and the codebook, in one TinyDB file with its journal.

    A change is on disk when the method that makes it returns; where it could not be written it is kept in
    memory and tried again, and `unsaved` says so. Each call of `add`, `replace`, `delete`, `revise` and
    `restore` is one step of `undo`. Methods may be called from any thread; those that read never wait for
    the disk, but for `history`.
    """

    def __init__(self, database: Database, path: Path, saver: Saver) -> None:
        self._database = database
        self._path = path
        self._saver = saver
        self._decoded: dict[str, tuple[dict[str, Any], Annotation]] = {}
        self._saver.wake()

    @classmethod
    def open(
        cls, path: Path, *, author: str = "", files: Files | None = None, in_background: bool = True
    ) -> AnnotationStore:
        """The store at `path`, made where there is none; what was damaged is repaired, see `notices`.

        `author` is who the history says made the changes. Without `in_background` the TinyDB file is brought
        up to date, and what failed is tried again, only with the next change and when the store is closed.

        Raises StoreError, one line with the path and a way out, where it is the file of another program or
        cannot be read.
        """
        try:
            database = Database(files or LocalFiles(), StorePaths.of(path), author)
        except OSError as error:
            raise StoreError(f"{path} cannot be opened: {trouble(error, path)}") from error
        return cls(database, path, Saver(database.tend if in_background else None))

    def add(self, *annotations: Annotation) -> None:
        """Adds annotations, in one step. Raises StoreError where the store can only be read."""
        self.revise(Revision(f"added {_words(annotations)}", annotations))

    def replace(self, *annotations: Annotation) -> None:
        """Puts annotations in the place of those with the same ids, in one step. Raises as `add` does."""
        self.revise(Revision(f"changed {_words(annotations)}", annotations))

    def delete(self, *ids: str) -> None:
        """Deletes annotations, in one step; ids that are not there are passed over. Raises as `add` does."""
        found = [annotation for annotation in map(self.get, ids) if annotation]
        self.revise(Revision(f"deleted {_words(found)}", deleted=tuple(each.id for each in found)))

    def restore(self, *ids: str) -> tuple[Annotation, ...]:
        """Brings deleted annotations back as they last were, in one step.

        Raises UserError for an id that no deleted annotation of the history has, and as `add` does.
        """
        with self._history_read():
            deleted = last_of_deleted(self._database.changes())
        for identity in ids:
            if self.get(identity):
                raise UserError(f"{identity} is not deleted: there is nothing to restore")
            if identity not in deleted:
                raise UserError(f"no deleted annotation is called {identity}: reader history has the ids")
        try:
            found = tuple(from_document(deleted[identity]) for identity in dict.fromkeys(ids))
        except DocumentError as error:
            raise UserError(
                f"what was deleted is damaged: {error}. reader history --json shows it"
            ) from error
        self.revise(Revision(f"restored {_words(found)}", found))
        return found

    def revise(self, revision: Revision) -> None:
        """Makes all changes of a revision, in one step; one without any is none. Raises as `add` does."""
        if revision:
            with self._database.shelf.lock:
                operations = tuple(self._operations(revision))
            self._database.commit(revision.what, operations)
            self._saver.wake()

    def undo(self) -> str | None:
        """Takes the last step back, also one of an earlier session; says which, None where there is none.

        Raises StoreError, and changes nothing, where the history cannot be read or nothing can be changed.
        """
        with self._history_read():
            return self._said("Undone", self._database.undo())

    def redo(self) -> str | None:
        """Makes the step again that was last undone; says which, None where there is none.

        Raises as `undo` does.
        """
        with self._history_read():
            return self._said("Done again", self._database.redo())

    def get(self, identity: str) -> Annotation | None:
        """The annotation with that id."""
        shelf = self._database.shelf
        with shelf.lock:
            key = shelf.key_of(identity)
            document = shelf.documents.get(key) if key else None
        return next(iter(self._annotations({key: document})), None) if key and document else None

    def all(self) -> tuple[Annotation, ...]:
        """Every annotation, in the order they were made."""
        return self._in_order(self._database.shelf.annotations())

    def of_article(self, reference: ArticleReference) -> tuple[Annotation, ...]:
        """Those about an article, known by its id or its text's checksum, in the order they were made."""
        return self._in_order(self._database.shelf.of_article(reference.id, reference.sha256))

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use and how often, the most used first."""
        return self._database.shelf.tags()

    def codebook(self) -> tuple[Tag, ...]:
        """The tags that are described, by name, each followed by those nested in it."""
        tags = (tag for _, tag in self._described().values())
        return tuple(sorted(tags, key=lambda tag: tag.name.casefold().split("/")))

    def deleted(self) -> dict[str, frozenset[str]]:
        """The ids of the annotations that were deleted, each with the times of all versions that it had."""
        return dict(map(deleted_versions, self._database.shelf.table(DELETED).values()))

    def history(self) -> tuple[Change, ...]:
        """Every change of every annotation and tag, the first first, as far back as the journal goes.

        Raises StoreError where the journal cannot be read.
        """
        with self._history_read():
            return tuple(changes_of(self._database.changes()))

    @property
    def unsaved(self) -> str:
        """Why not everything is on disk and what to do; "" where everything is."""
        count, error = self._database.unsaved, self._database.trouble
        if not count or error is None:
            return ""
        changes = "1 change is" if count == 1 else f"{count} changes are"
        why = error if isinstance(error, StoreError) else trouble(error, self._path)
        return f"{changes} not on disk: {why}"

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know of repairs, one line each."""
        return tuple(self._database.notices)

    @property
    def read_only(self) -> str:
        """Why nothing can be changed; "" where it can."""
        return self._database.read_only

    def refresh(self) -> bool:
        """Takes up what other processes have written; whether there was anything."""
        changed = self._database.refresh()
        self._saver.wake()
        return changed

    def close(self) -> None:
        """Brings the TinyDB file up to date. What could not be written, `unsaved` still tells."""
        self._saver.close()
        self._database.close()

    def _operations(self, revision: Revision) -> Iterator[Operation]:
        shelf, documents = self._database.shelf, self._database.shelf.documents
        for annotation in revision.annotations:
            key = shelf.key_of(annotation.id) or key_of(annotation.id)
            yield key, documents.get(key), to_document(annotation)
            if gone := documents.get(DELETED + key):
                yield DELETED + key, gone, None
        now = utc_now()
        for identity in revision.deleted:
            if known := shelf.key_of(identity):
                yield known, documents[known], None
                yield DELETED + known, documents.get(DELETED + known), deletion(documents[known], now)
        described = self._described()
        for tag in revision.tags:
            key, _ = described.get(tag.name.casefold(), (tag_key(tag.name), None))
            yield key, documents.get(key), tag_document(tag)
        for name in revision.forgotten:
            if found := described.get(name.casefold()):
                yield found[0], documents[found[0]], None

    def _described(self) -> dict[str, tuple[str, Tag]]:
        """The key and the tag by its case-folded name. A script may have given a key of its own choice."""
        found = {}
        for key, document in self._database.shelf.table(CODEBOOK).items():
            try:
                tag = tag_of(document)
            except DocumentError:
                continue  # not ours to show, and written back as it is
            found[tag.name.casefold()] = key, tag
        return found

    @contextmanager
    def _history_read(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise StoreError(
                f"the history of {self._path} cannot be read: {trouble(error, self._path)}"
            ) from error

    def _said(self, word: str, entry: JournalEntry | None) -> str | None:
        self._saver.wake()
        return f"{word}: {entry.what}" if entry else None

    def _in_order(self, documents: dict[str, dict[str, Any]]) -> tuple[Annotation, ...]:
        return tuple(sorted(self._annotations(documents), key=attrgetter("created", "id")))

    def _annotations(self, documents: dict[str, dict[str, Any]]) -> Iterable[Annotation]:
        for key, document in documents.items():
            known = self._decoded.get(key)
            if known and known[0] is document:
                yield known[1]
                continue
            try:
                annotation = from_document(document)
            except DocumentError:
                continue  # not ours to show, and written back as it is
            self._decoded[key] = document, annotation
            yield annotation


def _words(annotations: Sequence[Annotation]) -> str:
    only = annotations[0] if len(annotations) == 1 else None
    return quotes(only, _QUOTE) if only else counted(len(annotations), "annotation")
