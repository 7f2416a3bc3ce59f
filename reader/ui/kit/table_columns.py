"""A column of a list as data: its label, the text of its cells, its width, and how rows are sorted by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

__all__ = ["AS_LISTED", "Column", "Order"]

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Order(Generic[Row]):
    """An order of rows: its name as the heading shows it, and the key of a row, smallest first.

    Without a key, rows are in the order in which they were listed.
    """

    name: str
    key: Callable[[Row], Any] | None = None


AS_LISTED: Order[Any] = Order("listed")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its label, and the text of a row's cell, which may be untrusted.

    It is `cells` wide if it has a fixed width, else it has a `share` of what is left. It is left out where
    the table is narrower than `least` cells. A click on the label sorts by `order`.
    """

    label: str
    cell: Callable[[Row], str]
    cells: int = 0
    share: int = 0
    least: int = 0
    right: bool = False
    order: Order[Row] | None = None
