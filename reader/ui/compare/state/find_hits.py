"""The hits of a search in the articles of a comparison, and the current one."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ui.compare.state.arrangement import Arrangement
from reader.ui.compare.state.cursor import Cursor
from reader.ui.compare.state.scrolling import Scrolling

__all__ = ["FindHits"]


class FindHits:
    """Steps from hit to hit, from article to article. Hits are code points [start, end)."""

    def __init__(self, arrangement: Arrangement, scrolling: Scrolling, cursor: Cursor) -> None:
        self._arrangement = arrangement
        self._scrolling = scrolling
        self._cursor = cursor

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return any(view.hits for view in self._arrangement.views)

    def show(self, hits: Sequence[list[tuple[int, int]]]) -> None:
        """Shows the hits of each article, and goes to the first one from the cursor on."""
        for view, article_hits in zip(self._arrangement.views, hits, strict=True):
            view.hits, view.hit = article_hits, None
        view = self._arrangement.view
        start = view.sentence.start if view.sentence else 0
        first = next((hit for hit in view.hits if hit[0] >= start), None)
        if first:
            self._go_to(self._arrangement.active, first)
        else:
            self.step(1)

    def step(self, step: int) -> bool:
        """Goes to the next or previous hit, in another article if need be; False without one."""
        count, active = len(self._arrangement.views), self._arrangement.active
        current = self._arrangement.view.hit
        for distance in range(count + 1):
            number = (active + step * distance) % count
            hits = self._arrangement.views[number].hits[:: 1 if step > 0 else -1]
            if distance == 0 and current:
                hits = [hit for hit in hits if (hit > current if step > 0 else hit < current)]
            if hits:
                self._go_to(number, hits[0])
                return True
        return False

    def _go_to(self, number: int, hit: tuple[int, int]) -> None:
        self._arrangement.view.hit = None
        self._arrangement.activate(number)
        view = self._arrangement.view
        view.hit = hit
        self._cursor.go_to(number, view.layout.sentence_of(hit[0]))
        self._scrolling.reveal(number, *hit)
