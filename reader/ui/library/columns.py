"""The columns of the library, in their order, and the orders that it can be sorted by."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Protocol

from reader.ui.kit.table_columns import AS_LISTED, Column, Order
from reader.ui.library.rows import ArticleCard, LibraryRow

__all__ = ["ORDERS", "LibraryCells", "library_columns"]


class LibraryCells(Protocol):
    """The cells that depend on more than the article: on marks, annotations, other articles."""

    def mark(self, row: LibraryRow) -> str:
        """The letter that a marked article will have."""
        ...

    def title(self, row: LibraryRow) -> str:
        """The title, and whether the article cannot be read."""
        ...

    def source(self, row: LibraryRow) -> str:
        """The source, or a sign that the article is being read."""
        ...

    def notes(self, row: LibraryRow) -> str:
        """The number of annotations."""
        ...

    def shared(self, row: LibraryRow) -> str:
        """The share of the article that each marked one has too."""
        ...


def _by(field: str) -> Order[LibraryRow]:
    """The order of a field of the card; articles without it come last."""
    value_of = attrgetter(field)

    def key(row: LibraryRow) -> tuple[bool, str | int]:
        value: str | int = value_of(row.card) if row.card else ""
        return not value, value.casefold() if isinstance(value, str) else value

    return Order(field, key)


_TITLE, _SOURCE, _DATE, _WORDS = map(_by, ("title", "source", "date", "words"))

ORDERS: tuple[Order[LibraryRow], ...] = (AS_LISTED, _TITLE, _SOURCE, _DATE, _WORDS)


def library_columns(cells: LibraryCells) -> tuple[Column[LibraryRow], ...]:
    """The columns, from left to right."""
    return (
        Column("", cells.mark, cells=1),
        Column("Title", cells.title, share=3, order=_TITLE),
        Column("Source", cells.source, share=1, least=60, order=_SOURCE),
        Column("Date", _of_card(lambda card: card.date), cells=10, least=60, order=_DATE),
        Column("Words", _of_card(_words), cells=7, least=76, right=True, order=_WORDS),
        Column("Notes", cells.notes, cells=5, right=True),
        Column("Shared", cells.shared, cells=17, least=90),
    )


def _words(card: ArticleCard) -> str:
    return f"{card.words:,}"


def _of_card(text: Callable[[ArticleCard], str]) -> Callable[[LibraryRow], str]:
    """The cell of a fact; empty until the article has been read."""
    return lambda row: text(row.card) if row.card else ""
