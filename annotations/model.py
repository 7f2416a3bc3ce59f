"""The model of annotations: targets, which are found again by their words, and the user's remarks on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from annotations.surroundings import Surroundings, surroundings_of
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
    "unknown_colour",
    "utc_now",
]

CONTEXT = 64
"""The length of the context before and after a quote, in code points; it tells equal quotes apart."""

REVISIONS = 50
"""The number of earlier versions whose times an annotation remembers."""

COLOURS = ("yellow", "green", "blue", "pink", "orange", "purple")
"""The colours of a highlight; the first is the one of a new annotation."""


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """A reference to an article in several ways, so that it survives moves and edits.

    `id` is made from where the article came from and survives edits of its text; `sha256` is that of its
    text and survives a move of its file. The other fields are for people.
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
    """W3C TextQuoteSelector: the exact words, with up to CONTEXT code points on either side."""

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
    """A passage of an article, selected by its words, its position and its surroundings.

    `surroundings` is None where they were not known, as in annotations of other programs. They help to find
    the passage and do not make it another one.
    """

    article: ArticleReference
    quote: TextQuote
    position: TextPosition
    surroundings: Surroundings | None = field(default=None, compare=False)
    extra: dict[str, Any] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, article: ArticleReference, text: str, start: int, end: int) -> Target:
        """The target for code points [start, end) of `text`.

        Raises ValueError where that is not a passage of the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{start}-{end} is not a passage of a text of {len(text)} characters")
        quote = TextQuote(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
        return cls(article, quote, TextPosition(start, end), surroundings_of(text, start, end, CONTEXT))


@dataclass(frozen=True, slots=True)
class Annotation:
    """The user's annotation of one or more passages. Two targets in two articles are a pair.

    `id` is a UUIDv7, `created` and `updated` are UTC in ISO 8601. `colour` is a name of `COLOURS`.
    `relation` is the relation between the passages of a pair, see annotations.relations. `revisions` are the
    times of earlier versions, as far as remembered: they tell an older version from one that somebody else
    made from it. `extra`, here and in targets and references, has fields of a newer version of reader, which
    are written back unchanged.
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
    """A tag as the codebook describes it. Its name, in any case, is the key; `a/b` is nested in `a`.

    `colour` is a name of `COLOURS` and `glyph` one visible character, both "" where none was chosen.
    """

    name: str
    colour: str = ""
    glyph: str = ""
    description: str = ""
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Revision:
    """Changes of annotations and codebook that are one step of undo; `what` describes the step.

    `annotations` and `tags` replace those of the same id or name, or are new; `deleted` has the ids of
    annotations, `forgotten` the names of tags that the codebook no longer describes.
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
    """A new annotation, made now, with a new id; tags, note and names are sanitized.

    Raises ValueError without a target, and for an unknown colour.
    """
    from uuid6 import uuid7  # slow to import: secrets, hashlib, random

    now = utc_now()
    made = Annotation(str(uuid7()), tuple(targets), created=now, updated=now)
    if not made.targets:
        raise ValueError("an annotation needs a passage")
    return _checked(made, tags=tags, colour=colour, note=note, relation=relation, author=author)


def next_colour(colour: str) -> str:
    """The colour after `colour`; the first one after the last, and after an unknown one."""
    return COLOURS[(COLOURS.index(colour) + 1) % len(COLOURS)] if colour in COLOURS else COLOURS[0]


def edited(annotation: Annotation, **changes: Any) -> Annotation:
    """The annotation with `changes` (fields by name), sanitized, and updated now.

    Raises ValueError for an unknown colour, TypeError for an unknown field.
    """
    revisions = (*annotation.revisions, annotation.updated)[-REVISIONS:]
    return _checked(
        annotation, **{"updated": max(utc_now(), annotation.created), "revisions": revisions} | changes
    )


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are stored: `topic/oil-price`, each once without regard to case, in the given order.

    A leading # and empty parts are removed; white space inside becomes "-", as Markdown tags require.
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
        raise ValueError(unknown_colour(colour))
    for name, sanitizer in _SANITIZERS.items():
        if name in changes:
            changes[name] = sanitizer(changes[name])
    return replace(annotation, **changes)


_SANITIZERS = {
    "tags": clean_tags,
    "note": sanitize,
    "relation": sanitize_line,
    "author": sanitize_line,
    "targets": tuple,
}


def unknown_colour(colour: str) -> str:
    """The message about a colour that is not one of `COLOURS`."""
    return f'unknown colour "{sanitize_line(colour)}"; use {", ".join(COLOURS)}'


def utc_now() -> str:
    """The time in ISO 8601 with milliseconds, as `created` and `updated` have it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
