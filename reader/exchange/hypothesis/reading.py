"""Annotations from the JSON of Hypothesis (https://web.hypothes.is): of its client and of its API."""

from __future__ import annotations

from typing import Any

from annotations.ids import derived_id
from annotations.model import Annotation, clean_tags
from annotations.validation import validated
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import UNKNOWN_TIME, ArticleId, ImportedFile, Intake
from reader.exchange.web_annotation.selectors import listed, target_of, text_of, web_page

__all__ = ["is_hypothesis_file", "read_hypothesis"]

_SAMPLE = 3  # annotations that are looked at to recognise the format


def is_hypothesis_file(content: Any) -> bool:
    """Whether parsed JSON is from Hypothesis: of its client, of its API, or a list of annotations."""
    items = _items(content)
    return bool(items) and all(
        isinstance(item, dict) and "uri" in item and "target" in item for item in items[:_SAMPLE]
    )


def read_hypothesis(content: Any, article_id: ArticleId) -> ImportedFile:
    """The annotations of an export or an answer.

    Page notes and replies, which quote nothing, and damaged annotations are left out and reported. Raises
    ForeignFileError where all are damaged.
    """
    intake = Intake()
    for number, item in enumerate(_items(content), 1):
        with intake.item(f"annotation {number}"):
            annotation = _annotation(item, article_id)
            if annotation:
                intake.add(annotation)
            else:
                reason = "a reply" if item.get("references") else "a note on the whole page"
                intake.leave_out(f"annotation {number}", f"{reason}, {text_of(item, 'uri')}")
    return intake.file()


def _items(content: Any) -> list[Any]:
    """The annotations in parsed JSON: of the client, of a search, a list of them, or a single one."""
    if isinstance(content, list):
        return content
    if not isinstance(content, dict):
        return []
    rows = content.get("annotations", content.get("rows"))
    return rows if isinstance(rows, list) else [content]


def _annotation(item: dict[str, Any], article_id: ArticleId) -> Annotation | None:
    titles = listed((item.get("document") or {}).get("title"))
    page = web_page(text_of(item, "uri"), str(titles[0]) if titles else "", article_id)
    selected = [target_of(page, each.get("selector")) for each in listed(item.get("target"))]
    targets = tuple(filter(None, selected))
    if not targets:
        return None
    created = sanitize_line(text_of(item, "created") or UNKNOWN_TIME)
    return validated(
        Annotation(
            id=derived_id(f"hypothesis:{item['id']}", created),
            targets=targets,
            created=created,
            updated=sanitize_line(text_of(item, "updated")) or created,
            tags=clean_tags(map(str, listed(item.get("tags")))),
            note=sanitize(text_of(item, "text")),
            author=_author(item),
        )
    )


def _author(item: dict[str, Any]) -> str:
    """The display name, else the name of the account: ada of acct:ada@hypothes.is."""
    name = text_of(item.get("user_info") or {}, "display_name")
    return sanitize_line(name or text_of(item, "user").removeprefix("acct:").partition("@")[0])
