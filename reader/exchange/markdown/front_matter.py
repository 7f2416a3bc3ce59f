"""The front matter of a Markdown export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.exchange.export import Export, timestamp
from reader.exchange.markdown.text import tag

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["front_matter", "tags_in"]


def front_matter(export: Export, now: datetime) -> dict[str, str | int | list[str]]:
    """The keys and values, none of them nested; `updated` is the time of the last change to an annotation."""
    articles, pairs = export.references(), export.pairs()
    updated = [each.updated for each in export.annotations]
    facts: dict[str, str | int | list[str]] = {
        "title": export.title,
        "generator": "reader",
        "created": timestamp(now),
        **({"updated": max(updated)} if updated else {}),
        "articles": [article.title for article in articles],
        "sources": sorted({article.source for article in articles if article.source}),
        "urls": [article.url for article in articles if article.url],
        "dates": sorted({article.date for article in articles if article.date}),
        "differences": sum(pair.differs for pair in pairs),
        "pairs": len(pairs),
        "highlights": sum(not each.is_pair for each in export.annotations),
        "orphans": sum(map(export.is_orphan, export.annotations)),
        "tags": tags_in(export),
    }
    return facts | dict(export.made)


def tags_in(export: Export) -> list[str]:
    """The tags as Obsidian writes them, sorted."""
    return sorted({tag(name)[1:] for each in export.annotations for name in each.tags} - {""})
