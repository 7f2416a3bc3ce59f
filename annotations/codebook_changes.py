"""Changes of whole tags. Each function returns a revision, which is one step of undo.

Tags nested in a tag change with it: `topic/oil` when `topic` is renamed, merged, split or removed. Case does
not matter. Each function raises UserError for a name that is not a tag, and for an unknown tag.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotations.codebook import is_within
from annotations.model import COLOURS, Annotation, Revision, Tag, clean_tags, edited, unknown_colour
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line

__all__ = ["checked", "completed", "describe", "merge", "remove", "rename", "replaced", "split"]

Tags = Sequence[Tag]


def describe(
    codebook: Tags,
    name: str,
    *,
    colour: str | None = None,
    glyph: str | None = None,
    description: str | None = None,
) -> Revision:
    """Describes a tag, used or not, by colour, glyph and description; None keeps a value, "" removes it."""
    name = _name(name)
    before = next((tag for tag in codebook if tag.name.casefold() == name.casefold()), Tag(name))
    tag = Tag(
        before.name,
        before.colour if colour is None else colour,
        before.glyph if glyph is None else glyph,
        before.description if description is None else description,
        before.extra,
    )
    return replaced(codebook, [checked(tag)], f"described #{tag.name}")


def replaced(codebook: Tags, tags: Iterable[Tag], what: str) -> Revision:
    """Replaces the tags of the same names, or adds new ones; tags that stay the same are left out."""
    return Revision(what, tags=tuple(tag for tag in tags if tag not in codebook))


def rename(codebook: Tags, annotations: Iterable[Annotation], old: str, new: str) -> Revision:
    """Renames a tag. Raises UserError where that would make two tags one: use `merge` for that."""
    annotated, old, new = list(annotations), _name(old), _name(new)
    names = _names(codebook, annotated)
    _require(names, old)
    moved = {name for name in names if is_within(name, old)}
    taken = {_moved(name, old, new).casefold() for name in moved} & (names - moved)
    if taken:
        name = min(taken)
        raise UserError(f"#{name} already exists; merge #{old} into #{new} to make them one tag")
    return _moving(f"renamed #{old} to #{new}", codebook, annotated, lambda name: _moved(name, old, new))


def merge(codebook: Tags, annotations: Iterable[Annotation], old: Sequence[str], into: str) -> Revision:
    """Merges several tags into one, which may be one of them; its description stays, else the first one."""
    annotated, into = list(annotations), _name(into)
    merged = [name for name in map(_name, old) if name.casefold() != into.casefold()]
    names = _names(codebook, annotated)
    for name in merged:
        _require(names, name)

    def move(name: str) -> str:
        for tag in merged:
            if is_within(name, tag) and (is_within(tag, into) or not is_within(name, into)):
                return _moved(name, tag, into)
        return name

    names_merged = ", ".join(f"#{name}" for name in merged)
    return _moving(f"merged {names_merged} into #{into}", codebook, annotated, move)


def split(annotations: Iterable[Annotation], old: str, new: str) -> Revision:
    """Replaces the tag `old` by `new` in the given annotations only."""
    old, new = _name(old), _name(new)
    revision = _retagging(f"split #{new} off #{old}", annotations, lambda name: _moved(name, old, new))
    if not revision:
        raise UserError(f"none of these annotations has the tag #{old}; reader codebook lists all tags")
    return revision


def remove(codebook: Tags, annotations: Iterable[Annotation], name: str) -> Revision:
    """Removes a tag from every annotation and from the codebook."""
    annotated, name = list(annotations), _name(name)
    _require(_names(codebook, annotated), name)
    revision = _retagging(f"removed #{name}", annotated, lambda tag: "" if is_within(tag, name) else tag)
    return replace(revision, forgotten=tuple(tag.name for tag in codebook if is_within(tag.name, name)))


def checked(tag: Tag) -> Tag:
    """The tag with its texts sanitized. Raises UserError for an unknown colour or an invalid glyph."""
    tag = replace(
        tag, name=_name(tag.name), glyph=sanitize_line(tag.glyph), description=sanitize_line(tag.description)
    )
    if tag.colour and tag.colour not in COLOURS:
        raise UserError(unknown_colour(tag.colour))
    if tag.glyph and not _is_one_character(tag.glyph):
        raise UserError(f'"{tag.glyph}" is not a glyph; use one character')
    return tag


def completed(tag: Tag, other: Tag) -> Tag:
    """The tag, with the fields that it lacks taken from another one."""
    return Tag(
        tag.name,
        tag.colour or other.colour,
        tag.glyph or other.glyph,
        tag.description or other.description,
        {**other.extra, **tag.extra},
    )


def _is_one_character(text: str) -> bool:
    import regex  # slow to import

    return regex.fullmatch(r"\X", text) is not None


def _name(name: str) -> str:
    names = clean_tags([name])
    if not names:
        raise UserError(f'"{sanitize_line(name)}" is not a tag; use letters or digits, as in topic/oil')
    return names[0]


def _names(codebook: Tags, annotations: Iterable[Annotation]) -> set[str]:
    """Every tag that is used or described, case-folded."""
    used = {tag.casefold() for annotation in annotations for tag in annotation.tags}
    return used | {tag.name.casefold() for tag in codebook}


def _require(names: set[str], name: str) -> None:
    if not any(is_within(each, name) for each in names):
        raise UserError(f"unknown tag #{name}; reader codebook lists the tags")


def _moved(name: str, old: str, new: str) -> str:
    """The new name of a tag when `old`, with all tags nested in it, becomes `new`."""
    return "/".join([new, *name.split("/")[old.count("/") + 1 :]]) if is_within(name, old) else name


def _moving(
    what: str, codebook: Tags, annotations: Iterable[Annotation], move: Callable[[str], str]
) -> Revision:
    """The revision that moves tags of annotations and codebook alike."""
    tags = {tag.name.casefold(): tag for tag in codebook if move(tag.name) == tag.name}
    moved = [tag for tag in codebook if move(tag.name) != tag.name]
    for tag in moved:
        name = move(tag.name)
        tags[name.casefold()] = completed(tags.get(name.casefold()) or Tag(name), tag)
    return replace(
        _retagging(what, annotations, move),
        tags=tuple(tag for tag in tags.values() if tag not in codebook),
        forgotten=tuple(tag.name for tag in moved if tag.name.casefold() not in tags),
    )


def _retagging(what: str, annotations: Iterable[Annotation], move: Callable[[str], str]) -> Revision:
    changed = []
    for annotation in annotations:
        tags = clean_tags(map(move, annotation.tags))
        if tags != annotation.tags:
            changed.append(edited(annotation, tags=tags))
    on = f", on {counted(len(changed), 'annotation')}" if changed else ""
    return Revision(what + on, tuple(changed))
