"""What an annotation is: targets, found again by their words, and what the reader says of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.base.sanitizing import sanitize, sanitize_line

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "COLOURS",
    "CONTEXT",
    "Annotation",
    "ArticleReference",
    "Revision",
    "Tag",
    "Target",
    "TextPosition",
    "TextQuote",
    "clean_tags",
    "edited",
    "new_annotation",
    "next_colour",
    "utc_now",
]

CONTEXT = 64
"""Code points of text kept before and after a quote, so that it can be told from a look-alike."""

REVISIONS = 50
"""How many earlier versions an annotation remembers the times of."""

COLOURS = ("yellow", "green", "blue", "pink", "orange", "purple")
"""The colours of a highlight; the first is the one of a new annotation."""


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """Which article a target is in, said in several ways so that it survives moves and edits.

    `id` says where the article came from and survives edits of its text; `sha256` is of its text and
    survives a move of its file. The rest is for people to read.
    """

    id: str
    sha256: str
    title: str
    source: str = ""
    date: str = ""
    url: str = ""
    path: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class TextQuote:
    """W3C TextQuoteSelector: the exact words, with up to CONTEXT code points either side."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPosition:
    """W3C TextPositionSelector: code points [start, end) of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """A passage of an article, selected by its words and by its place."""

    article: ArticleReference
    quote: TextQuote
    position: TextPosition
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, article: ArticleReference, text: str, start: int, end: int) -> Target:
        """The target for code points [start, end) of `text`.

        Raises ValueError where that is no passage of it.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start}-{end} is no passage of a text of {len(text)} characters")
        quote = TextQuote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
        return cls(article, quote, TextPosition(start, end))


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the reader made of one or more passages. Two targets in two articles are a pair.

    `id` is a UUIDv7, `created` and `updated` are UTC in ISO 8601. `colour` is a name of `COLOURS`.
    `relation` says how the passages of a pair relate. `revisions` are the times of the versions before this
    one, as far as remembered: they tell an older version from one that somebody else made of it. `extra`,
    here and in targets and references, holds fields of a newer version of this program, which are written
    back untouched.
    """

    id: str
    targets: tuple[Target, ...]
    created: str
    updated: str
    tags: tuple[str, ...] = ()
    colour: str = "yellow"
    note: str = ""
    relation: str = ""
    author: str = ""
    revisions: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def is_pair(self) -> bool:
        """Whether this joins passages of two articles."""
        return len({target.article.id for target in self.targets}) > 1


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as the codebook describes it. Its name is the key, whatever its case; `a/b` is nested in `a`.

    `colour` is a name of `COLOURS` and `glyph` one visible character, both "" where none was chosen.
    """

    name: str
    colour: str = ""
    glyph: str = ""
    description: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Revision:
    """Changes of annotations and codebook that are one step of undo, and `what` it is in words.

    `annotations` and `tags` take the place of those of the same id or name, or are new; `deleted` are ids of
    annotations, `forgotten` names of tags that the codebook describes no more.
    """

    what: str
    annotations: tuple[Annotation, ...] = ()
    deleted: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    forgotten: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.annotations or self.deleted or self.tags or self.forgotten)


def new_annotation(
    targets: Iterable[Target],
    *,
    tags: Iterable[str] = (),
    colour: str = COLOURS[0],
    note: str = "",
    relation: str = "",
    author: str = "",
) -> Annotation:
    """A new annotation, made now, with an id of its own; tags, note and names are cleaned.

    Raises ValueError where there is no target or no such colour.
    """
    from uuid6 import uuid7  # slow to import: secrets, hashlib, random

    now = utc_now()
    made = Annotation(str(uuid7()), tuple(targets), created=now, updated=now)
    if not made.targets:
        raise ValueError("an annotation needs a passage that it is about")
    return _checked(made, tags=tags, colour=colour, note=note, relation=relation, author=author)


def next_colour(colour: str) -> str:
    """The colour after `colour`; the first one after the last, and after one that there is not."""
    return COLOURS[(COLOURS.index(colour) + 1) % len(COLOURS)] if colour in COLOURS else COLOURS[0]


def edited(annotation: Annotation, **changes: Any) -> Annotation:
    """The annotation with `changes` (fields by name), cleaned, and marked as updated now.

    Raises ValueError for a colour that there is not, TypeError for a field that there is not.
    """
    revisions = (*annotation.revisions, annotation.updated)[-REVISIONS:]
    return _checked(
        annotation, **{"updated": max(utc_now(), annotation.created), "revisions": revisions} | changes
    )


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: `topic/oil-price`, each once whatever its case, in the order given.

    A leading # and empty parts fall away; white space inside becomes "-", as Markdown tags want it.
    """
    unique: dict[str, str] = {}
    for tag in filter(None, map(_clean_tag, tags)):
        unique.setdefault(tag.casefold(), tag)
    return tuple(unique.values())


def _clean_tag(tag: str) -> str:
    parts = sanitize_line(tag).lstrip("#").split("/")
    return "/".join("-".join(part.split()) for part in parts if part.strip())


def _checked(annotation: Annotation, **changes: Any) -> Annotation:
    colour = changes.get("colour", annotation.colour)
    if colour not in COLOURS and colour != annotation.colour:
        raise ValueError(f"{colour!r} is no colour: choose one of {', '.join(COLOURS)}")
    for name, door in _DOORS.items():
        if name in changes:
            changes[name] = door(changes[name])
    return replace(annotation, **changes)


_DOORS = {
    "tags": clean_tags,
    "note": sanitize,
    "relation": sanitize_line,
    "author": sanitize_line,
    "targets": tuple,
}


def utc_now() -> str:
    """The time in ISO 8601 with milliseconds, as `created` and `updated` have it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
