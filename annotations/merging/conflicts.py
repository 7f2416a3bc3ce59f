"""Two versions of one annotation that say different things: the comparison, and the copy of the other one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.documents import to_document
from annotations.ids import derived_id
from annotations.model import clean_tags

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["CONFLICT", "all_content", "content_of_every_format", "copy_of"]

CONFLICT = "conflict"
"""The tag of an annotation that is kept beside another version of itself."""

_NO_TIME = "1970-01-01T00:00:00Z"


def all_content(annotation: Annotation) -> str:
    """Everything that an annotation says, without the times of its versions."""
    return json.dumps(to_document(replace(annotation, updated="", revisions=())), sort_keys=True)


def content_of_every_format(annotation: Annotation) -> str:
    """The part of an annotation that every export format keeps: its passages, and what is said of them."""
    targets = [(target.article.id, target.quote, target.position) for target in annotation.targets]
    names = ("created", "tags", "colour", "note", "relation", "author")
    return repr([targets, *(getattr(annotation, name) for name in names)])


def copy_of(version: Annotation, name: str) -> Annotation:
    """A version as an annotation of its own, tagged CONFLICT.

    Its id is made from `name`, so every merge or import of the version gives it the same id.
    """
    try:
        identity = derived_id(name, version.created)
    except ValueError:  # another program has written something else than a time
        identity = derived_id(name, _NO_TIME)
    return replace(
        version,
        id=identity,
        tags=clean_tags([*version.tags, CONFLICT]),
        revisions=(),
        extra={**version.extra, "version-of": version.id},
    )
