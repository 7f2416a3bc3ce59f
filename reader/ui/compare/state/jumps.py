"""Jumps: where the reading is, the way back from a jump, and several places brought side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.shelf.session import ReadingPosition
from reader.ui.compare.layout.article_layout import ArticleLayout
from reader.ui.compare.state.arrangement import Arrangement
from reader.ui.compare.state.cursor import Cursor
from reader.ui.compare.state.scrolling import Scrolling

__all__ = ["Jumps"]

_MOST = 100  # jumps that can be taken back


class Jumps:
    """Goes far in the articles of an arrangement, and back."""

    def __init__(self, arrangement: Arrangement, scrolling: Scrolling, cursor: Cursor) -> None:
        self._arrangement = arrangement
        self._scrolling = scrolling
        self._cursor = cursor
        self._before: list[ReadingPosition] = []  # each jump, the last one last

    def position(self) -> ReadingPosition:
        """The current position, for `return_to`."""
        views = self._arrangement.views
        return ReadingPosition(self._arrangement.active, [(view.cursor, view.first_offset) for view in views])

    def return_to(self, position: ReadingPosition) -> None:
        """Restores a position; the cursor is in view, whatever the screen's size is now."""
        self._arrangement.activate(position.active)
        for view, (cursor, top) in zip(self._arrangement.views, position.views, strict=True):
            view.put_cursor(cursor)
            self._arrangement.scroll(view, view.row_of(top))
        if not self._scrolling.is_cursor_in_view():
            self._scrolling.reveal_cursor()

    def remember(self) -> None:
        """Remembers the position before a jump."""
        self._before = [*self._before[-_MOST:], self.position()]

    def go_back(self) -> bool:
        """Returns to where the reading was before the last jump; False without one."""
        if not self._before:
            return False
        self.return_to(self._before.pop())
        return True

    # Several places side by side

    def bring_together(self, places: Sequence[tuple[int, int | None]]) -> None:
        """Goes to places (number of an article, code point) in this order, and shows them side by side.

        Where the code point is None the article is made visible only. Articles without one are aligned on the
        match that the last place is in; without a match, they follow by content.
        """
        for number, offset in places:
            self._arrangement.activate(number)
            if offset is not None:
                view = self._arrangement.views[number]
                self._cursor.go_to(number, view.layout.sentence_of(offset))
        self._scrolling.follow_active()
        self._cursor.align()
        offsets = {number: offset for number, offset in places if offset is not None}
        row_on_screen = self._common_row(offsets)
        for number, offset in offsets.items():
            view = self._arrangement.views[number]
            view.put_cursor(view.layout.sentence_of(offset))
            view.top = float(max(view.layout.row_of(offset) - row_on_screen, 0))

    def _common_row(self, offsets: Mapping[int, int]) -> int:
        """The row of the screen on which code points of the visible articles, by number, can be side by side.

        It is the active one's, or the nearest that is neither above the top of an article nor leaves room
        below its end. Without such a row, there is room below an end.
        """
        active, view = self._arrangement.active, self._arrangement.view
        if active not in offsets:
            return 0
        row = view.layout.row_of(offsets[active]) - view.first_row
        numbers = [number for number in self._arrangement.visible if number in offsets]
        possible = [self._possible_rows(self._arrangement.views[n].layout, offsets[n]) for n in numbers]
        return min(max(row, *(first for first, _last in possible)), *(last for _first, last in possible))

    def _possible_rows(self, layout: ArticleLayout, offset: int) -> tuple[int, int]:
        """The first and last row of the screen on which a code point can be, its sentence in view."""
        height = self._arrangement.height
        row, number = layout.row_of(offset), layout.sentence_of(offset)
        end = layout.article.sentences[number].end if number >= 0 else offset
        first = max(row - max(len(layout) - height, 0), 0)
        return first, min(row, max(first, height - len(layout.rows_of(offset, end))))
