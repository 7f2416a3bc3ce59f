"""Scrolling: one article moves, and the others follow it by content, by as many rows, or not at all."""

from __future__ import annotations

from enum import StrEnum

from reader.ui.compare.comparison import Comparison
from reader.ui.compare.layout.sync import follow
from reader.ui.compare.state.arrangement import Arrangement
from reader.ui.compare.state.article_view import ArticleView

__all__ = ["Scrolling", "Sync"]

_MARGIN = 2  # rows kept in view above and below the cursor


class Sync(StrEnum):
    """The effect of scrolling one article on the others."""

    ALIGNED = "aligned"  # they follow by content
    OFFSET = "offset"  # they move by as many rows
    FREE = "free"  # they stay


class Scrolling:
    """Scrolls the articles of an arrangement, as `sync` says. Articles go by number."""

    def __init__(self, arrangement: Arrangement, comparison: Comparison) -> None:
        self.sync = Sync.ALIGNED
        self._arrangement = arrangement
        self._comparison = comparison
        self._landmarks: dict[tuple[int, int], list[tuple[float, float]]] = {}  # in rows

    def forget(self) -> None:
        """Computes the landmarks again when they are needed: the rows or the matches have changed."""
        self._landmarks.clear()

    def scroll_to(self, number: int, top: float) -> None:
        """Makes a row the first one of an article on screen; the others follow as `sync` says."""
        view = self._arrangement.views[number]
        before = view.top
        self._arrangement.scroll(view, top)
        if view.top != before:
            self._bring_others(number, view.top - before)

    def scroll_by(self, number: int, rows: float) -> None:
        """Scrolls an article by some rows."""
        self.scroll_to(number, self._arrangement.views[number].top + rows)

    def page_by(self, pages: float) -> None:
        """Scrolls the active article by pages."""
        self.scroll_by(self._arrangement.active, pages * max(self._arrangement.height - 2, 1))

    def follow_active(self) -> None:
        """Brings the other articles to where the active one is, if they follow by content."""
        if self.sync is Sync.ALIGNED:
            self._bring_others(self._arrangement.active, 0)

    def next_sync(self) -> None:
        """The next way of scrolling together."""
        ways = list(Sync)
        self.sync = ways[(ways.index(self.sync) + 1) % len(ways)]
        self.follow_active()

    def _bring_others(self, number: int, rows: float) -> None:
        """The other articles follow one that moved by some rows."""
        view = self._arrangement.views[number]
        for other, follower in enumerate(self._arrangement.views):
            if other == number or self.sync is Sync.FREE:
                continue
            aligned = self.sync is Sync.ALIGNED
            top = self._beside(number, view, other, follower) if aligned else follower.top + rows
            self._arrangement.scroll(follower, top)

    def _beside(self, number: int, view: ArticleView, other: int, follower: ArticleView) -> float:
        """The first row of another article at which it is beside the same content."""
        landmarks = self._landmarks_between(number, other)
        height = self._arrangement.height
        return follow(view.top, height, len(view.layout), len(follower.layout), landmarks)

    def _landmarks_between(self, number: int, other: int) -> list[tuple[float, float]]:
        if (number, other) not in self._landmarks:
            self._landmarks[number, other] = self._find_landmarks(number, other)
        return self._landmarks[number, other]

    def _find_landmarks(self, number: int, other: int) -> list[tuple[float, float]]:
        """Pairs of rows (of the article, of the other) with the same content, both strictly increasing."""
        layout, other_layout = (self._arrangement.views[n].layout for n in (number, other))
        pairs: list[tuple[float, float]] = []
        for offset, other_offset in self._comparison.landmarks(number, other):
            rows = float(layout.row_of(offset)), float(other_layout.row_of(other_offset))
            if not pairs or (rows[0] > pairs[-1][0] and rows[1] > pairs[-1][1]):
                pairs.append(rows)
        return pairs

    # Into view

    def reveal(self, number: int, start: int, end: int) -> None:
        """Scrolls an article as far as it takes to see code points [start, end)."""
        view, height = self._arrangement.views[number], self._arrangement.height
        rows = view.layout.rows_of(start, end)
        margin = min(_MARGIN, (height - 1) // 2)
        if rows[0] - margin < view.first_row:
            self.scroll_to(number, rows[0] - margin)
        elif rows[-1] + margin >= view.first_row + height:
            self.scroll_to(number, min(rows[-1] + margin + 1 - height, rows[0] - margin))

    def is_cursor_in_view(self) -> bool:
        """Whether the active cursor's sentence begins on the screen."""
        view = self._arrangement.view
        rows = view.rows_on_screen(self._arrangement.height)
        return view.sentence is not None and view.layout.row_of(view.sentence.start) in rows

    def reveal_cursor(self) -> None:
        """Scrolls as far as it takes to see the active cursor's sentence."""
        if sentence := self._arrangement.view.sentence:
            self.reveal(self._arrangement.active, sentence.start, sentence.end)
