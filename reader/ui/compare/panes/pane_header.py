"""The header above the articles: tabs where not all of them fit; the title and source of each, a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line
from reader.ui.compare.state.compare_state import CompareState
from reader.ui.kit.cells import shorten

__all__ = ["PaneHeader"]

_LOW = 12  # rows: on a lower screen the line of sources is left out


class PaneHeader:
    """Draws the header of a CompareState. `style_of` turns names of component classes into a style."""

    def __init__(self, state: CompareState, style_of: Callable[..., Style]) -> None:
        self._state = state
        self._style_of = style_of
        self._letter = state.comparison.letter

    def height(self, rows: int) -> int:
        """The number of the widget's `rows` that the header takes."""
        return 2 + (rows > _LOW) + self.has_tabs()

    def has_tabs(self) -> bool:
        """Whether more articles are open than fit on the screen."""
        return len(self._state.arrangement.columns) < len(self._state.views)

    def tab_at(self, x: int, cells: int) -> int:
        """The number of the article whose tab is at cell `x`."""
        return min(x // self._tab_width(cells), len(self._state.views) - 1)

    def _tab_width(self, cells: int) -> int:
        return max(cells // len(self._state.views), 4)

    def line(self, y: int, rows: int, cells: int) -> list[Segment]:
        """Row `y` of the header of a widget of `rows` by `cells`."""
        if self.has_tabs():
            if y == 0:
                return list(self._tabs(cells))
            y -= 1
        texts = (self._title, self._facts, self._rule) if rows > _LOW else (self._title, self._rule)
        return list(self._columns(texts[y]))

    def _tabs(self, cells: int) -> Iterator[Segment]:
        width = self._tab_width(cells)
        for number, view in enumerate(self._state.views):
            style = self._style_of("map", "title" if number in self._state.arrangement.visible else "quiet")
            label = shorten(f" {self._letter(number)} {view.layout.article.title}", width - 1)
            yield from Strip([Segment(label, style)]).extend_cell_length(width, style)

    def _columns(self, text: Callable[[int, int], list[Segment]]) -> Iterator[Segment]:
        right = 0
        for number, _view, column in self._state.on_screen():
            yield Segment(" " * (column.left - right), self._style_of())
            width = column.right - column.left
            yield from Strip(text(number, width)).adjust_cell_length(width, self._style_of())
            right = column.right

    def _title(self, number: int, width: int) -> list[Segment]:
        style = self._style_of("title", *(["strong"] if number == self._state.active else []))
        view = self._state.views[number]
        title = shorten(("✎ " if view.is_noted else "") + view.layout.article.title, width - 4)
        return [Segment(f" {self._letter(number)} ", self._style_of("bar")), Segment(title, style)]

    def _facts(self, number: int, width: int) -> list[Segment]:
        facts = shorten(_facts(self._state.views[number].layout.article), width - 4)
        return [Segment("   ", self._style_of()), Segment(facts, self._style_of("quiet"))]

    def _rule(self, number: int, width: int) -> list[Segment]:
        active = number == self._state.active
        rule = Segment(
            ("━" if active else "─") * (width - 4), self._style_of("active" if active else "quiet")
        )
        return [Segment("   ", self._style_of()), rule]


def _facts(article: Article) -> str:
    facts = " · ".join(fact for fact in (article.source, article.date, article.author) if fact)
    return facts or sanitize_line(Path(article.path).name)
