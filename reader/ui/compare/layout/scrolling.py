"""Several articles side by side: which are visible, where each is scrolled to, and what follows what."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from reader.matching.model import Match
from reader.shelf.session import ReadingPosition
from reader.ui.compare.comparison import Comparison, MatchLink
from reader.ui.compare.layout.columns import PaneColumn, columns
from reader.ui.compare.layout.link_rows import LinkRows
from reader.ui.compare.layout.links import Line
from reader.ui.compare.layout.page import ArticleLayout
from reader.ui.compare.layout.sync import follow
from reader.ui.compare.layout.view import View

__all__ = ["Hit", "ReadingPosition", "Scrolling", "Sync"]

_MOST_LEFT = 100  # jumps that can be taken back
_SCROLL_MARGIN = 2  # rows kept in view above and below the cursor


class Sync(StrEnum):
    """What scrolling one article does to the others."""

    ALIGNED = "aligned"  # they follow by content
    OFFSET = "offset"  # they move by as many rows
    FREE = "free"  # they stay


class Hit(NamedTuple):
    """What is at a place on the screen: an article's row and cell, and whether text can stand there."""

    article: int
    row: int
    cell: int
    in_text: bool


class Scrolling:
    """Articles side by side on a screen of `cells` by `height`. As many as fit are visible."""

    def __init__(self, comparison: Comparison, measure: int) -> None:
        self.comparison = comparison
        self.measure = measure
        self.active = 0
        self.sync = Sync.ALIGNED
        self.height = 1
        self.columns: list[PaneColumn] = columns(80, len(comparison.articles), measure)
        self.views = [View(ArticleLayout(article, self.columns[0].width)) for article in comparison.articles]
        self._landmark_rows: dict[tuple[int, int], list[tuple[float, float]]] = {}
        self._link_rows: dict[tuple[int, int], LinkRows] = {}
        self._choice = 0  # which of the current sentence's links is looked at
        self._left: list[ReadingPosition] = []  # before each jump, the last one last
        self._recent = list(range(len(self.views)))  # article numbers, the one that was active last first

    # Geometry

    def resize(self, cells: int, height: int) -> None:
        """Lays the articles out for a screen; what was on its first row stays there."""
        self.height = max(height, 1)
        self._landmark_rows.clear()
        self._link_rows.clear()
        self.columns = columns(cells, len(self.views), self.measure)
        for view in self.views:
            if view.page.width != self.columns[0].width:
                self._wrap_again(view)
            self._put(view, view.top)

    def _wrap_again(self, view: View) -> None:
        top = view.page.rows[view.first_row].start if view.page.rows else 0
        view.page = ArticleLayout(view.page.article, self.columns[0].width)
        view.top = view.page.row_of(top) if view.page.rows else 0

    @property
    def visible(self) -> tuple[int, ...]:
        """The numbers of the articles on screen, from left to right: those that were active last."""
        return tuple(sorted(self._recent[: len(self.columns)]))

    def on_screen(self) -> Iterator[tuple[int, View, PaneColumn]]:
        """The visible articles: number, view and column."""
        return ((n, self.views[n], column) for n, column in zip(self.visible, self.columns, strict=True))

    def hit(self, x: int, y: int) -> Hit | None:
        """What is at cell `x` of row `y` of the screen; None between the columns."""
        for number, view, column in self.on_screen():
            if column.left <= x < column.right:
                row, cell = view.first_row + y, x - column.text
                return Hit(number, row, cell, 0 <= cell < column.width and row < len(view.page))
        return None

    # Moving

    @property
    def view(self) -> View:
        """The active article's view."""
        return self.views[self.active]

    def activate(self, number: int) -> None:
        """Makes an article the active one; where it was not visible, it takes the oldest one's place."""
        self.active = number
        self._choice = 0
        self._recent.remove(number)
        self._recent.insert(0, number)

    def scroll_to(self, number: int, top: float) -> None:
        """Scrolls an article; the others follow as `sync` says."""
        view = self.views[number]
        before = view.top
        self._put(view, top)
        for other, follower in enumerate(self.views):
            if other != number and view.top != before:
                self._follow(number, view, other, follower, view.top - before)

    def scroll_by(self, number: int, rows: float) -> None:
        """Scrolls an article by some rows."""
        self.scroll_to(number, self.views[number].top + rows)

    def _put(self, view: View, top: float) -> None:
        view.top = min(top, max(len(view.page) - self.height, 0)) if top > 0 else 0.0

    def _follow(self, number: int, view: View, other: int, follower: View, moved: float) -> None:
        if self.sync is Sync.OFFSET:
            self._put(follower, follower.top + moved)
        elif self.sync is Sync.ALIGNED:
            rows, other_rows = len(view.page), len(follower.page)
            self._put(
                follower, follow(view.top, self.height, rows, other_rows, self._landmarks(number, other))
            )

    def _landmarks(self, number: int, other: int) -> list[tuple[float, float]]:
        if (number, other) not in self._landmark_rows:
            self._landmark_rows[number, other] = self._find_landmarks(number, other)
        return self._landmark_rows[number, other]

    def _find_landmarks(self, number: int, other: int) -> list[tuple[float, float]]:
        here, there = self.views[number].page, self.views[other].page
        found: list[tuple[float, float]] = []
        for a, b in self.comparison.landmarks(number, other):
            rows = float(here.row_of(a)), float(there.row_of(b))
            if not found or (rows[0] > found[-1][0] and rows[1] > found[-1][1]):
                found.append(rows)
        return found

    def lines_between(self, left: int, right: int) -> list[Line]:
        """The links of articles left < right that have an end on screen, in rows of the screen."""
        current = self.current_link()
        return [
            Line(here, there, current is not None and match is current.match)
            for here, there, match in self._ends_between(left, right)
        ]

    def match_at(self, left: int, right: int, row: int) -> Match | None:
        """The match whose link begins, ends or runs at a row of the screen, between articles left < right."""
        ends = self._ends_between(left, right)
        near = [one for one in ends if row in one[:2]] or [
            one for one in ends if min(one[:2]) < row < max(one[:2])
        ]
        return near[0][2] if near else None

    def _ends_between(self, left: int, right: int) -> list[tuple[int, int, Match]]:
        here, there = self.views[left], self.views[right]
        if (left, right) not in self._link_rows:
            matches = self.comparison.matches(left, right)
            self._link_rows[left, right] = LinkRows(matches, here.page, there.page)
        shown = self._link_rows[left, right].touching(self._on_screen(here), self._on_screen(there))
        return [(a - here.first_row, b - there.first_row, match) for a, b, match in shown]

    def _on_screen(self, view: View) -> range:
        return range(view.first_row, view.first_row + self.height)

    def matches_changed(self) -> None:
        """Other matches are shown now: of another alignment, or at another threshold."""
        self._landmark_rows.clear()
        self._link_rows.clear()
        self.follow_active()

    def follow_active(self) -> None:
        """Brings the other articles along with the active one, where it stands."""
        if self.sync is Sync.ALIGNED:
            for other, follower in enumerate(self.views):
                if other != self.active:
                    self._follow(self.active, self.view, other, follower, 0)

    def next_sync(self) -> None:
        """The next way of scrolling together."""
        ways = list(Sync)
        self.sync = ways[(ways.index(self.sync) + 1) % len(ways)]
        self.follow_active()

    def go_to(self, number: int, sentence: int) -> None:
        """Puts the cursor on a sentence of an article and scrolls as far as it takes to see it."""
        view = self.views[number]
        if not view.page.article.sentences:
            return
        view.cursor = min(max(sentence, 0), len(view.page.article.sentences) - 1)
        self._choice = 0
        span = view.page.article.sentences[view.cursor]
        self._reveal(number, span.start, span.end)

    def _reveal(self, number: int, start: int, end: int) -> None:
        view = self.views[number]
        rows = view.page.rows_of(start, end)
        margin = min(_SCROLL_MARGIN, (self.height - 1) // 2)
        if rows[0] - margin < view.first_row:
            self.scroll_to(number, rows[0] - margin)
        elif rows[-1] + margin >= view.first_row + self.height:
            self.scroll_to(number, min(rows[-1] + margin + 1 - self.height, rows[0] - margin))

    def align_on(self, link: MatchLink) -> None:
        """Scrolls the link's other article so that the counterpart stands beside the active one's passage."""
        here, there = self.views[self.active], self.views[link.other]
        beside = here.page.row_of(link.here.start) - here.first_row
        there.cursor = link.counterpart
        self._put(there, there.page.row_of(link.there.start) - beside)

    def current_links(self) -> list[MatchLink]:
        """The links of the sentence under the active cursor, the strongest first."""
        return self.comparison.links(self.active, self.view.cursor)

    def current_link(self) -> MatchLink | None:
        """The link that is looked at: the strongest, unless another one was asked for."""
        links = self.current_links()
        return links[self._choice % len(links)] if links else None

    def next_link(self) -> None:
        """Looks at the next link of the current sentence, its counterpart beside it."""
        self._choice += 1
        if link := self.current_link():
            self.align_on(link)

    def where(self) -> ReadingPosition:
        """Where everything stands, for `return_to`."""
        tops = [view.page.rows[view.first_row].start if view.page.rows else 0 for view in self.views]
        return ReadingPosition(
            self.active, [(view.cursor, top) for view, top in zip(self.views, tops, strict=True)]
        )

    def return_to(self, place: ReadingPosition) -> None:
        """Everything stands where it stood, and the cursor is in view, whatever the screen's size is now."""
        active, stood = place
        self.activate(active)
        for view, (cursor, top) in zip(self.views, stood, strict=True):
            view.cursor = min(max(cursor, 0), max(len(view.page.article.sentences) - 1, 0))
            self._put(view, view.page.row_of(top) if view.page.rows else 0)
        if not self.is_cursor_in_view():
            self.reveal_cursor()

    def leave(self) -> None:
        """Remembers where everything stands, before a jump."""
        self._left = [*self._left[-_MOST_LEFT:], self.where()]

    def go_back(self) -> bool:
        """Everything stands where it stood before the last jump; False where nothing was left."""
        if not self._left:
            return False
        self.return_to(self._left.pop())
        return True

    def is_cursor_in_view(self) -> bool:
        """Whether the active cursor's sentence begins on the screen."""
        sentence = self.view.sentence
        return sentence is not None and self.view.page.row_of(sentence.start) in self._on_screen(self.view)

    def reveal_cursor(self) -> None:
        """Scrolls as far as it takes to see the active cursor's sentence."""
        if sentence := self.view.sentence:
            self._reveal(self.active, sentence.start, sentence.end)
