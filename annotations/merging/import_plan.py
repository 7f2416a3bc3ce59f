"""The plan of an import: which annotations are new, which already exist, and which conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.merging.conflicts import content_of_every_format, copy_of

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["Plan", "planned"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The result of an import, before it is made. Nothing that exists is changed.

    `new` are to be added, `same` already exist. `conflicts` are pairs of the existing annotation and a copy
    of the imported one, which has an id of its own and the tag CONFLICT, and is added too.
    """

    new: tuple[Annotation, ...]
    same: tuple[Annotation, ...]
    conflicts: tuple[tuple[Annotation, Annotation], ...]

    def added(self) -> tuple[Annotation, ...]:
        """Everything that is to be added."""
        return (*self.new, *(copy for _, copy in self.conflicts))


def planned(imported: Iterable[Annotation], existing: Callable[[str], Annotation | None]) -> Plan:
    """The plan for imported annotations; `existing` gives the annotation with an id.

    The copy of a conflicting annotation has the same id each time, so it is added only once.
    """
    new: dict[str, Annotation] = {}
    same, conflicts = [], []
    for annotation in imported:
        present = existing(annotation.id) or new.get(annotation.id)
        if present is None:
            new[annotation.id] = annotation
        elif content_of_every_format(present) == content_of_every_format(annotation):
            same.append(annotation)
        else:
            copy = copy_of(annotation, f"({annotation.id!r}, {content_of_every_format(annotation)})")
            if existing(copy.id):
                same.append(annotation)
            else:
                conflicts.append((present, copy))
    return Plan(tuple(new.values()), tuple(same), tuple(conflicts))
