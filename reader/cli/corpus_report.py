"""Groups of passages of an archive, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reader.base.sanitizing import escaped_json, sanitize_line

if TYPE_CHECKING:
    from reader.archive.model import Excerpt, Group

__all__ = ["as_json", "as_text"]


def as_text(group: Group) -> str:
    """The group for people: score and kind, then each article with its words."""
    heading = f"{group.score:3.0f}  {group.kind.label}"
    if group.articles > 2:
        heading += f", {group.articles} articles"
    return "\n".join([heading, *(line for excerpt in group.excerpts for line in _lines(excerpt))]) + "\n"


def _lines(excerpt: Excerpt) -> Iterator[str]:
    article = excerpt.article
    facts = (article.title, article.source, article.date, article.url or article.place)
    yield f"  {' · '.join(fact for fact in facts if fact)}"
    yield f"     {sanitize_line(excerpt.text)}"


def as_json(group: Group) -> str:
    """The group for programs, in one line."""
    facts = {
        "kind": str(group.kind),
        "score": round(group.score, 1),
        "articles": group.articles,
        "passages": [_passage(excerpt) for excerpt in group.excerpts],
    }
    return escaped_json(json.dumps(facts, ensure_ascii=False))


def _passage(excerpt: Excerpt) -> dict[str, Any]:
    return {
        **asdict(excerpt.article),
        "start": excerpt.start,
        "end": excerpt.end,
        "text": excerpt.text,
    }
