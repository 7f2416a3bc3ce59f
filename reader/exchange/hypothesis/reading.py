"""Annotations from the JSON that the Hypothesis client exports (https://web.hypothes.is)."""

from __future__ import annotations

from typing import Any

from annotations.ids import derived_id
from annotations.model import Annotation, clean_tags
from annotations.validation import validated
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ArticleId, ImportedFile, damaged
from reader.exchange.web_annotation.selectors import listed, target_of, text_of, web_page

__all__ = ["is_hypothesis_file", "read_hypothesis"]


def is_hypothesis_file(content: Any) -> bool:
    """Whether parsed JSON is an export from Hypothesis."""
    return (
        isinstance(content, dict)
        and "export_date" in content
        and isinstance(content.get("annotations"), list)
    )


def read_hypothesis(content: Any, article_id: ArticleId) -> ImportedFile:
    """The annotations of an export. Page notes and replies, which quote nothing, are left out.

    Raises ForeignFileError, which names the first damaged one.
    """
    annotations: dict[str, Annotation] = {}
    left_out = []
    for number, item in enumerate(content["annotations"], 1):
        try:
            annotation = _annotation(item, article_id)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise damaged(number, error) from error
        if annotation:
            annotations[annotation.id] = annotation
        else:
            reason = "a reply" if item.get("references") else "a note on the whole page"
            left_out.append(f"annotation {number}: {reason}, {sanitize_line(text_of(item, 'uri'))}")
    return ImportedFile(tuple(annotations.values()), tuple(left_out))


def _annotation(item: dict[str, Any], article_id: ArticleId) -> Annotation | None:
    titles = listed((item.get("document") or {}).get("title"))
    page = web_page(text_of(item, "uri"), str(titles[0]) if titles else "", article_id)
    selected = [target_of(page, each.get("selector")) for each in listed(item.get("target"))]
    targets = tuple(filter(None, selected))
    if not targets:
        return None
    created = sanitize_line(text_of(item, "created"))
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
