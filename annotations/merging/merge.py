"""The merge of two people's annotations: the changes here after which nothing of either is lost.

Every annotation remembers the times of its earlier versions. They tell whether one of two versions with the
same id was made from the other, which it then replaces, or whether both people changed the same version:
then the later one wins, and the other is kept beside it as an annotation of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotations.codebook_changes import completed
from annotations.documents import to_document
from annotations.merging.conflicts import all_content, copy_of
from annotations.model import REVISIONS, Annotation, Revision, Tag

__all__ = ["Conflict", "MergeSide", "Merged", "TagConflict", "merge"]


@dataclass(frozen=True, slots=True)
class MergeSide:
    """The content of one person's file.

    `deleted` has the ids of deleted annotations, each with the times of all versions that it had.
    """

    annotations: Sequence[Annotation]
    deleted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    codebook: Sequence[Tag] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions that were both made from the same one: `kept` wins, `lost` does not.

    `copy` is `lost` as an annotation of its own, with another id and the tag CONFLICT. `fields` are the
    names of the fields that differ.
    """

    kept: Annotation
    lost: Annotation
    copy: Annotation
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TagConflict:
    """A tag that both people describe differently: `mine` stays."""

    mine: Tag
    theirs: Tag


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge. `revision` makes it in one step; it is empty where nothing changes.

    `same` counts annotations that are equal, or older in their file; `stay_deleted` those of theirs that
    were deleted here and have not changed there since; `outlive` those deleted there but changed here.
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
    """The changes to mine that bring theirs in; `name` is that of their file. A second merge changes nothing.

    An edit wins over a deletion of an earlier version. Of a tag that both describe, mine stays and takes
    from theirs only the fields that it lacks.
    """
    ours = {each.id: each for each in mine.annotations}
    others = {each.id: each for each in theirs.annotations}
    new = [each for each in others.values() if each.id not in ours]
    added = tuple(each for each in new if each.updated not in mine.deleted.get(each.id, ()))
    both = [(ours[identity], each) for identity, each in others.items() if identity in ours]
    updated = tuple(version for current, version in both if _is_version_of(current, version))
    conflicts = tuple(_conflict(*versions) for versions in both if _differ(*versions))
    deleted_there = [each for each in ours.values() if each.id in theirs.deleted and each.id not in others]
    deleted = tuple(each for each in deleted_there if each.updated in theirs.deleted[each.id])
    tags = tuple(_new_tags(mine.codebook, theirs.codebook))
    existing = ours.keys() | others.keys() | mine.deleted.keys()
    revision = Revision(
        f"merged {name}",
        (*added, *updated, *_winners(conflicts, ours), *_copies(conflicts, existing)),
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
        outlive=len(deleted_there) - len(deleted),
    )


def _is_version_of(old: Annotation, new: Annotation) -> bool:
    """Whether `new` was made from `old` and says something else."""
    return all_content(old) != all_content(new) and old.updated in _ancestors(new)


def _differ(a: Annotation, b: Annotation) -> bool:
    """Whether two versions were made from the same one and say different things."""
    related = a.updated in _ancestors(b) or b.updated in _ancestors(a)
    return not related and all_content(a) != all_content(b)


def _ancestors(annotation: Annotation) -> set[str]:
    """The times of the versions before this one. The first is known even where the others were forgotten."""
    return {annotation.created, *annotation.revisions} - {annotation.updated}


def _conflict(a: Annotation, b: Annotation) -> Conflict:
    lost, won = sorted((a, b), key=lambda each: (each.updated, all_content(each)))
    versions = sorted({*won.revisions, *lost.revisions, lost.updated})
    mine, theirs = to_document(won), to_document(lost)
    names = [name for name in {**mine, **theirs} if mine.get(name) != theirs.get(name)]
    fields = tuple(name for name in names if name not in ("updated", "revisions"))
    name = f"{lost.id} {lost.updated} {all_content(lost)}"
    return Conflict(replace(won, revisions=tuple(versions[-REVISIONS:])), lost, copy_of(lost, name), fields)


def _winners(conflicts: Iterable[Conflict], ours: Mapping[str, Annotation]) -> Iterator[Annotation]:
    return (each.kept for each in conflicts if ours[each.kept.id] != each.kept)


def _copies(conflicts: Iterable[Conflict], existing: Iterable[str]) -> Iterator[Annotation]:
    """The copies, without those of an earlier merge, which the user may have dealt with since."""
    ids = set(existing)
    return (each.copy for each in conflicts if each.copy.id not in ids)


def _new_tags(mine: Sequence[Tag], theirs: Sequence[Tag]) -> Iterator[Tag]:
    described = {tag.name.casefold(): tag for tag in mine}
    for tag in theirs:
        before = described.get(tag.name.casefold())
        after = completed(before, tag) if before else tag
        if after != before:
            yield after


def _tag_conflicts(mine: Sequence[Tag], theirs: Sequence[Tag]) -> Iterator[TagConflict]:
    described = {tag.name.casefold(): tag for tag in mine}
    for tag in theirs:
        before = described.get(tag.name.casefold())
        if before and any(
            my_value and their_value and my_value != their_value
            for my_value, their_value in (
                (before.colour, tag.colour),
                (before.glyph, tag.glyph),
                (before.description, tag.description),
            )
        ):
            yield TagConflict(before, tag)
