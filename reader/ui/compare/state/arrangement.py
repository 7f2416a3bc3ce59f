"""The arrangement of the articles on screen: their columns, which are visible, which one is active."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.articles.model import Article
from reader.ui.compare.layout.article_layout import ArticleLayout
from reader.ui.compare.layout.column_widths import PaneColumn, columns
from reader.ui.compare.state.article_view import ArticleView

__all__ = ["Arrangement", "PaneCell"]

_CELLS = 80  # of the screen, until it is known


class PaneCell(NamedTuple):
    """A cell of the screen that belongs to an article: row and cell of its text, perhaps beside the text."""

    article: int
    row: int
    cell: int
    in_text: bool


class Arrangement:
    """Articles, numbered from 0, side by side on a screen of `height` rows. As many as fit are visible.

    Their text is at most `measure` cells wide.
    """

    def __init__(self, articles: Sequence[Article], measure: int) -> None:
        self.measure = measure
        self.height = 1
        self.active = 0
        self.columns: list[PaneColumn] = columns(_CELLS, len(articles), measure)
        self.views = [ArticleView(ArticleLayout(article, self.columns[0].width)) for article in articles]
        self._recent = list(range(len(self.views)))  # article numbers, the one that was active last first

    def resize(self, cells: int, height: int) -> None:
        """Arranges the articles on a screen of this size; what was on their first rows stays there."""
        self.height = max(height, 1)
        self.columns = columns(cells, len(self.views), self.measure)
        for view in self.views:
            if view.layout.width != self.columns[0].width:
                self._wrap_again(view)
            self.scroll(view, view.top)

    def _wrap_again(self, view: ArticleView) -> None:
        top = view.first_offset
        view.layout = ArticleLayout(view.layout.article, self.columns[0].width)
        view.top = view.row_of(top)

    def scroll(self, view: ArticleView, top: float) -> None:
        """Scrolls one article, no further than to its ends; the others stay."""
        view.top = min(top, max(len(view.layout) - self.height, 0)) if top > 0 else 0.0

    @property
    def view(self) -> ArticleView:
        """The active article's view."""
        return self.views[self.active]

    @property
    def visible(self) -> tuple[int, ...]:
        """The numbers of the articles on screen, from left to right: those that were active last."""
        return tuple(sorted(self._recent[: len(self.columns)]))

    def on_screen(self) -> Iterator[tuple[int, ArticleView, PaneColumn]]:
        """The visible articles: number, view and column."""
        return ((n, self.views[n], column) for n, column in zip(self.visible, self.columns, strict=True))

    def activate(self, number: int) -> None:
        """Makes an article the active one, which alone has a selection.

        Where it was not visible, it takes the place of the one that was active longest ago.
        """
        if number != self.active:
            self.clear_selection()
        self.active = number
        self.view.link = 0
        self._recent.remove(number)
        self._recent.insert(0, number)

    def clear_selection(self) -> None:
        """Selects nothing."""
        for view in self.views:
            view.selection = None

    def cell_at(self, x: int, y: int) -> PaneCell | None:
        """The cell at `x`, `y` of the screen; None between the columns."""
        for number, view, column in self.on_screen():
            if column.left <= x < column.right:
                row, cell = view.first_row + y, x - column.text
                return PaneCell(number, row, cell, 0 <= cell < column.width and row < len(view.layout))
        return None
