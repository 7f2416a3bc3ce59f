"""The content of an imported file, and the error for a file that cannot be imported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from annotations.model import Annotation, Tag

__all__ = ["UNKNOWN_TIME", "ArticleId", "ForeignFileError", "ImportedFile", "Intake", "damaged"]

ArticleId = Callable[[str], str]
"""A function that gives the id of the article at a web address."""

UNKNOWN_TIME = "1970-01-01T00:00:00.000Z"
"""The time of annotations that do not say when they were made: the same each time, so that ids stay."""


class ForeignFileError(UserError):
    """A file cannot be imported, and nothing of it was. The message says what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The annotations of a file, its codebook, and one line for each item that cannot be kept."""

    annotations: tuple[Annotation, ...]
    left_out: tuple[str, ...] = ()
    codebook: tuple[Tag, ...] = ()


class Intake:
    """The items of a file, one after the other; a damaged one does not keep the others out."""

    def __init__(self) -> None:
        self._annotations: dict[str, Annotation] = {}
        self._copies: Counter[str] = Counter()
        self._left_out: dict[str, None] = {}
        self._damaged: dict[str, None] = {}

    def add(self, annotation: Annotation) -> None:
        """Takes an annotation. A second one with the same id gets another one, unless it says the same."""
        name = annotation.id
        if self._annotations.get(name, annotation) != annotation:
            self._copies[name] += 1
            annotation = replace(annotation, id=str(uuid5(UUID(name), str(self._copies[name]))))
        self._annotations[annotation.id] = annotation

    def leave_out(self, item: str, reason: str) -> None:
        """Reports an item that is in order but cannot be kept."""
        self._left_out[sanitize_line(f"{item}: {reason}")] = None

    @contextmanager
    def item(self, name: str) -> Iterator[None]:
        """Reads one item; where it is damaged, the item is left out and reported."""
        try:
            yield
        except KeyError as error:
            self._damaged[sanitize_line(f"{name} is damaged: {error.args[0]} is missing")] = None
        except (ValueError, OverflowError) as error:
            self._damaged[sanitize_line(f"{name} is damaged: {error}")] = None
        except (TypeError, AttributeError, IndexError):
            self._damaged[f"{sanitize_line(name)} is damaged: a part of it has another form than usual"] = (
                None
            )

    def file(self, codebook: tuple[Tag, ...] = ()) -> ImportedFile:
        """All that was read. Raises ForeignFileError if there is nothing else than damaged items."""
        if self._damaged and not (self._annotations or self._left_out or codebook):
            raise ForeignFileError(f"its {next(iter(self._damaged))}")
        return ImportedFile(tuple(self._annotations.values()), (*self._damaged, *self._left_out), codebook)


def damaged(number: int, error: Exception) -> ForeignFileError:
    """The error for annotation `number` of a file, counted from 1."""
    return ForeignFileError(f"its annotation {number} is damaged: {error}")
