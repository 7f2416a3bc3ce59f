"""What a file brings, and how it is said that it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from reader.base.errors import UserError

if TYPE_CHECKING:
    from annotations.model import Annotation, Tag

__all__ = ["ForeignFileError", "Imported", "checked", "numbered"]

_FURTHEST = 2**53
"""Offsets above this are no place of a text, and no whole number of other programs."""


class ForeignFileError(UserError):
    """A file cannot be imported, and nothing of it was. Its text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The annotations of a file, its codebook, and a line for each thing in it that is none we can keep."""

    annotations: tuple[Annotation, ...]
    left_out: tuple[str, ...] = ()
    codebook: tuple[Tag, ...] = ()


def checked(annotation: Annotation) -> Annotation:
    """The annotation, its id as UUIDs are written. Raises ValueError where it is not whole."""
    if not annotation.targets:
        raise ValueError("the annotation is about no passage")
    for target in annotation.targets:
        if not 0 <= target.position.start <= target.position.end < _FURTHEST:
            raise ValueError(f"{target.position.start}-{target.position.end} is no place of a text")
    for time in (annotation.created, annotation.updated):
        datetime.fromisoformat(time)
    return replace(annotation, id=str(UUID(annotation.id)))


def numbered(number: int, error: Exception) -> ForeignFileError:
    """What to say of annotation `number` of a file, counted from 1."""
    return ForeignFileError(f"annotation {number} in it is damaged: {error}")
