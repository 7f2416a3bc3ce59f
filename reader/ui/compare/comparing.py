"""The compare screen without its commands: articles side by side, the match card, the keys."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.resources import styles
from reader.base.settings import Settings
from reader.matching.model import Alignment
from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.ui.commands import Context
from reader.ui.compare.aligning import align_all
from reader.ui.compare.annotator import Annotator
from reader.ui.compare.comparison import Comparison
from reader.ui.compare.layout.spread import CompareState, ReadingPosition
from reader.ui.compare.match_card import MatchCard
from reader.ui.compare.panes.article_panes import ArticlePanes
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.notebook_access import NotebookAccess

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.shelf.session import ReadingState, Session

__all__ = ["ComparingScreen"]


@dataclass
class Aligned(Message):
    """Articles number `a` and `b` of a comparison have been matched."""

    comparison: Comparison
    a: int
    b: int
    alignment: Alignment


@dataclass
class MatchingGoesOn(Message):
    """So many per cent have been matched."""

    percent: int


class ComparingScreen(Screen[None]):
    """Shows articles, matches them, and says where they stand and what is shown.

    `start` are places to begin at, see Spread.bring_together; without any, the reading goes on where
    `session` remembers it. `restored` are the numbers of paragraphs that are no boilerplate, by the sha-256
    of their article. `letters` are what the articles are called if not A, B, C and so on.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.COMPARE, Context.EVERYWHERE)]
    CSS_PATH = styles() / "compare.tcss"
    AUTO_FOCUS = None  # it would style everything twice before the first paint; see _after_first_paint
    contexts = (Context.PANES, Context.COMPARE, Context.EVERYWHERE)

    def __init__(
        self,
        articles: Sequence[Article],
        settings: Settings,
        access: NotebookAccess,
        session: Session,
        start: Sequence[tuple[int, int | None]] = (),
        restored: Mapping[str, frozenset[int]] | None = None,
        letters: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.articles = tuple(articles)
        self._settings = settings
        self._access = access
        self._session = session
        self._restored = dict(restored or {})
        self._start = start
        self._letters = letters
        self._standing: ReadingPosition | None = None  # where to begin, once the articles are laid out anew
        self._brought: ReadingPosition | None = None  # where `start` led
        self.marks: dict[str, ReadingPosition] = {}  # by letter
        self._lay_out()

    def _lay_out(self) -> None:
        """Makes what is composed, of the articles as they are restored."""
        shown = [_with_restored(article, self._restored.get(article.sha256)) for article in self.articles]
        self._comparison = Comparison(shown, DEFAULT_THRESHOLD, self._letters)
        self._panes = ArticlePanes(self._comparison, self._settings.measure, self._show_current)
        self._keys = KeyBar(self._settings.keys, *self.contexts)
        self._annotator = Annotator(shown, self._access)
        self._percent = 0  # of the matching
        self._begun_at = self._panes.spread.where()

    @property
    def features(self) -> tuple[object, ...]:
        """Whatever handles commands besides the screen."""
        return (self._panes,)

    def compose(self) -> ComposeResult:
        """The panes above the card above the keys."""
        yield self._panes
        yield MatchCard()
        yield self._keys

    def on_mount(self) -> None:
        """The text first; what is noted in it and what it shares as soon as it is on screen."""
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        self._panes.focus()
        self._panes.update(self._go_to_start)
        self._match_all()
        self.annotations_changed()

    async def show_restored(self, restored: Mapping[str, frozenset[int]]) -> None:
        """Begins anew where everything stands, with these paragraphs restored; see `restored`."""
        self._restored |= restored
        before, spread = self._comparison, self._panes.spread
        colour = self._annotator.colour
        self._standing = spread.where()
        self._lay_out()
        self._comparison.threshold, self._comparison.hidden = before.threshold, before.hidden
        self._panes.spread.sync, self._panes.spread.measure = spread.sync, spread.measure
        self._annotator.colour = colour
        await self.recompose()
        self.call_after_refresh(self._after_first_paint)

    def on_unmount(self) -> None:
        """What was frozen for this screen may be collected with it; where the reader was is remembered."""
        gc.unfreeze()
        self._remember_place()

    def _go_to_start(self, spread: CompareState) -> None:
        if self._standing:
            spread.return_to(self._standing)
        else:
            spread.bring_together(self._start)
            self._brought = spread.where() if self._start else None

    @work(thread=True, exclusive=True, group="matching")
    def _match_all(self) -> None:
        worker, comparison = get_current_worker(), self._comparison
        pairs = list(comparison.pairs())

        def tell(percent: int) -> None:
            self.post_message(MatchingGoesOn(percent))

        try:
            for a, b, alignment in align_all(comparison.articles, pairs, tell, lambda: worker.is_cancelled):
                self.post_message(Aligned(comparison, a, b, alignment))
        except UserError as error:
            told = f"{error}; the articles can be read, and annotated"
            self.app.call_from_thread(self.notify, told, title="Not matched", severity="error", timeout=20)

    @on(MatchingGoesOn)
    def _show_progress(self, message: MatchingGoesOn) -> None:
        self._percent = message.percent
        self._show_state()

    @on(Aligned)
    def _take_up(self, message: Aligned) -> None:
        if message.comparison is not self._comparison:
            return  # it was begun anew meanwhile
        self._comparison.add(message.a, message.b, message.alignment)
        is_at_start = self._panes.spread.where() == self._brought
        self._panes.matches_changed()
        if is_at_start:  # what follows by content now would leave the places that were asked for
            self._panes.update(self._go_to_start)

    def is_busy(self) -> bool:
        """Whether something was begun that Escape ends."""
        return self._panes.spread.is_selecting()

    async def action_cancel(self) -> None:
        """Ends what was begun: here, a selection."""
        self._panes.update(lambda spread: spread.clear_selection())

    # Where the reading goes on

    def _names(self) -> tuple[str, ...]:
        return tuple(article.sha256 for article in self.articles)

    def _remember_place(self) -> None:
        from reader.shelf.session import ReadingState

        standing = self._panes.spread.where()
        if standing != self._begun_at or self.marks:
            try:
                self._session.remember_reading_state(self._names(), ReadingState(standing, self.marks))
            except OSError as error:
                self.log.warning(f"where the reading stands is not remembered: {error}")

    def go_on(self, state: ReadingState) -> None:
        """Goes where the reader was last time, unless something else has been done since."""
        self.marks = {**state.marks, **self.marks}
        if not self._start and self._panes.spread.where() == self._begun_at:
            self._panes.update(lambda spread: spread.return_to(state.position))
            self.notify("Where you were last time. g goes to the top.", timeout=3)

    # What is shown

    def _show_current(self) -> None:
        spread = self._panes.spread
        passage = spread.passage()
        here = self._annotator.here(spread.active, *passage) if passage else []
        for card in self.query(MatchCard):  # while the screen is made anew there is none
            card.show(self._comparison, spread.active, spread.view.cursor, spread.current_link(), here)
        self._show_state()

    def _show_state(self) -> None:
        spread = self._panes.spread
        self._keys.doing = self._doing(spread)
        self._keys.status = " · ".join(self._states(spread))

    def _doing(self, spread: CompareState) -> str:
        """What the reader must know before they press another key; "" where nothing is under way."""
        if spread.is_selecting():
            return "selecting · esc ends"
        if self._access.unsaved():
            return self._access.status()
        if not self._comparison.is_complete and len(spread.views) > 1:
            return f"matching {self._percent} %"
        return ""

    def _states(self, spread: CompareState) -> Iterator[str]:
        if saved := self._access.status():
            yield saved
        if len(spread.views) > 1:
            if spread.alone:
                yield "only here"
            if self._comparison.hidden:
                yield "some kinds"
            yield f"≥{self._comparison.threshold:.0f}"
            yield spread.sync

    def has_articles_of(self, annotation: Annotation) -> bool:
        """Whether all articles of an annotation are open here."""
        ids = {article.id for article in self.articles} | {article.sha256 for article in self.articles}
        return all({one.article.id, one.article.sha256} & ids for one in annotation.targets)

    def go_to(self, annotation: Annotation) -> None:
        """Goes to where an annotation is; of a pair, the first passage is gone to last."""

        places = [(number, start) for _target, number, start in self._annotator.places(annotation)]
        self._panes.update(lambda spread: spread.bring_together(places[::-1]))

    def annotations_changed(self) -> None:
        """Shows the annotations as they are now, and respects what they say of matches."""
        self._annotator.refresh()
        for number in range(len(self._comparison.articles)):
            said = self._annotator.of_whole(number)
            self._panes.show_highlights(number, self._annotator.highlights(number), said=bool(said))
        if self._comparison.judge(self._annotator.judgements()):
            self._panes.matches_changed()
        self._show_current()


def _with_restored(article: Article, numbers: frozenset[int] | None) -> Article:
    if not numbers:
        return article
    from reader.articles.recurring import restore

    return restore(article, numbers)
