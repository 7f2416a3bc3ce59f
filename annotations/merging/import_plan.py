"""What an import would do: which annotations are new, there already, or there in another form."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotations.ids import derived_id
from annotations.model import clean_tags

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["CONFLICT", "Plan", "planned"]

CONFLICT = "conflict"
"""The tag of an annotation that is kept beside another form of itself."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What comes. Nothing that is there is changed.

    `new` are to be added. `same` are there already. `conflicts` are pairs of what is there and what comes,
    which has an id of its own and the tag CONFLICT, and is to be added too.
    """

    new: tuple[Annotation, ...]
    same: tuple[Annotation, ...]
    conflicts: tuple[tuple[Annotation, Annotation], ...]

    def added(self) -> tuple[Annotation, ...]:
        """All that is to be added."""
        return (*self.new, *(coming for _, coming in self.conflicts))


def planned(coming: Iterable[Annotation], there: Callable[[str], Annotation | None]) -> Plan:
    """The plan for annotations that come; `there` gives the one that is there under an id.

    What comes in another form is given the same new id each time, so that it comes but once.
    """
    new: dict[str, Annotation] = {}
    same, conflicts = [], []
    for annotation in coming:
        known = there(annotation.id) or new.get(annotation.id)
        if known is None:
            new[annotation.id] = annotation
        elif _said(known) == _said(annotation):
            same.append(annotation)
        else:
            beside = _beside(annotation)
            if there(beside.id):
                same.append(annotation)
            else:
                conflicts.append((known, beside))
    return Plan(tuple(new.values()), tuple(same), tuple(conflicts))


def _said(annotation: Annotation) -> list[object]:
    """What makes an annotation itself in all formats: what it is about, and what it says of that."""
    targets = [(one.article.id, one.quote, one.position) for one in annotation.targets]
    names = ("created", "tags", "colour", "note", "relation", "author")
    return [targets, *(getattr(annotation, name) for name in names)]


def _beside(annotation: Annotation) -> Annotation:
    identity = derived_id(repr((annotation.id, _said(annotation))), annotation.created)
    return replace(annotation, id=identity, tags=clean_tags((*annotation.tags, CONFLICT)))
