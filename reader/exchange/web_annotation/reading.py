"""Annotations from W3C Web Annotations (compacted JSON-LD), from reader or another program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotations.ids import derived_id
from annotations.model import COLOURS, Annotation, ArticleReference, Target, clean_tags
from annotations.validation import validated
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import UNKNOWN_TIME, ArticleId, ForeignFileError, ImportedFile, Intake
from reader.exchange.web_annotation.bodies import remarks_of, texts_for
from reader.exchange.web_annotation.selectors import listed, target_of, text_of, types_of, web_page
from reader.exchange.web_annotation.writing import UUID_URN

__all__ = ["is_web_annotation", "read_web_annotations"]

_CONTEXTS = ("//www.w3.org/ns/anno.jsonld", "//www.w3.org/ns/anno")
_DEEPEST = 20  # groups of targets inside each other
_ELSEWHERE = "its annotations are in another file; save them in one file"


def is_web_annotation(content: Any) -> bool:
    """Whether parsed JSON names the context of the W3C's Web Annotation model."""
    first = content[0] if isinstance(content, list) and content else content
    contexts = listed(first.get("@context")) if isinstance(first, dict) else []
    return any(isinstance(each, str) and each.partition(":")[2] in _CONTEXTS for each in contexts)


def read_web_annotations(content: Any, article_id: ArticleId) -> ImportedFile:
    """The annotations of a collection, a page or a list, or a single annotation.

    Those without a quoted passage, and damaged ones, are left out and reported. Raises ForeignFileError where
    all are damaged, or the file has only addresses of annotations.
    """
    intake = Intake()
    for number, item in enumerate(_items(content, intake), 1):
        with intake.item(f"annotation {number}"):
            _take(item, number, article_id, intake)
    return intake.file()


def _items(content: Any, intake: Intake) -> list[Any]:
    if isinstance(content, list):
        return content
    if "Annotation" in types_of(content) or "target" in content:
        return [content]
    is_page = "AnnotationPage" in types_of(content) or "items" in content
    pages = [content] if is_page else listed(content.get("first"))
    page = pages[0] if pages and isinstance(pages[0], dict) else {}
    items = page.get("items")
    if not isinstance(items, list):
        raise ForeignFileError(_ELSEWHERE)
    if page.get("next"):
        intake.leave_out("further pages", "they are in another file; import it too")
    return items


def _take(item: Any, number: int, article_id: ArticleId, intake: Intake) -> None:
    """Takes an annotation, or leaves out what of it quotes no passage."""
    if isinstance(item, str):
        return intake.leave_out(f"annotation {number}", f"it is in another file, {item}")
    of_item = [*_flat(item.get("target"))]
    targets = [target for target in (_target(each, article_id) for each in of_item) if target]
    if targets:
        intake.add(_annotation(item, tuple(targets)))
        if without := len(of_item) - len(targets):
            intake.leave_out(f"annotation {number}", f"{counted(without, 'target')} that quotes no passage")
        return None
    pages = ", ".join(filter(None, map(_page, of_item[:3])))
    where = f" (on {pages})" if pages else ""
    return intake.leave_out(
        f"annotation {number}{where}", "it quotes no passage, so it cannot be found again"
    )


def _flat(targets: Any, depth: int = 0) -> Iterator[Any]:
    """The targets, also those in groups (Composite, List, Independents, Choice)."""
    for target in listed(targets):
        if isinstance(target, dict) and isinstance(target.get("items"), list) and depth < _DEEPEST:
            yield from _flat(target["items"], depth + 1)
        else:
            yield target


def _annotation(item: dict[str, Any], targets: tuple[Target, ...]) -> Annotation:
    name, remarks = text_of(item, "id"), remarks_of(item)
    is_uuid = name.startswith(UUID_URN)
    times = [text_of(item, each) for each in ("created", "generated", "modified")]
    created = sanitize_line(next(filter(None, times), UNKNOWN_TIME))
    quotes = "\n".join(target.quote.exact for target in targets)
    return validated(
        Annotation(
            id=name.removeprefix(UUID_URN) if is_uuid else derived_id(name or quotes, created),
            targets=targets,
            created=created,
            updated=sanitize_line(text_of(item, "modified")) or created,
            tags=clean_tags(texts_for(remarks, "tagging")),
            colour=_colour(item),
            note=sanitize("\n\n".join(texts_for(remarks, "commenting"))),
            relation=sanitize_line(" ".join(texts_for(remarks, "classifying"))),
            author=sanitize_line(", ".join(filter(None, map(_name, listed(item.get("creator")))))),
        )
    )


def _colour(item: dict[str, Any]) -> str:
    """The colour that a style class names; the first one where it names none of ours."""
    classes = [text_of(each, "styleClass") for each in listed(item.get("target")) if isinstance(each, dict)]
    return next((each for each in classes if each in COLOURS), COLOURS[0])


def _name(creator: Any) -> str:
    """The name of a creator, else the address."""
    if not isinstance(creator, dict):
        return str(creator)
    return text_of(creator, "name") or text_of(creator, "nickname") or text_of(creator, "id")


def _page(target: Any) -> str:
    """The address of the page of a target; "" where it has none."""
    if isinstance(target, dict):
        source = target.get("source", target.get("id"))
        return _page(source) if isinstance(source, dict) else str(source or "")
    return str(target)


def _target(target: Any, article_id: ArticleId) -> Target | None:
    """The quoted passage of a target; None where nothing is quoted. Raises ValueError."""
    if not isinstance(target, dict) or not target.get("selector"):
        return None
    source = target.get("source", target.get("id"))
    if not isinstance(source, dict):
        return target_of(web_page(str(source or ""), "", article_id), target["selector"])
    return target_of(_article(source, article_id), target["selector"])


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
