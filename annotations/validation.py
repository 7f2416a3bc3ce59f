"""The check that an annotation from another file is complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["validated"]

_LARGEST_OFFSET = 2**53
"""The largest whole number that other programs keep exactly; no text is as long."""


def validated(annotation: Annotation) -> Annotation:
    """The annotation, its id in the usual form of a UUID.

    Raises ValueError where it has no target, or where a position, a time or the id is not valid.
    """
    if not annotation.targets:
        raise ValueError("the annotation has no passage")
    for target in annotation.targets:
        if not 0 <= target.position.start <= target.position.end < _LARGEST_OFFSET:
            raise ValueError(f"{target.position.start}-{target.position.end} is not a place in a text")
    for time in (annotation.created, annotation.updated):
        datetime.fromisoformat(time)
    return replace(annotation, id=str(UUID(annotation.id)))
