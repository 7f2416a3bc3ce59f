"""The rows of a list: which of them are shown, in which order, and which are marked. Free of textual."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from reader.ui.kit.table_columns import AS_LISTED, Order

__all__ = ["RowList"]

Row = TypeVar("Row")


class RowList(Generic[Row]):
    """All rows of a list, and `rows`, those that are shown, in their order.

    `key` identifies a row: marks outlast a change of its other values. `orders` are what a user may sort by;
    the first one is the default. `marked` are the marked rows by key, in the order of marking.
    """

    def __init__(
        self, orders: Sequence[Order[Row]] = (AS_LISTED,), key: Callable[[Row], Hashable] = lambda row: row
    ) -> None:
        self.orders = orders
        self.order = orders[0]
        self.descending = False
        self.all: Sequence[Row] = ()
        self.rows: Sequence[Row] = ()
        self.marked: dict[Hashable, Row] = {}
        self._key = key
        self._fit: Callable[[Row], float] | None = None

    # Which rows are shown

    def load(self, rows: Sequence[Row]) -> None:
        """Lists other rows; those that remain stay marked."""
        self.all = rows
        if self.marked:
            by_key = {self._key(row): row for row in rows}
            self.marked = {key: by_key[key] for key in self.marked if key in by_key}
        self.arrange()

    def filter(self, fit: Callable[[Row], float] | None) -> None:
        """Shows the rows whose fit is above 0, the best first unless they are sorted; all without `fit`."""
        self._fit = fit
        self.arrange()

    def sort(self, order: Order[Row]) -> None:
        """Sorts by an order; by the same one again, the other way round."""
        self.descending = order == self.order and not self.descending
        self.order = order
        self.arrange()

    def sort_by_next(self) -> None:
        """Sorts by the order after the current one."""
        self.sort(self.orders[(self.orders.index(self.order) + 1) % len(self.orders)])

    def arrange(self) -> None:
        """Filters and sorts again, after rows have changed."""
        if self._fit is None and self.order.key is None and not self.descending:
            self.rows = self.all
            return
        rows = self._fitting(self._fit) if self._fit else list(self.all)
        if self.order.key:
            rows.sort(key=self.order.key)
        self.rows = rows[::-1] if self.descending else rows

    def _fitting(self, fit: Callable[[Row], float]) -> list[Row]:
        scored = [(score, row) for row in self.all if (score := fit(row)) > 0]
        return [row for _score, row in sorted(scored, key=lambda pair: -pair[0])]

    @property
    def is_filtered(self) -> bool:
        """Whether only the rows that fit are shown."""
        return self._fit is not None

    @property
    def is_arranged(self) -> bool:
        """Whether the rows shown depend on their values: they are filtered or sorted."""
        return self._fit is not None or self.order.key is not None

    def at(self, number: int) -> Row | None:
        """The row shown at a number, counted from 0; None beyond the last."""
        return self.rows[number] if number < len(self.rows) else None

    # Marks

    def number_of_mark(self, row: Row) -> int | None:
        """The place of a row among the marked ones, counted from 0; None for a row that is not marked."""
        key = self._key(row)
        return list(self.marked).index(key) if key in self.marked else None

    def is_marked(self, row: Row) -> bool:
        """Whether a row is marked."""
        return self._key(row) in self.marked

    def toggle(self, row: Row) -> None:
        """Marks a row, or removes its mark."""
        key = self._key(row)
        if key in self.marked:
            del self.marked[key]
        else:
            self.marked[key] = row

    def toggle_all(self) -> None:
        """Marks all rows that are shown; where they all are marked, removes every mark."""
        shown = {self._key(row): row for row in self.rows}
        self.marked = {} if shown.keys() <= self.marked.keys() else self.marked | shown

    def marked_rows(self) -> list[Row]:
        """The marked rows, shown or not, in the order of marking."""
        return list(self.marked.values())

    def chosen(self, number: int) -> list[Row]:
        """The rows that a command changes: the marked ones of those shown, else the one at a number."""
        marked = [row for row in self.rows if self.is_marked(row)] if self.marked else []
        return marked or list(self.rows[number : number + 1])
