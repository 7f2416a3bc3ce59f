"""The documents in memory, indexed by id and by article, with the tags counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from threading import RLock
from typing import TYPE_CHECKING, Any

from annotations.documents import TABLES, article_keys, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotations.storage.journal_entries import Operation
    from annotations.storage.snapshot import Documents

__all__ = ["DocumentIndex"]

Document = dict[str, Any]


class DocumentIndex:
    """Documents by key. They are replaced, never changed, so callers may keep a document.

    They stay in the order in which they were added, as in a replay of the journal, so two writers of the same
    state write the same bytes. Every method takes `lock`, which is never held during disk access.
    """

    def __init__(self, documents: Documents) -> None:
        self.lock = RLock()
        self.documents: dict[str, Document] = {}
        self._keys: dict[str, str] = {}
        self._others: dict[str, dict[str, Document]] = {table: {} for table in TABLES}
        self._by_article: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._tags: Counter[str] | None = None
        for key, document in documents.items():
            self._put(key, document)

    def apply(self, operations: Iterable[Operation]) -> None:
        """Applies changes."""
        with self.lock:
            for key, _, after in operations:
                self._forget(key)
                if after is None:
                    self.documents.pop(key, None)
                else:
                    self._put(key, after)

    def copy(self) -> dict[str, Document]:
        """A copy of all documents."""
        with self.lock:
            return dict(self.documents)

    def annotations(self) -> dict[str, Document]:
        """A copy of the documents that are annotations."""
        with self.lock:
            annotations = self.copy()
            for others in self._others.values():
                for key in others:
                    del annotations[key]
        return annotations

    def table(self, name: str) -> dict[str, Document]:
        """The documents of the table `name`, one of TABLES."""
        with self.lock:
            return dict(self._others[name])

    def key_of(self, identity: str) -> str | None:
        """The key of the annotation with that id."""
        return self._keys.get(identity)

    def of_article(self, *identities: str) -> dict[str, Document]:
        """The documents about an article that has any of these ids and checksums."""
        with self.lock:
            return {
                key: self.documents[key]
                for identity in identities
                for key in self._by_article.get(identity, ())
            }

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag and how often it is used, the most used first, then by name."""
        with self.lock:
            if self._tags is None:
                self._tags = Counter(tag for document in self.documents.values() for tag in tags_of(document))
            used = [(tag, count) for tag, count in self._tags.items() if count]
        return tuple(sorted(used, key=lambda pair: (-pair[1], pair[0].casefold(), pair[0])))

    def _put(self, key: str, document: Document) -> None:
        self.documents[key] = document
        for table, others in self._others.items():
            if key.startswith(table):
                others[key] = document
                return
        identity = document.get("id")
        if isinstance(identity, str):
            self._keys[identity] = key
        for article in article_keys(document):
            self._by_article[article][key] = None
        if self._tags is not None:
            self._tags.update(tags_of(document))

    def _forget(self, key: str) -> None:
        document = self.documents.get(key)
        if document is None:
            return
        for others in self._others.values():
            if others.pop(key, None) is not None:
                return
        self._keys.pop(str(document.get("id")), None)
        for article in article_keys(document):
            self._by_article[article].pop(key, None)
        if self._tags is not None:
            self._tags.subtract(tags_of(document))
