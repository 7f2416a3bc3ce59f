"""The articles side by side, worked by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from reader.ui.commands import Context
from reader.ui.compare.layout.columns import LEAST_MEASURE
from reader.ui.compare.layout.spread import CompareState
from reader.ui.compare.panes.spread_mouse import SpreadMouse
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles

__all__ = ["ArticlePanes"]


class ArticlePanes(SpreadMouse):
    """What the keys do to a spread."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.PANES)]

    @handles("panes.down", 1)
    @handles("panes.up", -1)
    def action_step_sentence(self, step: int) -> None:
        """Next or previous sentence, or one row more or less selected."""
        selecting = self.spread.is_selecting()
        self.update(lambda spread: spread.extend(step) if selecting else spread.step_sentence(step))

    @handles("panes.right", 1)
    @handles("panes.left", -1)
    def action_step_word(self, step: int) -> None:
        """One word more or less selected."""
        self.update(lambda spread: spread.extend_by_word(step))

    @handles("panes.next-match", 1)
    @handles("panes.previous-match", -1)
    def action_step_match(self, step: int) -> None:
        """Next or previous match; while something is found, the next or previous hit."""
        if any(view.hits for view in self.spread.views):
            self.update(lambda spread: spread.step_hit(step))
        elif self._is_matched() and not self._goes(lambda spread: spread.step_match(step)):
            self.notify(self._no_more(step), timeout=3)

    @handles("panes.next-difference", 1)
    @handles("panes.previous-difference", -1)
    def action_step_difference(self, step: int) -> None:
        """Next or previous match whose sides differ: in a number, a name, a negation, who said it."""
        if self._is_matched() and not self._goes(lambda spread: spread.step_difference(step)):
            self.notify(f"No {_way(step)} match that differs in this article.", timeout=3)

    def _is_matched(self) -> bool:
        if not self._comparison.is_complete:
            self.notify("Still looking for matches …", timeout=2)
        return self._comparison.is_complete

    def _goes(self, move: Callable[[CompareState], bool]) -> bool:
        """Makes a move; whether there was anywhere to go."""
        went: list[bool] = []
        self.update(lambda spread: went.append(move(spread)))
        return went[0]

    def _no_more(self, step: int) -> str:
        if self.spread.alone:
            return f"No {_way(step)} sentence that only this article has."
        if self._comparison.linked(self.spread.active):
            return f"No {_way(step)} match in this article."
        return f"No match at a threshold of {self._comparison.threshold:.0f}: - shows weaker ones."

    @handles("panes.counterpart")
    def action_counterpart(self) -> None:
        """To the matching sentence of the other article."""
        if self.spread.current_link() is None:
            self._say_no_counterpart()
        else:
            self.update(lambda spread: spread.counterpart(), leaving=True)

    def _say_no_counterpart(self) -> None:
        self.notify("No counterpart: n goes to the next sentence that has one.", timeout=3)

    @handles("panes.next-link")
    def action_next_link(self) -> None:
        """Another counterpart of the same sentence."""
        if self.spread.current_link() is None:
            self._say_no_counterpart()
        elif len(self.spread.current_links()) == 1:
            self.notify("This is its only counterpart.", timeout=3)
        else:
            self.update(lambda spread: spread.next_link())

    @handles("panes.page-down", 1)
    @handles("panes.page-up", -1)
    @handles("panes.half-down", 0.5)
    @handles("panes.half-up", -0.5)
    def action_page(self, pages: float) -> None:
        """Scrolls by pages."""
        self.update(lambda spread: spread.page_by(pages))

    @handles("panes.top")
    def action_top(self) -> None:
        """To the first sentence."""
        self.update(lambda spread: spread.go_to(spread.active, 0), leaving=True)

    @handles("panes.bottom")
    def action_bottom(self) -> None:
        """To the last sentence."""
        last = len(self.spread.view.page.article.sentences)
        self.update(lambda spread: spread.go_to(spread.active, last), leaving=True)

    @handles("panes.next-pane", 1)
    @handles("panes.previous-pane", -1)
    def action_step_pane(self, step: int) -> None:
        """To the next or previous article."""
        self.update(lambda spread: spread.activate((spread.active + step) % len(spread.views)))

    @handles("panes.sync")
    def action_sync(self) -> None:
        """The next way of scrolling together."""
        self.update(lambda spread: spread.next_sync())

    @handles("panes.select")
    def action_select(self) -> None:
        """Begins or ends to select."""
        selecting = self.spread.is_selecting()
        self.update(lambda spread: spread.clear_selection() if selecting else spread.start_selection())

    @handles("panes.select-sentence")
    def action_select_sentence(self) -> None:
        """Selects the sentence; the moving keys then take in whole ones."""
        self.update(lambda spread: spread.select_sentence())

    @handles("panes.select-paragraph")
    def action_select_paragraph(self) -> None:
        """Selects the paragraph."""
        self.update(lambda spread: spread.select_paragraph())

    @handles("panes.select-quotation")
    def action_select_quotation(self) -> None:
        """Selects what is in quotation marks in the sentence."""
        if not self._goes(lambda spread: spread.select_quotation()):
            self.notify("Nothing is in quotation marks in this sentence.", timeout=3)

    @handles("panes.back")
    def action_back(self) -> None:
        """To where everything stood before the last jump."""
        if not self._goes(lambda spread: spread.go_back()):
            self.notify("No jump to go back from.", timeout=2)

    # What is shown

    @handles("panes.narrower", -4)
    @handles("panes.wider", 4)
    def action_measure(self, cells: int) -> None:
        """A wider or narrower measure, by so many cells; never wider than there is room."""
        width = min(self.spread.measure, self.spread.columns[0].width) + cells
        self.set_measure(max(width, LEAST_MEASURE))

    @handles("panes.alone")
    def action_alone(self) -> None:
        """What each article alone says, or again what they share."""
        if len(self.spread.views) > 1:
            self.show_alone(alone=not self.spread.alone)

    @handles("panes.words")
    def action_words(self) -> None:
        """The words that differ, in the text or not."""
        self.show_words(words=not self.shows_words)


def _way(step: int) -> str:
    return "further" if step > 0 else "earlier"
