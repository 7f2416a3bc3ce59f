"""The spread: articles side by side, and what a reader does with them.

Like a reader at a table with several papers: one article is active; its cursor is on a sentence.
No textual here: the widget that shows a spread asks it what to draw and tells it what the user did.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from reader.matching.model import Match
from reader.ui.compare.layout.page import ArticleLayout
from reader.ui.compare.layout.scrolling import Hit, ReadingPosition, Sync
from reader.ui.compare.layout.seeking import Seeking
from reader.ui.compare.layout.selecting import Selecting
from reader.ui.compare.layout.view import View

__all__ = ["CompareState", "Hit", "ReadingPosition", "Sync", "View"]


class CompareState(Selecting, Seeking):
    """Moves the cursor: by sentence, by match, by page, to a counterpart.

    While `alone` is on, what only one article says is what is looked for and shown.
    """

    alone = False

    def step_sentence(self, step: int) -> None:
        """The next or previous sentence."""
        self.go_to(self.active, self.view.cursor + step)

    def step_match(self, step: int) -> bool:
        """The next or previous sentence with a link, its counterpart beside it; False where there is none.

        While `alone` is on, the next or previous sentence without one.
        """
        stops = self.comparison.alone if self.alone else self.comparison.linked
        return self._step_to(stops(self.active), step)

    def step_difference(self, step: int) -> bool:
        """The next or previous sentence that differs from its counterpart; False where there is none."""
        number, ahead = self.active, self._ahead(self.comparison.linked(self.active), step)
        differing = (
            n for n in ahead if any(one.match.differences for one in self.comparison.links(number, n))
        )
        if (found := next(differing, None)) is None:
            return False
        self.go_to(number, found)
        links = self.current_links()
        self._choice = next(n for n, link in enumerate(links) if link.match.differences)
        self.align_current()
        return True

    def _differs(self, sentence: int) -> bool:
        return any(link.match.differences for link in self.comparison.links(self.active, sentence))

    def go_along(self, a: int, b: int, match: Match) -> None:
        """Goes to a match of articles a < b: the cursor to its passage in a, the counterpart beside it."""
        sentence = self.comparison.sentence_at(a, match.a.start)
        self.activate(b)  # so that both are visible
        self.activate(a)
        self.go_to(a, sentence)
        links = self.current_links()
        self._choice = next((n for n, link in enumerate(links) if link.match is match), 0)
        if link := self.current_link():
            self.align_on(link)

    def _step_to(self, stops: Sequence[int], step: int) -> bool:
        if not (ahead := self._ahead(stops, step)):
            return False
        self.go_to(self.active, ahead[0])
        self.align_current()
        return True

    def _ahead(self, stops: Sequence[int], step: int) -> Sequence[int]:
        """Those of `stops` (sentence numbers, in order) that lie before the cursor, the nearest first."""
        if step > 0:
            return stops[bisect_right(stops, self.view.cursor) :]
        return stops[: bisect_left(stops, self.view.cursor)][::-1]

    def align_current(self) -> None:
        """Aligns the other articles on the current match, unless they are to stay where they are."""
        if self.sync is not Sync.FREE:
            for link in [*reversed(self.current_links()), self.current_link()]:
                if link:
                    self.align_on(link)

    def bring_together(self, places: Sequence[tuple[int, int | None]]) -> None:
        """Goes to places (number of an article, code point), to the last one last, the others beside it.

        Where a code point is None the article is to be seen, too. Those without one are aligned on the match
        that the last place is in, else they follow.
        """
        for number, offset in places:
            self.activate(number)
            if offset is not None:
                self.go_to(number, self.views[number].page.sentence_of(offset))
        self.follow_active()
        self.align_current()
        offsets = {number: offset for number, offset in places if offset is not None}
        beside = self._row_together(offsets)
        for number, offset in offsets.items():
            view = self.views[number]
            view.cursor = view.page.sentence_of(offset)
            view.top = float(max(view.page.row_of(offset) - beside, 0))

    def _row_together(self, offsets: Mapping[int, int]) -> int:
        """The row of the screen at which code points of the visible articles, by number, stand together.

        That is where the active one stands, or the nearest that is neither above the top of an article nor
        leaves room below its end; where there is none, there is room below an end.
        """
        if self.active not in offsets:
            return 0
        here = self.view.page.row_of(offsets[self.active]) - self.view.first_row
        seen = [self._possible_rows(self.views[n].page, offsets[n]) for n in self.visible if n in offsets]
        return min(max(here, *(first for first, _last in seen)), *(last for _first, last in seen))

    def _possible_rows(self, page: ArticleLayout, offset: int) -> tuple[int, int]:
        """The first and last row of the screen at which a code point can stand, its sentence in view."""
        row, number = page.row_of(offset), page.sentence_of(offset)
        end = page.article.sentences[number].end if number >= 0 else offset
        first = max(row - max(len(page) - self.height, 0), 0)
        return first, min(row, max(first, self.height - len(page.rows_of(offset, end))))

    def counterpart(self) -> bool:
        """Goes to the counterpart of the current sentence; False where it has none."""
        link = self.current_link()
        if link is None:
            return False
        self.align_on(link)
        self.activate(link.other)
        self.go_to(link.other, link.counterpart)
        return True

    def page_by(self, pages: float) -> None:
        """Scrolls the active article by pages; its cursor comes along."""
        self.scroll_by(self.active, pages * max(self.height - 2, 1))
        self.bring_cursor()

    def bring_cursor(self) -> None:
        """Moves the active cursor to the nearest sentence on screen, if it is not on one."""
        view = self.view
        inside = list(view.page.sentences_on(view.first_row, view.first_row + self.height))
        if inside and view.cursor not in inside:
            view.cursor = inside[0] if view.cursor < inside[0] else inside[-1]
            self._choice = 0
