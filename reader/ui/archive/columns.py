"""The columns of the archive, in their order."""

from __future__ import annotations

from reader.ui.archive.archive_list import ArchiveRow
from reader.ui.kit.signs import KIND_SIGNS
from reader.ui.kit.table_columns import Column

__all__ = ["COLUMNS"]

_LONGEST = 1000
"""Code points of a passage in a cell."""


def _outlets(row: ArchiveRow) -> str:
    articles = [excerpt.article for excerpt in row.excerpts]
    names = dict.fromkeys(article.source or article.title for article in articles)
    return ", ".join(filter(None, names))


def _earliest(row: ArchiveRow) -> str:
    dates = [excerpt.article.date for excerpt in row.excerpts]
    return min(filter(None, dates), default="")


COLUMNS: tuple[Column[ArchiveRow], ...] = (
    Column("Alike", lambda row: f"{row.score:.0f}", cells=5, right=True),
    Column("In", lambda row: f"{row.articles:,}", cells=4, right=True),
    Column("", lambda row: KIND_SIGNS[row.kind], cells=1),
    Column("Kind", lambda row: row.kind.label, cells=14, least=100),
    Column("Passage", lambda row: row.excerpts[0].text[:_LONGEST], share=3),
    Column("Outlets", _outlets, share=2, least=76),
    Column("Earliest", _earliest, cells=10, least=90),
)
