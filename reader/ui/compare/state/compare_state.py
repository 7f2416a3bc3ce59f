"""The state of the compare screen: articles side by side, as on a table.

One article is active; its cursor is on a sentence. A widget draws the state, and passes on the
keys and the mouse.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.ui.compare.comparison import Comparison
from reader.ui.compare.layout.column_widths import PaneColumn
from reader.ui.compare.layout.links import Line
from reader.ui.compare.state.arrangement import Arrangement
from reader.ui.compare.state.article_view import ArticleView
from reader.ui.compare.state.cursor import Cursor
from reader.ui.compare.state.find_hits import FindHits
from reader.ui.compare.state.jumps import Jumps
from reader.ui.compare.state.link_lines import LinkLines
from reader.ui.compare.state.scrolling import Scrolling
from reader.ui.compare.state.text_selection import TextSelection

__all__ = ["CompareState"]


class CompareState:
    """The parts of the state, each with its own data."""

    def __init__(self, comparison: Comparison, measure: int) -> None:
        self.comparison = comparison
        self.arrangement = Arrangement(comparison.articles, measure)
        self.scrolling = Scrolling(self.arrangement, comparison)
        self.cursor = Cursor(self.arrangement, self.scrolling, comparison)
        self.selection = TextSelection(self.arrangement, self.scrolling)
        self.hits = FindHits(self.arrangement, self.scrolling, self.cursor)
        self.jumps = Jumps(self.arrangement, self.scrolling, self.cursor)
        self.links = LinkLines(self.arrangement, comparison)

    @property
    def active(self) -> int:
        """The number of the active article."""
        return self.arrangement.active

    @property
    def view(self) -> ArticleView:
        """The active article's view."""
        return self.arrangement.view

    @property
    def views(self) -> list[ArticleView]:
        """The views of all articles, by number."""
        return self.arrangement.views

    @property
    def height(self) -> int:
        """The rows of the screen that show text."""
        return self.arrangement.height

    def on_screen(self) -> Iterator[tuple[int, ArticleView, PaneColumn]]:
        """The visible articles: number, view and column."""
        return self.arrangement.on_screen()

    def resize(self, cells: int, height: int) -> None:
        """Arranges the articles on a screen of this size; what was on their first rows stays there."""
        self._forget()
        self.arrangement.resize(cells, height)

    def matches_changed(self) -> None:
        """Follows other matches from now on: of another alignment, or at another threshold."""
        self._forget()
        self.scrolling.follow_active()

    def _forget(self) -> None:
        self.scrolling.forget()
        self.links.forget()

    def page_by(self, pages: float) -> None:
        """Scrolls the active article by pages; its cursor comes along."""
        self.scrolling.page_by(pages)
        self.cursor.come_along()

    def lines_between(self, left: int, right: int) -> list[Line]:
        """The lines to draw between articles number left < right, in rows of the screen."""
        link = self.cursor.link()
        return self.links.between(left, right, link.match if link else None)
