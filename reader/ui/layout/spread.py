"""The spread: several articles side by side, where each is scrolled to, and the cursor and selection in them.

Like a reader at a table with several papers: one article is active; its cursor is on a sentence.
No textual here: the widget that shows a spread asks it what to draw and tells it what the user did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.articles.model import Role, Sentence
from reader.ui.comparison import Comparison, Link

from .columns import Column, columns
from .link_rows import LinkRows
from .links import Line
from .page import Page
from .sync import follow
from .words import next_end, previous_end, word_at

__all__ = ["Hit", "Spread", "Sync", "View"]

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


class View:
    """One article of a spread. `top` is its first row on screen, `cursor` the number of a sentence."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.top = 0.0
        article = page.article
        body = (n for n, one in enumerate(article.sentences) if article.role(one) is Role.BODY)
        self.cursor = next(body, 0)  # not on a headline or a credit line
        self.selection: tuple[int, int] | None = None  # anchor and head, in code points
        self.hits: list[tuple[int, int]] = []  # what was found, in code points
        self.hit: tuple[int, int] | None = None  # the one that is looked at

    @property
    def first_row(self) -> int:
        """`top` as a row number."""
        return round(self.top)

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor; None in an article without any."""
        sentences = self.page.article.sentences
        return sentences[self.cursor] if sentences else None

    @property
    def selected(self) -> tuple[int, int] | None:
        """Code points [start, end) that are selected."""
        return (min(self.selection), max(self.selection)) if self.selection else None


class Spread:
    """Articles side by side on a screen of `cells` by `height`. As many as fit are visible."""

    def __init__(self, comparison: Comparison, measure: int) -> None:
        self.comparison = comparison
        self.measure = measure
        self.active = 0
        self.sync = Sync.ALIGNED
        self.height = 1
        self.columns: list[Column] = columns(80, len(comparison.articles), measure)
        self.views = [View(Page(article, self.columns[0].width)) for article in comparison.articles]
        self._landmark_rows: dict[tuple[int, int], list[tuple[float, float]]] = {}
        self._link_rows: dict[tuple[int, int], LinkRows] = {}
        self._choice = 0  # which of the current sentence's links is looked at
        self._first = 0  # number of the leftmost visible article

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
        self.activate(self.active)

    def _wrap_again(self, view: View) -> None:
        top = view.page.rows[view.first_row].start if view.page.rows else 0
        view.page = Page(view.page.article, self.columns[0].width)
        view.top = view.page.row_of(top) if view.page.rows else 0

    @property
    def visible(self) -> range:
        """The numbers of the articles on screen, from left to right."""
        return range(self._first, self._first + len(self.columns))

    def on_screen(self) -> Iterator[tuple[int, View, Column]]:
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
        """Makes an article the active one, and visible."""
        self.active = number
        self._choice = 0
        self._first = min(self._first, number)
        self._first = max(self._first, number - len(self.columns) + 1)
        self._first = max(min(self._first, len(self.views) - len(self.columns)), 0)

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
        view.top = min(max(top, 0.0), max(len(view.page) - self.height, 0))

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
        """The links of two articles that have an end on screen, in rows of the screen."""
        here, there = self.views[left], self.views[right]
        if (left, right) not in self._link_rows:
            matches = self.comparison.matches(left, right)
            self._link_rows[left, right] = LinkRows(matches, here.page, there.page)
        shown = self._link_rows[left, right].touching(self._on_screen(here), self._on_screen(there))
        current = self.current_link()
        return [
            Line(a - here.first_row, b - there.first_row, current is not None and match is current.match)
            for a, b, match in shown
        ]

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

    def align_on(self, link: Link) -> None:
        """Scrolls the link's other article so that the counterpart stands beside the active one's passage."""
        here, there = self.views[self.active], self.views[link.other]
        beside = here.page.row_of(link.here.start) - here.first_row
        there.cursor = link.counterpart
        self._put(there, there.page.row_of(link.there.start) - beside)

    def current_links(self) -> list[Link]:
        """The links of the sentence under the active cursor, the strongest first."""
        return self.comparison.links(self.active, self.view.cursor)

    def current_link(self) -> Link | None:
        """The link that is looked at: the strongest, unless another one was asked for."""
        links = self.current_links()
        return links[self._choice % len(links)] if links else None

    def next_link(self) -> None:
        """Looks at the next link of the current sentence, its counterpart beside it."""
        self._choice += 1
        if link := self.current_link():
            self.align_on(link)

    def is_selecting(self) -> bool:
        """Whether something is selected in the active article."""
        return self.view.selection is not None

    # What the keys do

    def step_sentence(self, step: int) -> None:
        """The next or previous sentence."""
        self.go_to(self.active, self.view.cursor + step)

    def step_match(self, step: int) -> bool:
        """The next or previous sentence with a link, its counterpart beside it; False where there is none."""
        linked = self.comparison.linked(self.active)
        ahead = [n for n in linked if (n > self.view.cursor if step > 0 else n < self.view.cursor)]
        if not ahead:
            return False
        self.go_to(self.active, ahead[0] if step > 0 else ahead[-1])
        self.align_current()
        return True

    def align_current(self) -> None:
        """Aligns the other articles on the current match, unless they are to stay where they are."""
        if self.sync is not Sync.FREE:
            for link in reversed(self.current_links()):
                self.align_on(link)

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

    # Finding

    def show_hits(self, hits: Sequence[list[tuple[int, int]]]) -> None:
        """Shows what was found in each article, and goes to the first hit from the cursor on."""
        for view, found in zip(self.views, hits, strict=True):
            view.hits, view.hit = found, None
        start = self.view.sentence.start if self.view.sentence else 0
        if not self._look_at(self.active, next((hit for hit in self.view.hits if hit[0] >= start), None)):
            self.step_hit(1)

    def step_hit(self, step: int) -> bool:
        """The next or previous hit, in the next or previous article if need be; False where there is none."""
        order = [(self.active + step * n) % len(self.views) for n in range(len(self.views) + 1)]
        here = self.view.hit
        for place, number in enumerate(order):
            hits = self.views[number].hits[:: 1 if step > 0 else -1]
            if place == 0 and here:
                hits = [hit for hit in hits if (hit > here if step > 0 else hit < here)]
            if hits:
                return self._look_at(number, hits[0])
        return False

    def _look_at(self, number: int, hit: tuple[int, int] | None) -> bool:
        if hit is None:
            return False
        self.view.hit = None
        self.activate(number)
        self.view.hit = hit
        self.go_to(number, self.view.page.sentence_of(hit[0]))
        self._reveal(number, *hit)
        return True

    def where(self) -> tuple[int, list[tuple[int, int]]]:
        """Where everything stands, for `return_to`: of each article the cursor and the first code point."""
        tops = [view.page.rows[view.first_row].start if view.page.rows else 0 for view in self.views]
        return self.active, [(view.cursor, top) for view, top in zip(self.views, tops, strict=True)]

    def return_to(self, place: tuple[int, list[tuple[int, int]]]) -> None:
        """Everything stands again where it stood, whatever the screen's size is now."""
        active, stood = place
        self.activate(active)
        for view, (cursor, top) in zip(self.views, stood, strict=True):
            view.cursor = cursor
            self._put(view, view.page.row_of(top) if view.page.rows else 0)

    def is_cursor_in_view(self) -> bool:
        """Whether the active cursor's sentence begins on the screen."""
        sentence = self.view.sentence
        return sentence is not None and self.view.page.row_of(sentence.start) in self._on_screen(self.view)

    def reveal_cursor(self) -> None:
        """Scrolls as far as it takes to see the active cursor's sentence."""
        if sentence := self.view.sentence:
            self._reveal(self.active, sentence.start, sentence.end)

    # Selecting

    def start_selection(self) -> None:
        """Begins to select at the first word of the sentence under the cursor."""
        if sentence := self.view.sentence:
            self.select_word(sentence.start)

    def select_word(self, offset: int) -> None:
        """Selects the word at code point `offset` of the active article."""
        self.select(*word_at(self.view.page.article.text, offset))

    def select(self, anchor: int, head: int) -> None:
        """Selects from one code point of the active article to another, in either direction."""
        self.view.selection = (anchor, head)
        self._reveal(self.active, min(head, max(anchor, head) - 1), max(head, 1))

    def clear_selection(self) -> None:
        """Selects nothing."""
        for view in self.views:
            view.selection = None

    def extend_by_word(self, step: int) -> None:
        """Moves the end of the selection to the next or previous end of a word."""
        if self.view.selection:
            anchor, head = self.view.selection
            find = next_end if step > 0 else previous_end
            self.select(anchor, find(self.view.page.article.text, head))

    def extend_by_row(self, step: int) -> None:
        """Moves the end of the selection one row down or up."""
        if self.view.selection:
            anchor, head = self.view.selection
            row, cell = self.view.page.cell_of(head)
            row += step
            while 0 <= row < len(self.view.page) and self.view.page.rows[row].paragraph < 0:
                row += step
            self.select(anchor, self.view.page.offset_of(row, cell))

    def passage(self) -> tuple[int, int] | None:
        """What an action works on: the selection, else the cursor's sentence; code points [start, end)."""
        if self.view.selected and self.view.selected[0] < self.view.selected[1]:
            return self.view.selected
        sentence = self.view.sentence
        return (sentence.start, sentence.end) if sentence else None
