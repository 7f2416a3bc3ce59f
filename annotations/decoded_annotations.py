"""The annotations of documents, each decoded once."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from annotations.documents import DocumentError, from_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from annotations.model import Annotation

__all__ = ["DecodedAnnotations"]


class DecodedAnnotations:
    """Decodes documents, which are replaced and never changed. `tell` is told once of each odd record."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._decoded: dict[str, tuple[dict[str, Any], Annotation]] = {}
        self._odd: set[str] = set()

    def oldest_first(self, documents: Mapping[str, dict[str, Any]]) -> tuple[Annotation, ...]:
        """The annotations of documents by key, oldest first."""
        return tuple(sorted(self.of(documents), key=attrgetter("created", "id")))

    def of(self, documents: Mapping[str, dict[str, Any]]) -> Iterable[Annotation]:
        """The annotations of documents by key, in order; other records are left out."""
        for key, document in documents.items():
            decoded = self._decoded.get(key)
            if decoded and decoded[0] is document:
                yield decoded[1]
                continue
            try:
                annotation = from_document(document)
            except DocumentError as error:
                self._tell_of(key, document, error)
                continue
            self._decoded[key] = document, annotation
            yield annotation

    def _tell_of(self, key: str, document: dict[str, Any], error: DocumentError) -> None:
        """Tells that a record is not shown, unless it is plainly another program's."""
        if key not in self._odd and "targets" in document:
            self._odd.add(key)
            self._tell(f"record {key} is kept as it is but cannot be shown: {error}")
