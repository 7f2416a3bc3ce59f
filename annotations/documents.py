"""Annotations and tags as plain dictionaries, the documents of TinyDB. Only here are fields named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

from annotations.model import Annotation, ArticleReference, Tag, Target, TextPosition, TextQuote, clean_tags
from reader.base.sanitizing import sanitize, sanitize_line

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

_REFERENCE = ("id", "sha256", "title", "source", "date", "url", "path")
_CONTEXT = ("prefix", "suffix")
_LINES = ("created", "updated", "colour", "relation", "author")
_TAG_LINES = ("name", "colour", "glyph", "description")


class DocumentError(ValueError):
    """A document is not an annotation; the message names the field that is missing or wrong."""


def to_document(annotation: Annotation) -> dict[str, Any]:
    """The document of an annotation; fields of a newer version come from `extra`."""
    fields = {
        "id": annotation.id,
        "targets": [_target_document(target) for target in annotation.targets],
        "tags": list(annotation.tags),
        "note": annotation.note,
    }
    if annotation.revisions:
        fields["revisions"] = list(annotation.revisions)
    return dict(annotation.extra) | fields | {name: getattr(annotation, name) for name in _LINES}


def from_document(document: Document) -> Annotation:
    """The annotation of a document, its texts sanitized, unknown fields in `extra`.

    Raises DocumentError where the document is not an annotation.
    """
    rest = dict(document)
    lines = {name: sanitize_line(_text(rest, name)) for name in _LINES if name in rest}
    if not lines.get("created"):
        raise DocumentError("the annotation has no time of creation")
    note = sanitize(_text(rest, "note"))
    return Annotation(
        id=sanitize_line(_required(rest, "id", str)),
        targets=tuple(_target(target) for target in _required(rest, "targets", list)),
        tags=clean_tags(_texts(rest.pop("tags", []))),
        note=note,
        revisions=tuple(map(sanitize_line, _texts(rest.pop("revisions", [])))),
        extra={name: value for name, value in rest.items() if name not in lines and name != "note"},
        **({"updated": lines["created"]} | lines),
    )


def key_of(identity: str) -> str:
    """The number of a document in TinyDB, made from its UUID, so that no two machines use the same.

    Raises ValueError for an id that is not a UUID.
    """
    return str(int(identity.replace("-", ""), 16))


def tag_key(name: str) -> str:
    """The key of the document of a tag: a number made from its name, so that two machines agree."""
    return f"{CODEBOOK}{int(sha256(name.casefold().encode()).hexdigest()[:16], 16)}"


def tag_document(tag: Tag) -> dict[str, Any]:
    """The document of a tag."""
    return dict(tag.extra) | {name: getattr(tag, name) for name in _TAG_LINES}


def tag_of(document: Document) -> Tag:
    """The tag of a document, sanitized, unknown fields in `extra`. Raises DocumentError."""
    fields = {name: sanitize_line(_text(document, name)) for name in _TAG_LINES}
    names = clean_tags([fields["name"]])
    if not names:
        raise DocumentError("the tag has no name")
    extra = {name: document[name] for name in document if name not in fields}
    return Tag(**fields | {"name": names[0]}, extra=extra)


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
    return dict(target.extra) | {
        "article": dict(target.article.extra) | {name: getattr(target.article, name) for name in _REFERENCE},
        "quote": {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        "position": {"start": position.start, "end": position.end},
    }


def _target(document: object) -> Target:
    rest = dict(_mapping(document, "target"))
    article = _reference(_mapping(rest.pop("article", None), "article"))
    quote = dict(_mapping(rest.pop("quote", None), "quote"))
    position = dict(_mapping(rest.pop("position", None), "position"))
    return Target(
        article,
        TextQuote(
            sanitize(_required(quote, "exact", str)),
            sanitize(_text(quote, "prefix")),
            sanitize(_text(quote, "suffix")),
        ),
        TextPosition(_required(position, "start", int), _required(position, "end", int)),
        extra=rest,
    )


def _reference(document: Document) -> ArticleReference:
    fields = _cleaned(*(_text(document, name) for name in _REFERENCE))
    if not fields.id:
        raise DocumentError("the article of a target has no id")
    extra = {name: document[name] for name in document if name not in _REFERENCE}
    return replace(fields, extra=extra) if extra else fields


@lru_cache(maxsize=256)
def _cleaned(*texts: str) -> ArticleReference:
    """The reference with these texts, sanitized; cached, as most annotations share theirs with others."""
    fields: dict[str, Any] = dict(zip(_REFERENCE, map(sanitize_line, texts), strict=True))
    return ArticleReference(**fields)


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
    value = document.get(name) or ""
    if not isinstance(value, str):
        raise DocumentError(f"“{name}” is not text")
    return value


def _texts(values: object) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise DocumentError("the tags or revisions are not a list of texts")
    return values
