"""Draws the articles side by side: the header, the text of each column, and the links between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from reader.ui.compare.layout.column_widths import LINK_GUTTER, PaneColumn
from reader.ui.compare.layout.links import LinkCell, draw
from reader.ui.compare.panes.column_painter import ColumnPainter
from reader.ui.compare.panes.pane_header import PaneHeader
from reader.ui.compare.state.compare_state import CompareState

__all__ = ["ArticleRow", "PanesPainter"]

ArticleRow = tuple[int, int]
"""The number of an article, and of a row of its text."""


class PanesPainter:
    """The rows of the widget that shows a CompareState. `style_of` turns names of looks into a style.

    Rows are drawn once and kept until they are forgotten, so that painting computes nothing.
    """

    def __init__(self, state: CompareState, style_of: Callable[..., Style]) -> None:
        articles = range(len(state.comparison.articles))
        self.columns = [ColumnPainter(number, state.comparison, style_of) for number in articles]
        self.header = PaneHeader(state, style_of)
        self._state = state
        self._style_of = style_of
        self._links: list[list[list[LinkCell]]] = []  # a grid for each two neighbouring columns

    def forget(self) -> None:
        """Draws every row again: everything may have changed."""
        for column in self.columns:
            column.forget()

    def forget_rows(self, rows: set[ArticleRow]) -> None:
        """Draws these rows again; annotations and matches are the same."""
        for number, row in rows:
            self.columns[number].forget_rows([row])

    def mark_counterpart(self) -> None:
        """Marks the counterpart of the current sentence, and no other passage, from now on."""
        link = self._state.cursor.link()
        for number, column in enumerate(self.columns):
            is_other = link is not None and link.other == number
            column.partners = (
                ((link.other_passage.start, link.other_passage.end),) if link and is_other else ()
            )

    def rows_of_cursor(self) -> set[ArticleRow]:
        """Every row that looks different because of the cursor, the selection or a hit."""
        rows: set[ArticleRow] = set()
        for number, view in enumerate(self._state.views):
            spans = [*self.columns[number].partners]
            if number == self._state.active and view.sentence:
                spans.append((view.sentence.start, view.sentence.end))
            spans += [span for span in (view.selected, view.hit) if span]
            rows |= {(number, row) for span in spans for row in view.layout.rows_of(*span)}
        return rows

    def draw_links(self) -> list[tuple[int, int]]:
        """Draws the links again; the (gutter, row) of each row that looks different now."""
        before, self._links = (
            self._links,
            [
                draw(self._state.lines_between(left, right), self._state.height, LINK_GUTTER)
                for left, right in pairwise(self._state.arrangement.visible)
            ],
        )
        return [
            (gutter, row)
            for gutter, (old, new) in enumerate(zip(before, self._links, strict=False))
            for row, (old_cells, new_cells) in enumerate(zip(old, new, strict=False))
            if old_cells != new_cells
        ]

    # Lines

    def line(self, y: int, size: Size) -> Strip:
        """Row `y` of a widget of this size: of the header, or of all columns side by side."""
        top = self.header.height(size.height)
        if y >= top:
            return Strip(self._columns_line(y - top, size.width), size.width)
        header = Strip(self.header.line(y, size.height, size.width))
        return header.extend_cell_length(size.width, self._style_of())

    def _columns_line(self, y: int, cells: int) -> Iterator[Segment]:
        right = 0
        for index, (number, view, column) in enumerate(self._state.on_screen()):
            yield from self._between(index, right, column, y)
            painter = self.columns[number]
            yield from painter.row(view, view.first_row + y, number == self._state.active)
            yield painter.map_cell(view, y, self._state.height)
            right = column.right
        if right < cells:
            yield Segment(" " * (cells - right), self._style_of())

    def _between(self, index: int, right: int, column: PaneColumn, y: int) -> Iterator[Segment]:
        """The cells left of a column: the margin, or the links to the column before."""
        if index == 0 or y >= len(self._links[index - 1]):
            yield Segment(" " * (column.left - right), self._style_of())
            return
        for cell in self._links[index - 1][y]:
            yield Segment(cell.character, self._style_of("link", *(["active"] if cell.current else [])))
