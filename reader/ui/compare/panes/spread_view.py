"""Draws a spread: one Line-API widget that joins the rows of all columns.

One widget and not one a column: a scroll that moves all columns is then one repaint, which halves the
time from key to screen, and there is no echo between panes to guard against.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import VisualType
from textual.widget import Widget

from reader.ui.compare.comparison import Comparison
from reader.ui.compare.layout.columns import LINK_GUTTER, PaneColumn
from reader.ui.compare.layout.links import LinkCell, draw
from reader.ui.compare.layout.spans import Highlight
from reader.ui.compare.layout.spread import CompareState
from reader.ui.compare.panes.column_painter import ColumnPainter
from reader.ui.compare.panes.pane_header import PaneHeader
from reader.ui.kit.looks import look

__all__ = ["SpreadView"]


class SpreadView(Widget, can_focus=True):
    """Shows a Spread.

    `moved` is called after each change. It is no message, because a message would come a frame late: what
    shows the current sentence elsewhere is painted in one frame with the articles.
    """

    ALLOW_SELECT = False  # it has a selection of its own, in code points of the article
    COMPONENT_CLASSES: ClassVar[set[str]] = {  # each costs at start-up, so that a look is a sum of few
        f"panes--{name}"
        for name in (
            *("title", "quiet", "active", "heading", "boilerplate", "bar", "link", "map", "thumb"),
            *("word", "differs", "overlap"),
            *("cursor", "partner", "selection", "strong", "hit"),
            *("verbatim", "near-duplicate", "quote", "same-fact", "pinned"),
            *("sign-verbatim", "sign-near-duplicate", "sign-quote", "sign-same-fact", "sign-pinned"),
            *("yellow", "green", "blue", "pink", "orange", "purple"),
        )
    }

    def __init__(self, comparison: Comparison, measure: int, moved: Callable[[], None]) -> None:
        super().__init__(classes="main")
        self._moved = moved
        self.spread = CompareState(comparison, measure)
        self._comparison = comparison
        self._painters = [
            ColumnPainter(number, comparison, self._style_of) for number in range(len(comparison.articles))
        ]
        self._header = PaneHeader(self.spread, self._style_of)
        self._styles_seen: dict[tuple[str, ...], Style] = {}
        self._links: list[list[list[LinkCell]]] = []
        self._drawn: tuple[object, ...] = ()
        self._is_laid_out = False  # Textual asks for lines before it says how large the widget is

    # From outside

    def update(self, change: Callable[[CompareState], object], *, leaving: bool = False) -> None:
        """Changes the spread, repaints what looks different now, and says so.

        `leaving` remembers where everything stood, for the way back.
        """
        if leaving:
            self.spread.leave()
        before = self._lines_of_cursors()
        change(self.spread)
        self._set_partners()
        self._moved()
        self._repaint(before)

    def matches_changed(self) -> None:
        """Another alignment is there, or another threshold is set."""
        self.spread.matches_changed()
        self._set_partners()
        self._moved()
        self._redraw()

    def set_measure(self, cells: int) -> None:
        """Wraps the articles at most `cells` wide; what was on their first rows stays there."""
        self.spread.measure = cells
        self._lay_out()

    def show_alone(self, *, alone: bool) -> None:
        """Shows what each article alone says, or else what they share."""
        self.spread.alone = alone
        for painter in self._painters:
            painter.alone = alone
        self._moved()
        self._redraw()

    def show_words(self, *, words: bool) -> None:
        """Shows in the text, or not, which words differ from the counterpart's."""
        for painter in self._painters:
            painter.words = words
        self._redraw()

    @property
    def shows_words(self) -> bool:
        """Whether the text shows which words differ."""
        return any(painter.words for painter in self._painters)

    def show_hits(self, hits: Sequence[list[tuple[int, int]]]) -> None:
        """Shows what was found in each article, and goes to the first hit from the cursor on."""
        self.spread.show_hits(hits)
        self._set_partners()
        self._moved()
        self._redraw()

    def show_highlights(self, number: int, highlights: tuple[Highlight, ...], *, said: bool = False) -> None:
        """Shows these annotations in an article; `said`: there is one of the article as a whole, too."""
        self.spread.views[number].is_noted = said
        self._painters[number].highlights = highlights
        self._redraw()

    # Painting

    def _top(self) -> int:
        """The first row of text, below the header."""
        return self._header.height(self.size.height)

    def on_resize(self) -> None:
        """Wraps the articles for the new width."""
        self._is_laid_out = True
        self._lay_out()

    def _lay_out(self) -> None:
        in_view = self.spread.is_cursor_in_view()
        self.spread.resize(self.size.width, self.size.height)  # decides whether there are tabs
        self.spread.resize(self.size.width, self.size.height - self._top())
        if in_view:
            self.spread.reveal_cursor()
        self._redraw()

    def notify_style_update(self) -> None:
        """Another theme: no style and no strip is good any more."""
        super().notify_style_update()
        self._styles_seen.clear()
        self._redraw()

    def _redraw(self) -> None:
        for painter in self._painters:
            painter.forget()
        self._drawn = ()
        self._repaint(set())

    def _repaint(self, before: set[tuple[int, int]]) -> None:
        """Repaints everything where something scrolled, else the rows that the cursor left and came to."""
        after = self._lines_of_cursors()
        for number, row in before | after:
            self._painters[number].forget_rows([row])
        spread = self.spread
        drawn = (spread.active, spread.visible, tuple(view.first_row for view in spread.views), spread.height)
        links, self._links = self._links, self._draw_links()
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()
            return
        selected = {line for line in after if spread.views[line[0]].selection}
        self._refresh_rows(before ^ after | selected)
        self._refresh_links(links)

    def _refresh_rows(self, lines: set[tuple[int, int]]) -> None:
        top = self._top()
        for number, view, column in self.spread.on_screen():
            for row in (row for article, row in lines if article == number):
                if 0 <= (y := row - view.first_row) < self.spread.height:
                    self.refresh(Region(column.left, top + y, column.text + column.width - column.left, 1))

    def _refresh_links(self, before: list[list[list[LinkCell]]]) -> None:
        """Repaints the rows of the link gutters that look different now."""
        top = self._top()
        for column, old, new in zip(self.spread.columns[1:], before, self._links, strict=True):
            for y, (was, is_) in enumerate(zip(old, new, strict=True)):
                if was != is_:
                    self.refresh(Region(column.left - LINK_GUTTER, top + y, LINK_GUTTER, 1))

    def _lines_of_cursors(self) -> set[tuple[int, int]]:
        """(article, row) of every row that looks different because of the cursor or a selection."""
        lines: set[tuple[int, int]] = set()
        for number, view in enumerate(self.spread.views):
            spans = [*self._painters[number].partners]
            if number == self.spread.active and view.sentence:
                spans.append((view.sentence.start, view.sentence.end))
            spans += [span for span in (view.selected, view.hit) if span]
            lines |= {(number, row) for span in spans for row in view.page.rows_of(*span)}
        return lines

    def _set_partners(self) -> None:
        link = self.spread.current_link()
        for number, painter in enumerate(self._painters):
            here = link is not None and link.other == number
            painter.partners = ((link.there.start, link.there.end),) if link and here else ()

    def _style_of(self, *names: str) -> Style:
        """The style of the widget with these component classes laid on it, in this order."""
        if names not in self._styles_seen:
            style = self.visual_style
            for name in names:
                style += look(self, f"panes--{name}")
            self._styles_seen[names] = style.rich_style
        return self._styles_seen[names]

    def render(self) -> VisualType:
        """Nothing: the lines are drawn one by one."""
        return ""

    def render_line(self, y: int) -> Strip:
        """One row of the widget: of the header, or of all columns side by side."""
        if not self._is_laid_out:
            return Strip.blank(self.size.width, self._style_of())
        top = self._top()
        if y >= top:
            return Strip(self._body_segments(y - top), self.size.width)
        segments = self._header.line(y, self.size.height, self.size.width)
        return Strip(segments).extend_cell_length(self.size.width, self._style_of())

    def _body_segments(self, y: int) -> list[Segment]:
        segments: list[Segment] = []
        right = 0
        for index, (number, view, column) in enumerate(self.spread.on_screen()):
            segments += self._between(index, right, column, y)
            painter = self._painters[number]
            segments += painter.row(view, view.first_row + y, number == self.spread.active)
            segments.append(painter.map_cell(view, y, self.spread.height))
            right = column.right
        if right < self.size.width:
            segments.append(Segment(" " * (self.size.width - right), self._style_of()))
        return segments

    def _between(self, index: int, right: int, column: PaneColumn, y: int) -> list[Segment]:
        if index == 0 or y >= len(self._links[index - 1]):
            return [Segment(" " * (column.left - right), self._style_of())]
        return [
            Segment(cell.character, self._style_of("link", *(["active"] if cell.current else [])))
            for cell in self._links[index - 1][y]
        ]

    def _draw_links(self) -> list[list[list[LinkCell]]]:
        """The link gutters, one between each two neighbouring columns."""
        spread = self.spread
        return [
            draw(spread.lines_between(left, right), spread.height, LINK_GUTTER)
            for left, right in pairwise(spread.visible)
        ]
