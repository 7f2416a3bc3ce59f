"""The user's annotations: what the rest of the program adds, changes, deletes, undoes and asks for."""

from __future__ import annotations

import errno
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from annotations.documents import DocumentError, from_document, key_of, to_document
from annotations.storage.database import Database
from annotations.storage.files import Files, LocalFiles
from annotations.storage.loading import StoreError
from annotations.storage.places import Places
from annotations.storage.saver import Saver

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from annotations.model import Annotation, ArticleReference
    from annotations.storage.journal import Entry

__all__ = ["AnnotationStore", "StoreError"]

_SNIPPET = 40


class AnnotationStore:
    """All annotations, in one TinyDB file with its journal.

    A change is on disk when the method that makes it returns; where it could not be written it is kept in
    memory and tried again, and `unsaved` says so. Each call of `add`, `replace` and `delete` is one step of
    `undo`. Methods may be called from any thread; those that read never wait for the disk.
    """

    def __init__(self, database: Database, path: Path, saver: Saver) -> None:
        self._database = database
        self._path = path
        self._saver = saver
        self._decoded: dict[str, tuple[dict[str, Any], Annotation]] = {}
        self._saver.wake()

    @classmethod
    def open(cls, path: Path, *, files: Files | None = None, in_background: bool = True) -> AnnotationStore:
        """The store at `path`, made where there is none; what was damaged is repaired, see `notices`.

        Without `in_background` the TinyDB file is brought up to date, and what failed is tried again, only
        with the next change and when the store is closed.

        Raises StoreError, one line with the path and a way out, where it is the file of another program or
        cannot be read.
        """
        try:
            database = Database(files or LocalFiles(), Places.of(path))
        except OSError as error:
            reason = f"{path} cannot be opened: {_reason(error)}"
            raise StoreError(f"{reason}. {_way_out(error, path)}") from error
        return cls(database, path, Saver(database.tend if in_background else None))

    def add(self, *annotations: Annotation) -> None:
        """Adds annotations, in one step. Raises StoreError where the store can only be read."""
        self._put("added", annotations)

    def replace(self, *annotations: Annotation) -> None:
        """Puts annotations in the place of those with the same ids, in one step. Raises as `add` does."""
        self._put("changed", annotations)

    def delete(self, *ids: str) -> None:
        """Deletes annotations, in one step; ids that are not there are passed over. Raises as `add` does."""
        found = [annotation for annotation in map(self.get, ids) if annotation]
        if found:
            self._commit("deleted", found, delete=True)

    def undo(self) -> str | None:
        """Takes the last step back, also one of an earlier session; says which, None where there is none."""
        return self._said("Undone", self._database.undo())

    def redo(self) -> str | None:
        """Makes the step again that was last undone; says which, None where there is none."""
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
        return self._in_order(self._database.shelf.copy())

    def of_article(self, reference: ArticleReference) -> tuple[Annotation, ...]:
        """Those about an article, known by its id or its text's checksum, in the order they were made."""
        return self._in_order(self._database.shelf.of_article(reference.id, reference.sha256))

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use and how often, the most used first."""
        return self._database.shelf.tags()

    def history(self) -> tuple[tuple[str, str], ...]:
        """Every change as (time, what was done), the first first, as far back as the journal goes."""
        return tuple((entry.at, entry.what) for entry in self._database.changes())

    @property
    def unsaved(self) -> str:
        """Why not everything is on disk and what to do; "" where everything is."""
        count, trouble = self._database.unsaved, self._database.trouble
        if not count or trouble is None:
            return ""
        changes = "1 change is" if count == 1 else f"{count} changes are"
        if isinstance(trouble, StoreError):
            return f"{changes} not on disk: {trouble}"
        return f"{changes} not on disk: {_reason(trouble)}. {_way_out(trouble, self._path)}"

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

    def _put(self, verb: str, annotations: Iterable[Annotation]) -> None:
        if some := list(annotations):
            self._commit(verb, some)

    def _commit(self, verb: str, annotations: list[Annotation], *, delete: bool = False) -> None:
        shelf = self._database.shelf
        with shelf.lock:
            keys = [shelf.key_of(each.id) or key_of(each.id) for each in annotations]
            before = [shelf.documents.get(key) for key in keys]
        after = [None if delete else to_document(each) for each in annotations]
        operations = zip(keys, before, after, strict=True)
        self._database.commit(f"{verb} {_words(annotations)}", operations)
        self._saver.wake()

    def _said(self, word: str, entry: Entry | None) -> str | None:
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


def _words(annotations: list[Annotation]) -> str:
    if len(annotations) > 1:
        return f"{len(annotations)} annotations"
    quote = " ".join(annotations[0].targets[0].quote.exact.split()) if annotations[0].targets else ""
    return f"“{quote if len(quote) <= _SNIPPET else quote[: _SNIPPET - 1] + '…'}”"


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _way_out(error: OSError, path: Path) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"Make room on the disk of {path.parent}"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"See who may write in {path.parent}, or choose another folder with --data"
        case _ if isinstance(error, TimeoutError):
            return f"Another program holds {path.name}: it is tried again by itself"
        case _:
            return f"See that {path.parent} can be reached; it is tried again by itself"
