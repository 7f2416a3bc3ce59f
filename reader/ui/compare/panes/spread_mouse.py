"""What the mouse does to a spread."""

from __future__ import annotations

from itertools import pairwise

from textual import events

from reader.matching.model import Match
from reader.ui.compare.layout.columns import LINK_GUTTER
from reader.ui.compare.layout.spread import CompareState, Hit
from reader.ui.compare.panes.spread_view import SpreadView

__all__ = ["SpreadMouse"]

_WHEEL_ROWS = 3


class SpreadMouse(SpreadView):
    """A click puts the cursor there, a drag selects, the wheel scrolls, a click on a link goes along it."""

    _drag: tuple[int, int] | None = None  # the article and the code point where it began

    def on_resize(self) -> None:
        """A drag would go on in another place: it ends."""
        self._end_drag()

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
            self._press(hit, extend=event.shift)

    def _press(self, hit: Hit, *, extend: bool) -> None:
        self.capture_mouse()
        if extend and hit.article == self.spread.active:
            self.update(lambda spread: spread.extend_to(self._offset(hit)))
            anchor = self.spread.view.selection
            self._drag = hit.article, anchor[0] if anchor else self._offset(hit)
        else:
            self._drag = hit.article, self._offset(hit)
            self.update(lambda spread: self._put_cursor(spread, hit))

    def _put_cursor(self, spread: CompareState, hit: Hit) -> None:
        spread.clear_selection()
        spread.activate(hit.article)
        view = spread.view
        view.cursor = max(view.page.sentence_of(self._offset(hit)), 0)

    def _follow_link(self, event: events.MouseEvent) -> None:
        """A click between the columns: goes along the link that is drawn there."""
        for (left, _, column), (right, _, _) in pairwise(self.spread.on_screen()):
            if column.right <= event.x < column.right + LINK_GUTTER:
                if match := self.spread.match_at(left, right, event.y - self._top()):
                    self.go_along(left, right, match)
                return

    def go_along(self, a: int, b: int, match: Match) -> None:
        """Goes to a match of articles a < b: the cursor to its passage in a, the counterpart beside it."""
        self.update(lambda spread: spread.go_along(a, b, match), leaving=True)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Selects while the button is held, never beyond the article in which it was pressed."""
        if self._drag is None:
            return
        number, anchor = self._drag
        if number != self.spread.active or number not in self.spread.visible:
            self._end_drag()
            return
        view = self.spread.views[number]
        column = self.spread.columns[self.spread.visible.index(number)]
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
        if event.shift:
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
