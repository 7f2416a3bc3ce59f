"""Annotations from W3C Web Annotations (compacted JSON-LD), from reader or another program."""

from __future__ import annotations

from typing import Any

from annotations.ids import derived_id
from annotations.model import COLOURS, Annotation, ArticleReference, Target, clean_tags
from annotations.validation import validated
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ArticleId, ForeignFileError, ImportedFile, damaged
from reader.exchange.web_annotation.selectors import listed, target_of, text_of, web_page
from reader.exchange.web_annotation.writing import UUID_URN

__all__ = ["is_web_annotation", "read_web_annotations"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def is_web_annotation(content: Any) -> bool:
    """Whether parsed JSON names the context of the W3C's Web Annotation model."""
    first = content[0] if isinstance(content, list) and content else content
    return isinstance(first, dict) and _CONTEXT in listed(first.get("@context"))


def read_web_annotations(content: Any, article_id: ArticleId) -> ImportedFile:
    """The annotations of a collection, a page or a list, or a single annotation.

    Those without a quoted passage are left out. Raises ForeignFileError, which names the first damaged one.
    """
    annotations, left_out = [], []
    for number, item in enumerate(_items(content), 1):
        try:
            annotation = _annotation(item, article_id)
        except (ValueError, TypeError, AttributeError) as error:
            raise damaged(number, error) from error
        if annotation:
            annotations.append(annotation)
        else:
            left_out.append(f"annotation {number}: it quotes no passage, so it cannot be found again")
    return ImportedFile(tuple(annotations), tuple(left_out))


def _items(content: Any) -> list[Any]:
    if isinstance(content, list):
        return content
    if content.get("type") == "Annotation":
        return [content]
    page = content.get("first") if content.get("type") == "AnnotationCollection" else content
    items = page.get("items") if isinstance(page, dict) else None
    if not isinstance(items, list):
        raise ForeignFileError("its annotations are in another file; save them in one file")
    return items


def _annotation(item: dict[str, Any], article_id: ArticleId) -> Annotation | None:
    specific = [target for target in listed(item.get("target")) if isinstance(target, dict)]
    targets = [target for target in (_target(each, article_id) for each in specific) if target]
    if not targets:
        return None
    created = sanitize_line(text_of(item, "created") or text_of(item, "modified"))
    if not created:
        raise ValueError("it does not say when it was created")
    name = text_of(item, "id")
    bodies = [body for body in map(_body, listed(item.get("body"))) if body]
    colours = [colour for each in specific if (colour := text_of(each, "styleClass"))]
    creator = next(iter(listed(item.get("creator"))), "")
    return validated(
        Annotation(
            id=name.removeprefix(UUID_URN) if name.startswith(UUID_URN) else derived_id(name, created),
            targets=tuple(targets),
            created=created,
            updated=sanitize_line(text_of(item, "modified")) or created,
            tags=clean_tags(_texts(bodies, "tagging")),
            colour=sanitize_line(colours[0]) if colours else COLOURS[0],
            note=sanitize("\n\n".join(_texts(bodies, "commenting"))),
            relation=sanitize_line(" ".join(_texts(bodies, "classifying"))),
            author=sanitize_line(text_of(creator, "name") if isinstance(creator, dict) else str(creator)),
        )
    )


def _body(body: Any) -> tuple[str, str] | None:
    """The purpose and the text of a body; None where it has no text."""
    if isinstance(body, str):
        return None  # an address
    text = text_of(body, "value")
    return (text_of(body, "purpose") or "commenting", text) if text else None


def _texts(bodies: list[tuple[str, str]], purpose: str) -> list[str]:
    other = ("tagging", "classifying")
    return [
        text for each, text in bodies if each == purpose or (purpose == "commenting" and each not in other)
    ]


def _target(target: dict[str, Any], article_id: ArticleId) -> Target | None:
    source = target.get("source")
    if isinstance(source, str):
        return target_of(web_page(source, "", article_id), target.get("selector"))
    return target_of(_article(source or {}, article_id), target.get("selector"))


def _article(source: dict[str, Any], article_id: ArticleId) -> ArticleReference:
    facts: dict[str, Any] = {name: sanitize_line(text_of(source, term)) for name, term in _FACTS.items()}
    iri = text_of(source, "id")
    page = web_page(iri or text_of(source, "dcterms:source") or facts["title"], facts["title"], article_id)
    if not facts["id"]:
        return page
    url = "" if iri.startswith("urn:x-reader:") else iri
    return ArticleReference(**facts, url=sanitize_line(text_of(source, "dcterms:source") or url))


_FACTS = {
    "id": "dcterms:identifier",
    "sha256": "sha256",
    "title": "dcterms:title",
    "source": "dcterms:publisher",
    "date": "dcterms:date",
    "path": "path",
}
