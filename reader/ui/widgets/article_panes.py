"""The articles side by side: one Line-API widget that joins the rows of all columns.

One widget and not one a column: a scroll that moves all columns is then one repaint, which halves the
time from key to screen, and there is no echo between panes to guard against.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import VisualType
from textual.widget import Widget

from reader.ui.bindings import bindings_of
from reader.ui.commands import Place
from reader.ui.comparison import Comparison, Link
from reader.ui.layout.columns import LINK_GUTTER, Column
from reader.ui.layout.finding import find
from reader.ui.layout.links import Cell, draw
from reader.ui.layout.spans import Highlight
from reader.ui.layout.spread import Hit, Spread

from .column_painter import ColumnPainter
from .looks import look
from .pane_header import PaneHeader

__all__ = ["ArticlePanes"]

_WHEEL_ROWS = 3


class ArticlePanes(Widget, can_focus=True):
    """Shows a Spread and lets keys and mouse work on it.

    `moved` is called after each change. It is no message, because a message would come a frame late: what
    shows the current sentence elsewhere is painted in one frame with the articles.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Place.PANES)]
    ALLOW_SELECT = False  # it has a selection of its own, in code points of the article
    COMPONENT_CLASSES: ClassVar[set[str]] = {  # each costs at start-up, so that a look is a sum of few
        f"panes--{name}"
        for name in (
            *("title", "quiet", "active", "heading", "boilerplate", "bar", "link", "map", "thumb"),
            *("cursor", "partner", "selection", "strong", "hit"),
            *("verbatim", "near-duplicate", "quote", "same-fact"),
            *("sign-verbatim", "sign-near-duplicate", "sign-quote", "sign-same-fact"),
            *("yellow", "green", "blue", "pink", "orange", "purple"),
        )
    }

    def __init__(self, comparison: Comparison, measure: int, moved: Callable[[], None]) -> None:
        super().__init__(classes="main")
        self._moved = moved
        self.spread = Spread(comparison, measure)
        self._comparison = comparison
        self._painters = [
            ColumnPainter(number, comparison, self._style_of) for number in range(len(comparison.articles))
        ]
        self._header = PaneHeader(self.spread, self._style_of)
        self._styles_seen: dict[tuple[str, ...], Style] = {}
        self._links: list[list[list[Cell]]] = []
        self._drawn: tuple[object, ...] = ()
        self._drag: tuple[int, int] | None = None  # the article and the code point where it began

    # From outside

    def update(self, change: Callable[[Spread], object]) -> None:
        """Changes the spread, repaints what looks different now, and says so."""
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

    def show_highlights(self, number: int, highlights: tuple[Highlight, ...]) -> None:
        """Shows these annotations in an article."""
        self._painters[number].highlights = highlights
        self._redraw()

    # Painting

    def _top(self) -> int:
        """The first row of text, below the header."""
        return self._header.height(self.size.height)

    def on_resize(self) -> None:
        """Wraps the articles for the new width."""
        self._end_drag()
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
        self._links = self._draw_links()
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()
            return
        top = self._top()
        for number, row in before ^ after | {line for line in after if self.spread.views[line[0]].selection}:
            y = row - spread.views[number].first_row
            if number in spread.visible and 0 <= y < spread.height:
                self.refresh(Region(0, top + y, self.size.width, 1))
        self._refresh_links()

    def _refresh_links(self) -> None:
        for column in self.spread.columns[1:]:
            region = Region(column.left - LINK_GUTTER, self._top(), LINK_GUTTER, self.spread.height)
            self.refresh(region)

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
        top = self._top()
        if y >= top:
            segments = self._body_segments(y - top)
        else:
            segments = self._header.line(y, self.size.height, self.size.width)
        return Strip(segments).extend_cell_length(self.size.width, self._style_of())

    def _body_segments(self, y: int) -> list[Segment]:
        segments: list[Segment] = []
        right = 0
        for index, (number, view, column) in enumerate(self.spread.on_screen()):
            segments += self._between(index, right, column, y)
            painter = self._painters[number]
            segments += painter.strip(view, view.first_row + y, number == self.spread.active)
            segments.append(painter.map_cell(view, y, self.spread.height))
            right = column.right
        return segments

    def _between(self, index: int, right: int, column: Column, y: int) -> list[Segment]:
        if index == 0 or y >= len(self._links[index - 1]):
            return [Segment(" " * (column.left - right), self._style_of())]
        return [
            Segment(cell.character, self._style_of("link", *(["active"] if cell.current else [])))
            for cell in self._links[index - 1][y]
        ]

    def _draw_links(self) -> list[list[list[Cell]]]:
        """The link gutters, one between each two neighbouring columns."""
        spread = self.spread
        return [
            draw(spread.lines_between(left, left + 1), spread.height, LINK_GUTTER)
            for left in spread.visible[:-1]
        ]

    # Keys

    def action_step_sentence(self, step: int) -> None:
        """Next or previous sentence, or one row more or less selected."""
        selecting = self.spread.is_selecting()
        self.update(lambda spread: spread.extend_by_row(step) if selecting else spread.step_sentence(step))

    def action_step_word(self, step: int) -> None:
        """One word more or less selected."""
        self.update(lambda spread: spread.extend_by_word(step))

    def action_step_match(self, step: int) -> None:
        """Next or previous match; while something is found, the next or previous hit."""
        if any(view.hits for view in self.spread.views):
            self.update(lambda spread: spread.step_hit(step))
            return
        if not self._comparison.is_complete:
            self.notify("Still looking for matches …", timeout=2)
            return
        before = self.spread.view.cursor
        self.update(lambda spread: spread.step_match(step))
        if self.spread.view.cursor == before:
            way = "further" if step > 0 else "earlier"
            none = f"No match at a threshold of {self._comparison.threshold:.0f}: - shows weaker ones."
            linked = self._comparison.linked(self.spread.active)
            self.notify(f"No {way} match in this article." if linked else none, timeout=3)

    def find(self, query: str) -> list[int]:
        """Shows where `query` is in each article; how many hits each has. Raises FindError."""
        found = [find(article, query) for article in self._comparison.articles]
        self.update(lambda spread: spread.show_hits(found))
        self._redraw()
        return [len(hits) for hits in found]

    def action_counterpart(self) -> None:
        """To the matching sentence of the other article."""
        if self.spread.current_link() is None:
            self.notify("No counterpart: n goes to the next sentence that has one.", timeout=3)
        self.update(lambda spread: spread.counterpart())

    def action_next_link(self) -> None:
        """Another counterpart of the same sentence."""
        self.update(lambda spread: spread.next_link())

    def action_page(self, pages: float) -> None:
        """Scrolls by pages."""
        self.update(lambda spread: spread.page_by(pages))

    def action_top(self) -> None:
        """To the first sentence."""
        self.update(lambda spread: spread.go_to(spread.active, 0))

    def action_bottom(self) -> None:
        """To the last sentence."""
        self.update(lambda spread: spread.go_to(spread.active, len(spread.view.page.article.sentences)))

    def action_step_pane(self, step: int) -> None:
        """To the next or previous article."""
        self.update(lambda spread: spread.activate((spread.active + step) % len(spread.views)))

    def action_sync(self) -> None:
        """The next way of scrolling together."""
        self.update(lambda spread: spread.next_sync())

    def action_select(self) -> None:
        """Begins or ends to select."""
        selecting = self.spread.is_selecting()
        self.update(lambda spread: spread.clear_selection() if selecting else spread.start_selection())

    # Mouse

    def _hit(self, event: events.MouseEvent) -> Hit | None:
        return self.spread.hit(event.x, event.y - self._top())

    def _offset(self, hit: Hit) -> int:
        return self.spread.views[hit.article].page.offset_of(hit.row, hit.cell)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Puts the cursor there; what follows may become a selection."""
        if event.y == 0 and self._header.has_tabs():
            number = self._header.tab_at(event.x, self.size.width)
            self.update(lambda spread: spread.activate(number))
        elif (hit := self._hit(event)) is None:
            self._follow_link(event)
        elif event.y < self._top():
            self.update(lambda spread: spread.activate(hit.article))
        else:
            self._drag = hit.article, self._offset(hit)
            self.capture_mouse()
            self.update(lambda spread: self._put_cursor(spread, hit))

    def _put_cursor(self, spread: Spread, hit: Hit) -> None:
        spread.clear_selection()
        spread.activate(hit.article)
        view = spread.view
        view.cursor = max(view.page.sentence_of(self._offset(hit)), 0)

    def _follow_link(self, event: events.MouseEvent) -> None:
        """A click between the columns: goes along the link that is drawn there."""
        y = event.y - self._top()
        for number, view, column in self.spread.on_screen():
            if column.right <= event.x < column.right + LINK_GUTTER:
                for sentence in view.page.sentences_on(view.first_row + y, view.first_row + y + 1):
                    if links := self._comparison.links(number, sentence):
                        self.update(lambda spread, link=links[0]: self._align(spread, number, sentence, link))  # type: ignore[misc]  # noqa: B023
                        return

    def _align(self, spread: Spread, number: int, sentence: int, link: Link) -> None:
        spread.activate(number)
        spread.view.cursor = sentence
        spread.align_on(link)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects while the button is held, never beyond the article in which it was pressed."""
        if self._drag is None:
            return
        number, anchor = self._drag
        if number != self.spread.active or number not in self.spread.visible:
            self._end_drag()
            return
        column, view = self.spread.columns[number - self.spread.visible.start], self.spread.views[number]
        head = view.page.offset_of(view.first_row + event.y - self._top(), event.x - column.text)
        if head != anchor or view.selection:
            self.update(lambda spread: spread.select(anchor, head))

    def on_mouse_up(self) -> None:
        """Ends a drag."""
        self._end_drag()

    def _end_drag(self) -> None:
        if self._drag is not None:
            self._drag = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Two clicks select the word, three the sentence."""
        hit = self._hit(event)
        if hit is None or not hit.in_text or event.y < self._top():
            return
        if event.chain == 2:
            self.update(lambda spread: spread.select_word(self._offset(hit)))
        elif event.chain == 3 and (sentence := self.spread.view.sentence):
            self.update(lambda spread: spread.select(sentence.start, sentence.end))

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        hit = self._hit(event)
        number = hit.article if hit else self.spread.active
        event.stop()
        self.update(lambda spread: spread.scroll_by(number, rows))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls the article under the pointer."""
        self._wheel(event, _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls the article under the pointer."""
        self._wheel(event, -_WHEEL_ROWS)
