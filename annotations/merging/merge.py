"""Two people's annotations made one: what is to change here so that nothing of either side is lost.

Every annotation remembers the times of its earlier versions. So of two versions with one id it can be told
whether one was made of the other, which then simply takes its place, or whether both sides changed the same
version: then the later one wins, and the other is kept beside it as an annotation of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotations.codebook_changes import completed
from annotations.documents import to_document
from annotations.ids import derived_id
from annotations.merging.import_plan import CONFLICT
from annotations.model import REVISIONS, Annotation, Revision, Tag, clean_tags

__all__ = ["Conflict", "MergeSide", "Merged", "TagConflict", "merge"]

_NO_TIME = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class MergeSide:
    """What one person's file holds.

    `deleted` has the ids of deleted annotations, each with the times of all versions that it had.
    """

    annotations: Sequence[Annotation]
    deleted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    codebook: Sequence[Tag] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions that were both made of the same one: `kept` won, `lost` did.

    `copy` is what becomes of `lost`: it has an id of its own and the tag CONFLICT. `fields` are the names of
    what differs.
    """

    kept: Annotation
    lost: Annotation
    copy: Annotation
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TagConflict:
    """A tag that both sides describe, and differently: `mine` stays."""

    mine: Tag
    theirs: Tag


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of a merge. `revision` makes it so, in one step; it is empty where nothing changes.

    `same` counts annotations that are the same on both sides or older on theirs, `stay_deleted` those of
    theirs that were deleted here and not changed there since, `outlive` those that were deleted there but
    changed here.
    """

    revision: Revision
    added: tuple[Annotation, ...] = ()
    updated: tuple[Annotation, ...] = ()
    deleted: tuple[Annotation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    tags: tuple[Tag, ...] = ()
    tag_conflicts: tuple[TagConflict, ...] = ()
    same: int = 0
    stay_deleted: int = 0
    outlive: int = 0


def merge(mine: MergeSide, theirs: MergeSide, *, name: str) -> Merged:
    """What is to change on my side to take theirs in; `name` says whose it is. Merging twice changes nothing.

    An edit beats a deletion that does not know of it. Of a tag that both describe, mine stays and takes
    from theirs only what it lacks.
    """
    here = {each.id: each for each in mine.annotations}
    there = {each.id: each for each in theirs.annotations}
    new = [each for each in there.values() if each.id not in here]
    added = tuple(each for each in new if each.updated not in mine.deleted.get(each.id, ()))
    both = [(here[identity], each) for identity, each in there.items() if identity in here]
    updated = tuple(other for one, other in both if _is_version_of(one, other))
    conflicts = tuple(_conflict(one, other) for one, other in both if _differ(one, other))
    gone = [each for each in here.values() if each.id in theirs.deleted and each.id not in there]
    deleted = tuple(each for each in gone if each.updated in theirs.deleted[each.id])
    tags = tuple(_new_tags(mine.codebook, theirs.codebook))
    known = here.keys() | there.keys() | mine.deleted.keys()
    revision = Revision(
        f"merged {name}",
        (*added, *updated, *_winners(conflicts, here), *_copies(conflicts, known)),
        tuple(each.id for each in deleted),
        tags,
    )
    return Merged(
        revision,
        added,
        updated,
        deleted,
        conflicts,
        tags,
        tuple(_tag_conflicts(mine.codebook, theirs.codebook)),
        same=len(both) - len(updated) - len(conflicts),
        stay_deleted=len(new) - len(added),
        outlive=len(gone) - len(deleted),
    )


def _is_version_of(old: Annotation, new: Annotation) -> bool:
    """Whether one was made of the other, and says something else."""
    return _content(old) != _content(new) and old.updated in _ancestors(new)


def _differ(one: Annotation, other: Annotation) -> bool:
    """Whether both were made of the same, and say different things."""
    related = one.updated in _ancestors(other) or other.updated in _ancestors(one)
    return not related and _content(one) != _content(other)


def _ancestors(annotation: Annotation) -> set[str]:
    """The times of the versions that this one was made of. The first is known even where it was forgotten."""
    return {annotation.created, *annotation.revisions} - {annotation.updated}


def _content(annotation: Annotation) -> str:
    return json.dumps(to_document(replace(annotation, updated="", revisions=())), sort_keys=True)


def _conflict(one: Annotation, other: Annotation) -> Conflict:
    lost, won = sorted((one, other), key=lambda each: (each.updated, _content(each)))
    versions = sorted({*won.revisions, *lost.revisions, lost.updated})
    mine, theirs = to_document(won), to_document(lost)
    names = [name for name in {**mine, **theirs} if mine.get(name) != theirs.get(name)]
    fields = tuple(name for name in names if name not in ("updated", "revisions"))
    return Conflict(replace(won, revisions=tuple(versions[-REVISIONS:])), lost, _copy(lost), fields)


def _copy(lost: Annotation) -> Annotation:
    """The version that lost as an annotation of its own: the same one whoever merges, and how often."""
    name = f"{lost.id} {lost.updated} {_content(lost)}"
    try:
        identity = derived_id(name, lost.created)
    except ValueError:  # what another program wrote there is no time
        identity = derived_id(name, _NO_TIME)
    return replace(
        lost,
        id=identity,
        tags=clean_tags([*lost.tags, CONFLICT]),
        revisions=(),
        extra={**lost.extra, "version-of": lost.id},
    )


def _winners(conflicts: Iterable[Conflict], here: Mapping[str, Annotation]) -> Iterator[Annotation]:
    return (each.kept for each in conflicts if here[each.kept.id] != each.kept)


def _copies(conflicts: Iterable[Conflict], known: Iterable[str]) -> Iterator[Annotation]:
    """The copies, but for those that a merge before this one made: they may have been dealt with since."""
    before = set(known)
    return (each.copy for each in conflicts if each.copy.id not in before)


def _new_tags(mine: Sequence[Tag], theirs: Sequence[Tag]) -> Iterator[Tag]:
    known = {tag.name.casefold(): tag for tag in mine}
    for tag in theirs:
        before = known.get(tag.name.casefold())
        after = completed(before, tag) if before else tag
        if after != before:
            yield after


def _tag_conflicts(mine: Sequence[Tag], theirs: Sequence[Tag]) -> Iterator[TagConflict]:
    known = {tag.name.casefold(): tag for tag in mine}
    for tag in theirs:
        before = known.get(tag.name.casefold())
        if before and any(
            ours and other and ours != other
            for ours, other in (
                (before.colour, tag.colour),
                (before.glyph, tag.glyph),
                (before.description, tag.description),
            )
        ):
            yield TagConflict(before, tag)
