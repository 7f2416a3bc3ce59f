"""What was found in an archive, in words: as a row of a list, and in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from reader.archive.model import ArticleRef, Excerpt
from reader.ui.kit.row_table import TableColumn
from reader.ui.kit.signs import KIND_SIGNS

if TYPE_CHECKING:
    from reader.ui.archive.archive_list import ArchiveRow

__all__ = ["COLUMNS", "cells", "in_full"]

_LONGEST = 1000
"""Code points of a sentence in a row."""

COLUMNS = (
    TableColumn("Alike", cells=5, right=True),
    TableColumn("By", cells=4, right=True),
    TableColumn("", cells=1),
    TableColumn("Kind", cells=14, least=100),
    TableColumn("What is said", share=3),
    TableColumn("Outlets", share=2, least=76),
    TableColumn("Earliest", cells=10, least=90),
)


def cells(row: ArchiveRow) -> tuple[str, ...]:
    """How alike, articles, kind by sign and by name, the best sentence, who says it, and the first date."""
    articles = [excerpt.article for excerpt in row.excerpts]
    outlets = dict.fromkeys(article.source or article.title for article in articles)
    dates = sorted(article.date for article in articles if article.date)
    words = row.excerpts[0].text[:_LONGEST]
    count, outlet = f"{row.articles:,}", ", ".join(filter(None, outlets))
    return f"{row.score:.0f}", count, KIND_SIGNS[row.kind], row.kind, words, outlet, next(iter(dates), "")


def in_full(row: ArchiveRow) -> Iterator[Content]:
    """Every passage with what is known of its article."""
    told = f"{KIND_SIGNS[row.kind]} {row.kind} · alike {row.score:.0f} of 100 · {row.articles:,} articles"
    yield Content.styled(told, "bold")
    for excerpt in row.excerpts:
        yield _passage(excerpt)
    if more := row.sentences - len(row.excerpts):
        yield Content.styled(f"… and {more:,} more such sentences", "dim")


def _passage(excerpt: Excerpt) -> Content:
    words = " ".join(excerpt.text.split())
    return Content.assemble((_name(excerpt.article), "bold"), f"  {words}")


def _name(article: ArticleRef) -> str:
    """Title, source and date, as far as they are known."""
    return " · ".join(filter(None, (article.title, article.source, article.date))) or article.place
