"""A group of passages of an archive in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from reader.archive.model import ArticleRef, Excerpt
from reader.ui.archive import wording
from reader.ui.kit.signs import KIND_SIGNS

if TYPE_CHECKING:
    from reader.ui.archive.archive_list import ArchiveRow

__all__ = ["details_of"]


def details_of(row: ArchiveRow) -> Iterator[Content]:
    """Its kind, score and articles, then every passage with what is known of its article."""
    yield Content.styled(
        wording.summary(KIND_SIGNS[row.kind], row.kind.label, row.score, row.articles), "bold"
    )
    for excerpt in row.excerpts:
        yield _passage(excerpt)
    if more := row.sentences - len(row.excerpts):
        yield Content.styled(wording.more_passages(more), "dim")


def _passage(excerpt: Excerpt) -> Content:
    words = " ".join(excerpt.text.split())
    return Content.assemble((_name(excerpt.article), "bold"), f"  {words}")


def _name(article: ArticleRef) -> str:
    """Title, source and date, as far as they are known; else where the article is."""
    return " · ".join(filter(None, (article.title, article.source, article.date))) or article.place
