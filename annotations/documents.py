"""Annotations and tags as plain dictionaries, the documents of TinyDB. Only here are fields named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from annotations import odd_values
from annotations.model import Annotation, ArticleReference, Tag, Target, TextPosition, TextQuote, clean_tags
from annotations.surroundings import from_fields, to_fields
from reader.base.sanitizing import printable, sanitize, sanitize_line

__all__ = [
    "CODEBOOK",
    "DELETED",
    "TABLES",
    "DocumentError",
    "article_keys",
    "deleted_versions",
    "deletion",
    "from_document",
    "key_of",
    "tag_document",
    "tag_key",
    "tag_of",
    "tags_of",
    "to_document",
]

CODEBOOK, DELETED = "codebook/", "deleted/"
"""The beginnings of the keys of documents about tags, and about deleted annotations."""

TABLES = (CODEBOOK, DELETED)

Document = Mapping[str, Any]
"""A document of TinyDB: texts, numbers, lists and dictionaries."""

_NAMED = re.compile("[^\udc80-\udcff]+")
"""The parts of a path that are text; the bytes of a name that is not UTF-8 stay, to open the file again."""

_REFERENCE = ("id", "sha256", "title", "source", "date", "url", "path")
_CONTEXT = ("prefix", "suffix")
_LINES = ("created", "updated", "colour", "relation", "author")
_TAG_LINES = ("name", "colour", "glyph", "description")

_KINDS: dict[str, type] = {"note": str, "tags": list, "revisions": list, **dict.fromkeys(_LINES, str)}
"""The types of the fields of an annotation that may be missing or of another type; lists are of texts."""


class DocumentError(ValueError):
    """A document is not an annotation; the message names the field that is missing or wrong."""


def to_document(annotation: Annotation) -> dict[str, Any]:
    """The document of an annotation; fields of a newer version come from `extra`."""
    fields: dict[str, Any] = {
        "id": annotation.id,
        "targets": [_target_document(target) for target in annotation.targets],
        "tags": list(annotation.tags),
        "note": annotation.note,
    }
    if annotation.revisions:
        fields["revisions"] = list(annotation.revisions)
    fields |= {name: getattr(annotation, name) for name in _LINES}
    return odd_values.restored(fields, annotation.extra)


def from_document(document: Document) -> Annotation:
    """The annotation of a document, its texts sanitized, unknown fields in `extra`.

    Values of another type than expected are in `extra` too, and the annotation has what is left without
    them. Raises DocumentError where there is no id, or no passage that is understood.
    """
    understood, extra = odd_values.understood(document, _KINDS)
    rest = dict(understood)
    lines = {name: sanitize_line(rest.pop(name, "")) for name in _LINES if name in rest}
    lines |= {name: "" for name in ("colour",) if name in extra}
    lines["created"] = lines.get("created") or lines.get("updated") or odd_values.UNKNOWN_TIME
    targets, odd_targets = _targets(_required(rest, "targets", list))
    if odd_targets:
        extra["targets"] = odd_targets
    return Annotation(
        id=sanitize_line(_required(rest, "id", str)),
        targets=targets,
        tags=clean_tags(rest.pop("tags", [])),
        note=sanitize(rest.pop("note", "")),
        revisions=tuple(map(sanitize_line, rest.pop("revisions", []))),
        extra=rest | extra,
        **({"updated": lines["created"]} | lines),
    )


def key_of(identity: str) -> str:
    """The number of a document in TinyDB, made from its UUID, so that no two machines use the same.

    Raises ValueError for an id that is not a UUID.
    """
    return str(int(identity.replace("-", ""), 16))


def tag_key(name: str) -> str:
    """The key of the document of a tag: a number made from its name, so that two machines agree."""
    return f"{CODEBOOK}{int(_checksum(name)[:16], 16)}"


def _checksum(name: str) -> str:
    return sha256(name.casefold().encode("utf-8", "surrogatepass")).hexdigest()


def tag_document(tag: Tag) -> dict[str, Any]:
    """The document of a tag."""
    return odd_values.restored({name: getattr(tag, name) for name in _TAG_LINES}, tag.extra)


def tag_of(document: Document) -> Tag:
    """The tag of a document, sanitized, unknown fields in `extra`. Raises DocumentError."""
    understood, extra = odd_values.understood(document, dict.fromkeys(_TAG_LINES, str))
    fields = {name: sanitize_line(understood.pop(name, "")) for name in _TAG_LINES}
    names = clean_tags([fields["name"]])
    if not names:
        raise DocumentError("the tag has no name")
    return Tag(**fields | {"name": names[0]}, extra=extra | understood)


def deletion(document: Document, at: str) -> dict[str, Any]:
    """The record of a deleted annotation: its id, the times of its versions, and the time of deletion."""
    return {
        name: document[name] for name in ("id", "created", "updated", "revisions") if name in document
    } | {"deleted": at}


def deleted_versions(document: Document) -> tuple[str, frozenset[str]]:
    """The id of a deleted annotation, and the times of all the versions that it had."""
    revisions = document.get("revisions")
    times = [
        document.get("created"),
        document.get("updated"),
        *(revisions if isinstance(revisions, list) else ()),
    ]
    return str(document.get("id")), frozenset(time for time in times if isinstance(time, str))


def article_keys(document: Document) -> list[str]:
    """The ids and checksums of the articles of a document; none for a damaged one."""
    try:
        articles = [target["article"] for target in document["targets"]]
        keys = [article[name] for article in articles for name in ("id", "sha256")]
    except (KeyError, TypeError):
        return []
    return [key for key in keys if key and isinstance(key, str)]


def tags_of(document: Document) -> tuple[str, ...]:
    """The tags of a document in the form of an annotation's; none for a damaged one."""
    tags = document.get("tags")
    return clean_tags(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()


def _target_document(target: Target) -> dict[str, Any]:
    quote, position = target.quote, target.position
    article = {name: getattr(target.article, name) for name in _REFERENCE}
    fields = {
        "article": odd_values.restored(article, target.article.extra),
        "quote": {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        "position": {"start": position.start, "end": position.end},
    }
    if target.surroundings:
        fields["surroundings"] = to_fields(target.surroundings)
    if position == TextPosition(0, len(quote.exact)) and "position" in target.extra:
        del fields["position"]  # it was not understood, and nobody has given another one
    return dict(target.extra) | fields


def _targets(documents: list[object]) -> tuple[tuple[Target, ...], list[object]]:
    """The targets that are understood, and the others as they are. Raises DocumentError where none is."""
    targets, odd, reason = [], [], "the annotation has no passage"
    for document in documents:
        try:
            targets.append(_target(document))
        except DocumentError as error:
            odd.append(document)
            reason = str(error)
    if not targets:
        raise DocumentError(reason)
    return tuple(targets), odd


def _target(document: object) -> Target:
    rest = dict(_mapping(document, "target"))
    article = _reference(_mapping(rest.pop("article", None), "article"))
    quote = dict(_mapping(rest.pop("quote", None), "quote"))
    exact = sanitize(_required(quote, "exact", str))
    place = _place(rest.get("position"))
    if place:
        del rest["position"]
    surroundings = from_fields(rest.get("surroundings"))
    if surroundings:
        del rest["surroundings"]
    context = (sanitize(_text(quote, name)) for name in _CONTEXT)
    place = place or TextPosition(0, len(exact))
    return Target(article, TextQuote(exact, *context), place, surroundings, extra=rest)


def _place(position: object) -> TextPosition | None:
    """The position of a target; None where it is not understood, and the words alone must do."""
    if isinstance(position, Mapping):
        start, end = position.get("start"), position.get("end")
        if type(start) is int and type(end) is int:
            return TextPosition(start, end)
    return None


def _reference(document: Document) -> ArticleReference:
    understood, extra = odd_values.understood(document, dict.fromkeys(_REFERENCE, str))
    fields = _cleaned(*(understood.pop(name, "") for name in _REFERENCE))
    if not fields.id:
        raise DocumentError("the article of a target has no id")
    extra |= understood
    return replace(fields, extra=extra) if extra else fields


@lru_cache(maxsize=256)
def _cleaned(*texts: str) -> ArticleReference:
    """The reference with these texts, sanitized; cached, as most annotations share theirs with others."""
    fields: dict[str, Any] = dict(zip(_REFERENCE, map(sanitize_line, texts), strict=True))
    path = _NAMED.sub(lambda part: printable(part[0]), texts[_REFERENCE.index("path")])
    return ArticleReference(**fields | {"path": path})


def _mapping(value: object, what: str) -> Document:
    if not isinstance(value, Mapping):
        raise DocumentError(f"the {what} is missing or is not an object")
    return value


def _required(document: dict[str, Any], name: str, kind: type[Any]) -> Any:
    value = document.pop(name, None)
    if type(value) is not kind:
        raise DocumentError(f"“{name}” is missing or is not of type {kind.__name__}")
    return value


def _text(document: Document, name: str) -> str:
    value = document.get(name)
    return value if isinstance(value, str) else ""
