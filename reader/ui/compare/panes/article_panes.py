"""The articles side by side: one Line-API widget that joins the rows of all columns.

One widget for all columns makes a scroll of all of them one repaint, which halves the time from key to
screen, and no pane can echo the scrolling of another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import VisualType
from textual.widget import Widget

from reader.ui.commands import Context
from reader.ui.compare.comparison import Comparison
from reader.ui.compare.layout.column_widths import LINK_GUTTER
from reader.ui.compare.layout.spans import Highlight
from reader.ui.compare.panes.pane_mouse import PaneMouse
from reader.ui.compare.panes.panes_painter import ArticleRow, PanesPainter
from reader.ui.compare.state.compare_state import CompareState
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.component_styles import look

__all__ = ["ArticlePanes"]

Result = TypeVar("Result")


class ArticlePanes(Widget, can_focus=True):
    """Shows a CompareState, and after a change repaints only the rows that look different.

    `moved` is called after each change. It is not a message, because a message would come a frame late: what
    shows the current sentence elsewhere is painted in one frame with the articles.
    """

    ALLOW_SELECT = False  # it has a selection of its own, in code points of the article
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.PANES)]  # keys that a line of input needs
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
        self.state = CompareState(comparison, measure)
        self._moved = moved
        self._painter = PanesPainter(self.state, self._style_of)
        self._mouse = PaneMouse(self, self.state, self._painter.header)
        self._styles_seen: dict[tuple[str, ...], Style] = {}
        self._drawn: tuple[object, ...] = ()
        self._is_laid_out = False  # Textual asks for lines before it says how large the widget is

    # From outside

    def update(self, change: Callable[[CompareState], Result], *, jump: bool = False) -> Result:
        """Changes the state, repaints, and calls `moved`; returns the result of the change.

        Before a `jump` the position is remembered, for the way back.
        """
        if jump:
            self.state.jumps.remember()
        before = self._painter.rows_of_cursor()
        result = change(self.state)
        self._painter.mark_counterpart()
        self._moved()
        self._repaint(before)
        return result

    def matches_changed(self) -> None:
        """Shows other matches from now on: of another alignment, or at another threshold."""
        self.state.matches_changed()
        self._show_all()

    def set_measure(self, cells: int) -> None:
        """Wraps the articles at most `cells` wide; what was on their first rows stays there."""
        self.state.arrangement.measure = cells
        self._lay_out()

    def show_alone(self, *, alone: bool) -> None:
        """Shows what only one article says, or else the matches."""
        self.state.cursor.alone = alone
        for column in self._painter.columns:
            column.alone = alone
        self._show_all()

    @property
    def shows_words(self) -> bool:
        """Whether the text shows which words differ from the counterpart's."""
        return any(column.words for column in self._painter.columns)

    def show_words(self, *, words: bool) -> None:
        """Shows or hides in the text the words that differ from the counterpart's."""
        for column in self._painter.columns:
            column.words = words
        self._redraw()

    def show_hits(self, hits: Sequence[list[tuple[int, int]]]) -> None:
        """Shows what was found in each article, and goes to the first hit from the cursor on."""
        self.state.hits.show(hits)
        self._show_all()

    def show_highlights(self, number: int, highlights: tuple[Highlight, ...], *, is_noted: bool) -> None:
        """Shows these annotations in an article; `is_noted`: there is a note on all of it, too."""
        self.state.views[number].is_noted = is_noted
        self._painter.columns[number].highlights = highlights
        self._redraw()

    # Layout

    @property
    def top(self) -> int:
        """The first row of text, below the header."""
        return self._painter.header.height(self.size.height)

    def on_resize(self) -> None:
        """Wraps the articles for the new width; a drag ends, for it would go on in another place."""
        self._mouse.end_drag()
        self._is_laid_out = True
        self._lay_out()

    def _lay_out(self) -> None:
        in_view = self.state.scrolling.is_cursor_in_view()
        self.state.resize(self.size.width, self.size.height)  # decides whether there are tabs
        self.state.resize(self.size.width, self.size.height - self.top)
        if in_view:
            self.state.scrolling.reveal_cursor()
        self._redraw()

    # Painting

    def notify_style_update(self) -> None:
        """Draws everything again in the styles of another theme."""
        super().notify_style_update()
        self._styles_seen.clear()
        self._redraw()

    def _show_all(self) -> None:
        self._painter.mark_counterpart()
        self._moved()
        self._redraw()

    def _redraw(self) -> None:
        self._painter.forget()
        self._drawn = ()
        self._repaint(set())

    def _repaint(self, before: set[ArticleRow]) -> None:
        """Repaints everything where something scrolled, else the rows that the cursor left and came to."""
        state, after = self.state, self._painter.rows_of_cursor()
        self._painter.forget_rows(before | after)
        tops = tuple(view.first_row for view in state.views)
        drawn = (state.active, state.arrangement.visible, tops, state.height)
        changed_links = self._painter.draw_links()
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()
            return
        selected = {row for row in after if state.views[row[0]].selection}
        self._refresh_rows(before ^ after | selected)
        for gutter, row in changed_links:
            left = state.arrangement.columns[gutter + 1].left - LINK_GUTTER
            self.refresh(Region(left, self.top + row, LINK_GUTTER, 1))

    def _refresh_rows(self, rows: set[ArticleRow]) -> None:
        top = self.top
        for number, view, column in self.state.on_screen():
            for row in (row for article, row in rows if article == number):
                if 0 <= (y := row - view.first_row) < self.state.height:
                    self.refresh(Region(column.left, top + y, column.text + column.width - column.left, 1))

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
        """One row of the widget."""
        if not self._is_laid_out:
            return Strip.blank(self.size.width, self._style_of())
        return self._painter.line(y, self.size)

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Puts the cursor there, and may begin a selection."""
        self._mouse.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects while the button is held."""
        self._mouse.drag(event)

    def on_mouse_up(self) -> None:
        """Ends a drag."""
        self._mouse.end_drag()

    def on_click(self, event: events.Click) -> None:
        """Selects the word by two clicks, the sentence by three."""
        self._mouse.click(event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls the article under the pointer."""
        self._mouse.scroll(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls the article under the pointer."""
        self._mouse.scroll(event, -1)
