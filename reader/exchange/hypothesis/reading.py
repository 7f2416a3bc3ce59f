"""Annotations from the JSON that the Hypothesis client exports (https://web.hypothes.is)."""

from __future__ import annotations

from typing import Any

from annotations.identity import identity_of
from annotations.imported import Imported, checked, numbered
from annotations.model import Annotation, clean_tags
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.web_annotation.selectors import ArticleId, listed, target_of, text_of, web_page

__all__ = ["is_hypothesis_file", "read_hypothesis"]


def is_hypothesis_file(content: Any) -> bool:
    """Whether parsed JSON is an export of Hypothesis."""
    return (
        isinstance(content, dict)
        and "export_date" in content
        and isinstance(content.get("annotations"), list)
    )


def read_hypothesis(content: Any, article_id: ArticleId) -> Imported:
    """The annotations of an export. Page notes and replies, which quote nothing, are left out.

    Raises ForeignFileError, which names the first that is damaged.
    """
    annotations: dict[str, Annotation] = {}
    left_out = []
    for number, item in enumerate(content["annotations"], 1):
        try:
            annotation = _annotation(item, article_id)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise numbered(number, error) from error
        if annotation:
            annotations[annotation.id] = annotation
        else:
            what = "a reply" if item.get("references") else "a note on the whole page"
            left_out.append(f"annotation {number}: {what}, {sanitize_line(text_of(item, 'uri'))}")
    return Imported(tuple(annotations.values()), tuple(left_out))


def _annotation(item: dict[str, Any], article_id: ArticleId) -> Annotation | None:
    titles = listed((item.get("document") or {}).get("title"))
    page = web_page(text_of(item, "uri"), str(titles[0]) if titles else "", article_id)
    found = [target_of(page, each.get("selector")) for each in listed(item.get("target"))]
    targets = tuple(target for target in found if target)
    if not targets:
        return None
    created = sanitize_line(text_of(item, "created"))
    return checked(
        Annotation(
            id=identity_of(f"hypothesis:{item['id']}", created),
            targets=targets,
            created=created,
            updated=sanitize_line(text_of(item, "updated")) or created,
            tags=clean_tags(map(str, listed(item.get("tags")))),
            note=sanitize(text_of(item, "text")),
            author=_author(item),
        )
    )


def _author(item: dict[str, Any]) -> str:
    """The name shown; else that of the account: acct:ada@hypothes.is."""
    shown = text_of(item.get("user_info") or {}, "display_name")
    return sanitize_line(shown or text_of(item, "user").removeprefix("acct:").partition("@")[0])
