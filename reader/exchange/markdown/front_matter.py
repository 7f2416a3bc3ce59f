"""What the front matter of a Markdown export says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.exchange.markdown.text import tag
from reader.exchange.work import Work, moment

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["front_matter", "tags_in"]


def front_matter(work: Work, now: datetime) -> dict[str, str | int | list[str]]:
    """The keys and values, none of them nested; `updated` is when an annotation was last changed."""
    articles, pairs = work.articles(), work.pairs()
    changed = [each.updated for each in work.annotations]
    facts: dict[str, str | int | list[str]] = {
        "title": work.title,
        "generator": "reader",
        "created": moment(now),
        **({"updated": max(changed)} if changed else {}),
        "articles": [article.title for article in articles],
        "sources": sorted({article.source for article in articles if article.source}),
        "urls": [article.url for article in articles if article.url],
        "dates": sorted({article.date for article in articles if article.date}),
        "differences": sum(pair.differs for pair in pairs),
        "pairs": len(pairs),
        "highlights": sum(not each.is_pair for each in work.annotations),
        "orphans": sum(map(work.is_orphan, work.annotations)),
        "tags": tags_in(work),
    }
    return facts | dict(work.made)


def tags_in(work: Work) -> list[str]:
    """The tags as Obsidian knows them, sorted."""
    return sorted({tag(name)[1:] for each in work.annotations for name in each.tags} - {""})
