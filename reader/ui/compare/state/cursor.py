"""The cursor: the current sentence of the active article, and its current link."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.matching.model import Match
from reader.ui.compare.comparison import Comparison, MatchLink
from reader.ui.compare.state.arrangement import Arrangement
from reader.ui.compare.state.scrolling import Scrolling, Sync

__all__ = ["Cursor"]


class Cursor:
    """Moves by sentence, by match, by difference, and to a counterpart; the screen follows.

    While `alone` is on, the stops are the sentences that only one article has.
    """

    def __init__(self, arrangement: Arrangement, scrolling: Scrolling, comparison: Comparison) -> None:
        self.alone = False
        self._arrangement = arrangement
        self._scrolling = scrolling
        self._comparison = comparison

    def go_to(self, number: int, sentence: int) -> None:
        """Puts the cursor on a sentence of an article and scrolls as far as it takes to see it."""
        view = self._arrangement.views[number]
        view.put_cursor(sentence)
        if view.sentence:
            self._scrolling.reveal(number, view.sentence.start, view.sentence.end)

    def step_sentence(self, step: int) -> None:
        """Goes to the next or previous sentence."""
        self.go_to(self._arrangement.active, self._arrangement.view.cursor + step)

    def come_along(self) -> None:
        """Moves the cursor to the nearest sentence on screen, if it is not on one."""
        view = self._arrangement.view
        rows = view.rows_on_screen(self._arrangement.height)
        inside = view.layout.sentences_on(rows.start, rows.stop)
        if inside and view.cursor not in inside:
            view.put_cursor(inside[0] if view.cursor < inside[0] else inside[-1])

    # By match

    def step_match(self, step: int) -> bool:
        """Goes to the next or previous sentence with a link, its counterpart beside it; False without one.

        While `alone` is on, goes to the next or previous sentence without a link.
        """
        stops = self._comparison.alone if self.alone else self._comparison.linked
        ahead = self._ahead(stops(self._arrangement.active), step)
        if not ahead:
            return False
        self.go_to(self._arrangement.active, ahead[0])
        self.align()
        return True

    def step_difference(self, step: int) -> bool:
        """Goes to the next or previous sentence that differs from its counterpart; False without one."""
        number = self._arrangement.active
        for sentence in self._ahead(self._comparison.linked(number), step):
            links = self._comparison.links(number, sentence)
            differing = [n for n, link in enumerate(links) if link.match.differences]
            if differing:
                self.go_to(number, sentence)
                self._arrangement.view.link = differing[0]
                self.align()
                return True
        return False

    def _ahead(self, stops: Sequence[int], step: int) -> Sequence[int]:
        """Those of `stops` (sentence numbers, in order) that are ahead of the cursor, the nearest first."""
        cursor = self._arrangement.view.cursor
        if step > 0:
            return stops[bisect_right(stops, cursor) :]
        return stops[: bisect_left(stops, cursor)][::-1]

    def go_along(self, a: int, b: int, match: Match) -> None:
        """Goes to a match of articles a < b: the cursor to its passage in a, the counterpart beside it."""
        self._arrangement.activate(b)  # so that both are visible
        self._arrangement.activate(a)
        self.go_to(a, self._comparison.sentence_at(a, match.a.start))
        numbers = (n for n, link in enumerate(self.links()) if link.match is match)
        self._arrangement.view.link = next(numbers, 0)
        self._align_on_current()

    # Links

    def links(self) -> list[MatchLink]:
        """The links of the current sentence, the strongest first."""
        return self._comparison.links(self._arrangement.active, self._arrangement.view.cursor)

    def link(self) -> MatchLink | None:
        """The link that is looked at: the strongest, unless another one was asked for."""
        links = self.links()
        return links[self._arrangement.view.link % len(links)] if links else None

    def next_link(self) -> None:
        """Looks at the next link of the current sentence, its counterpart beside it."""
        self._arrangement.view.link += 1
        self._align_on_current()

    def go_to_counterpart(self) -> bool:
        """Goes to the counterpart of the current sentence; False where it has none."""
        link = self.link()
        if link is None:
            return False
        self._align_on(link)
        self._arrangement.activate(link.other)
        self.go_to(link.other, link.other_sentence)
        return True

    def align(self) -> None:
        """Aligns the other articles on the current sentence's matches, unless scrolling is free."""
        if self._scrolling.sync is not Sync.FREE:
            for link in reversed(self.links()):
                self._align_on(link)
            self._align_on_current()

    def _align_on_current(self) -> None:
        if link := self.link():
            self._align_on(link)

    def _align_on(self, link: MatchLink) -> None:
        """Scrolls the link's other article so that the counterpart is beside the active one's passage."""
        view, other = self._arrangement.view, self._arrangement.views[link.other]
        row_on_screen = view.layout.row_of(link.passage.start) - view.first_row
        other.cursor = link.other_sentence
        self._arrangement.scroll(other, other.layout.row_of(link.other_passage.start) - row_on_screen)
