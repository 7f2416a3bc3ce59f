"""The content of an imported file, and the error for a file that cannot be imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.base.errors import UserError

if TYPE_CHECKING:
    from annotations.model import Annotation, Tag

__all__ = ["ArticleId", "ForeignFileError", "ImportedFile", "damaged"]

ArticleId = Callable[[str], str]
"""A function that gives the id of the article at a web address."""


class ForeignFileError(UserError):
    """A file cannot be imported, and nothing of it was. The message says what is wrong with the file."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """The annotations of a file, its codebook, and one line for each item that cannot be kept."""

    annotations: tuple[Annotation, ...]
    left_out: tuple[str, ...] = ()
    codebook: tuple[Tag, ...] = ()


def damaged(number: int, error: Exception) -> ForeignFileError:
    """The error for annotation `number` of a file, counted from 1."""
    return ForeignFileError(f"its annotation {number} is damaged: {error}")
