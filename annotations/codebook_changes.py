"""What can be done to tags as wholes. Each function says what is to change: one revision, one step of undo.

What is nested in a tag goes along with it everywhere: `topic/oil` when `topic` is renamed, merged, split or
removed. Case makes no difference. Each raises UserError for what is no tag or not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotations.codebook import is_within
from annotations.model import COLOURS, Annotation, Revision, Tag, clean_tags, edited
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
    """Gives a tag, used or not, a colour, glyph and description; what is None stays, "" takes it away."""
    name = _name(name)
    known = next((tag for tag in codebook if tag.name.casefold() == name.casefold()), Tag(name))
    tag = Tag(
        known.name,
        known.colour if colour is None else colour,
        known.glyph if glyph is None else glyph,
        known.description if description is None else description,
        known.extra,
    )
    return replaced(codebook, [checked(tag)], f"described #{tag.name}")


def replaced(codebook: Tags, tags: Iterable[Tag], what: str) -> Revision:
    """Has `tags` take the place of those of the same names, or come anew; those that are the same do not."""
    return Revision(what, tags=tuple(tag for tag in tags if tag not in codebook))


def rename(codebook: Tags, annotations: Iterable[Annotation], old: str, new: str) -> Revision:
    """Renames a tag. Raises UserError where that would make two tags one: that is to `merge`."""
    known, old, new = list(annotations), _name(old), _name(new)
    names = _names(codebook, known)
    _require(names, old)
    moved = {name for name in names if is_within(name, old)}
    taken = {_moved(name, old, new).casefold() for name in moved} & (names - moved)
    if taken:
        name = min(taken)
        raise UserError(f"there is a tag #{name} already: merge #{old} into #{new} to make them one")
    return _moving(f"renamed #{old} to #{new}", codebook, known, lambda name: _moved(name, old, new))


def merge(codebook: Tags, annotations: Iterable[Annotation], old: Sequence[str], into: str) -> Revision:
    """Makes several tags one, which may be one of them. It is described as it was, else as the first was."""
    known, into = list(annotations), _name(into)
    merged = [name for name in map(_name, old) if name.casefold() != into.casefold()]
    names = _names(codebook, known)
    for name in merged:
        _require(names, name)

    def move(name: str) -> str:
        for one in merged:
            if is_within(name, one) and (is_within(one, into) or not is_within(name, into)):
                return _moved(name, one, into)
        return name

    said = ", ".join(f"#{name}" for name in merged)
    return _moving(f"merged {said} into #{into}", codebook, known, move)


def split(annotations: Iterable[Annotation], old: str, new: str) -> Revision:
    """Has the annotations given, and no others, bear the tag `new` in the place of `old`."""
    old, new = _name(old), _name(new)
    revision = _retagging(f"split #{new} off #{old}", annotations, lambda name: _moved(name, old, new))
    if not revision:
        raise UserError(f"none of these annotations has the tag #{old}: reader codebook tells which are used")
    return revision


def remove(codebook: Tags, annotations: Iterable[Annotation], name: str) -> Revision:
    """Takes a tag from every annotation and out of the codebook."""
    known, name = list(annotations), _name(name)
    _require(_names(codebook, known), name)
    revision = _retagging(f"removed #{name}", known, lambda tag: "" if is_within(tag, name) else tag)
    return replace(revision, forgotten=tuple(tag.name for tag in codebook if is_within(tag.name, name)))


def checked(tag: Tag) -> Tag:
    """The tag with its texts cleaned. Raises UserError for a colour or glyph that is none."""
    tag = replace(
        tag, name=_name(tag.name), glyph=sanitize_line(tag.glyph), description=sanitize_line(tag.description)
    )
    if tag.colour and tag.colour not in COLOURS:
        raise UserError(f"{sanitize_line(tag.colour)!r} is no colour: choose one of {', '.join(COLOURS)}")
    if tag.glyph and not _is_one_character(tag.glyph):
        raise UserError(f"{tag.glyph!r} is no glyph: give one character")
    return tag


def completed(tag: Tag, other: Tag) -> Tag:
    """The tag with what it lacks from another one."""
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
    found = clean_tags([name])
    if not found:
        raise UserError(f"{sanitize_line(name)!r} is no tag: give letters or digits, as in topic/oil")
    return found[0]


def _names(codebook: Tags, annotations: Iterable[Annotation]) -> set[str]:
    """Every tag that is used or described, case-folded."""
    used = {tag.casefold() for annotation in annotations for tag in annotation.tags}
    return used | {tag.name.casefold() for tag in codebook}


def _require(names: set[str], name: str) -> None:
    if not any(is_within(each, name) for each in names):
        raise UserError(f"there is no tag #{name}: reader codebook lists those that there are")


def _moved(name: str, old: str, new: str) -> str:
    """What becomes of a tag when `old`, with all that is nested in it, becomes `new`."""
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
