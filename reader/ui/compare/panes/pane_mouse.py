"""The mouse on the articles: a click, a drag, the wheel, a click on a link."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Protocol

from textual import events
from textual.geometry import Size

from reader.matching.model import Match
from reader.ui.compare.layout.column_widths import LINK_GUTTER
from reader.ui.compare.panes.pane_header import PaneHeader
from reader.ui.compare.state.arrangement import PaneCell
from reader.ui.compare.state.compare_state import CompareState

__all__ = ["PaneMouse"]

_WHEEL_ROWS = 3


class _Panes(Protocol):
    """The widget under the mouse."""

    @property
    def size(self) -> Size: ...
    @property
    def top(self) -> int: ...
    def update(self, change: Callable[[CompareState], object], *, jump: bool = False) -> object: ...
    def capture_mouse(self) -> None: ...
    def release_mouse(self) -> None: ...


class PaneMouse:
    """A click puts the cursor there, a drag selects, the wheel scrolls, a click on a link goes along it."""

    def __init__(self, panes: _Panes, state: CompareState, header: PaneHeader) -> None:
        self._panes = panes
        self._state = state
        self._header = header
        self._drag: tuple[int, int] | None = None  # the article and the code point where it began

    def press(self, event: events.MouseDown) -> None:
        """Goes to a tab, a link or a place of the text, where a selection may begin."""
        if event.y == 0 and self._header.has_tabs():
            number = self._header.tab_at(event.x, self._panes.size.width)
            self._panes.update(lambda state: state.arrangement.activate(number))
        elif (cell := self._cell(event)) is None:
            if link := self._link_at(event):
                self._panes.update(lambda state: state.cursor.go_along(*link), jump=True)
        elif event.y < self._panes.top:
            number = cell.article
            self._panes.update(lambda state: state.arrangement.activate(number))
        else:
            self._press_text(cell, extend=event.shift)

    def _press_text(self, cell: PaneCell, *, extend: bool) -> None:
        self._panes.capture_mouse()
        offset = self._offset(cell)
        if extend and cell.article == self._state.active:
            self._panes.update(lambda state: state.selection.extend_to(offset))
            selection = self._state.view.selection
            self._drag = cell.article, selection[0] if selection else offset
        else:
            self._drag = cell.article, offset
            self._panes.update(lambda state: _put_cursor(state, cell.article, offset))

    def _link_at(self, event: events.MouseEvent) -> tuple[int, int, Match] | None:
        """The link that is drawn at a place between two columns: the numbers of its articles, the match."""
        for (left, _, column), (right, _, _) in pairwise(self._state.on_screen()):
            if column.right <= event.x < column.right + LINK_GUTTER:
                match = self._state.links.match_at(left, right, event.y - self._panes.top)
                return (left, right, match) if match else None
        return None

    def drag(self, event: events.MouseMove) -> None:
        """Selects while the button is held, never beyond the article in which it was pressed."""
        if self._drag is None:
            return
        number, anchor = self._drag
        arrangement = self._state.arrangement
        if number != arrangement.active or number not in arrangement.visible:
            self.end_drag()
            return
        view, column = arrangement.view, arrangement.columns[arrangement.visible.index(number)]
        head = view.layout.offset_of(view.first_row + event.y - self._panes.top, event.x - column.text)
        if head != anchor or view.selection:
            self._panes.update(lambda state: state.selection.select(anchor, head))

    def end_drag(self) -> None:
        """Ends the drag, if any."""
        if self._drag is not None:
            self._drag = None
            self._panes.release_mouse()

    def click(self, event: events.Click) -> None:
        """Selects the word by two clicks, the sentence by three."""
        cell = self._cell(event)
        if cell is None or not cell.in_text or event.y < self._panes.top or event.shift:
            return
        offset, sentence = self._offset(cell), self._state.view.sentence
        if event.chain == 2:
            self._panes.update(lambda state: state.selection.select_word(offset))
        elif event.chain == 3 and sentence:
            self._panes.update(lambda state: state.selection.select(sentence.start, sentence.end))

    def scroll(self, event: events.MouseEvent, direction: int) -> None:
        """Scrolls the article under the pointer down (1) or up (-1)."""
        cell = self._cell(event)
        number = cell.article if cell else self._state.active
        event.stop()
        self._panes.update(lambda state: state.scrolling.scroll_by(number, direction * _WHEEL_ROWS))

    def _cell(self, event: events.MouseEvent) -> PaneCell | None:
        return self._state.arrangement.cell_at(event.x, event.y - self._panes.top)

    def _offset(self, cell: PaneCell) -> int:
        return self._state.views[cell.article].layout.offset_of(cell.row, cell.cell)


def _put_cursor(state: CompareState, number: int, offset: int) -> None:
    """Puts the cursor on the sentence at a code point of an article, and selects nothing."""
    state.selection.clear()
    state.arrangement.activate(number)
    state.view.put_cursor(state.view.layout.sentence_of(offset))
