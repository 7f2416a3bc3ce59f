"""The compare screen: articles side by side, the match card, the keys."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.articles.completeness import incompleteness, words_outside
from reader.articles.model import Article
from reader.base.resources import styles
from reader.base.settings import Settings
from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.ui.commands import Context
from reader.ui.compare import wording
from reader.ui.compare.annotator import Annotator
from reader.ui.compare.card.card_text import CardSubject
from reader.ui.compare.card.match_card import MatchCard
from reader.ui.compare.comparison import Comparison
from reader.ui.compare.features.annotating import Annotating
from reader.ui.compare.features.boilerplate import Boilerplate
from reader.ui.compare.features.copying import Copying
from reader.ui.compare.features.display import Display
from reader.ui.compare.features.marks import Marks
from reader.ui.compare.features.navigation import Navigation
from reader.ui.compare.features.other_views import OtherViews
from reader.ui.compare.features.pairing import Pairing
from reader.ui.compare.matching_work import MatchingWork
from reader.ui.compare.messages import BoilerplateChosen
from reader.ui.compare.modes.escape import CompareModes
from reader.ui.compare.panes.article_panes import ArticlePanes
from reader.ui.compare.reading_memory import ReadingMemory
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.modes import Mode
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.saved_notice import notify_saved

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference
    from reader.shelf.session import ReadingState, Session

__all__ = ["CompareScreen"]


class CompareScreen(Screen[None]):
    """Composes the articles, the features that handle the commands, and the modes that Escape cancels.

    `start` are places to begin at, see Jumps.bring_together; without any, the reading is continued where
    `session` remembers it. `restored` are the numbers of paragraphs that are not boilerplate, by the sha-256
    of their article. `letters` are what the articles are called if not A, B, C and so on.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.COMPARE, Context.EVERYWHERE)]
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        styles() / f"{name}.tcss" for name in ("compare", "match_colours")
    ]
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
        self._restored = dict(restored or {})
        self._letters = letters
        self._memory = ReadingMemory(session, articles, start)
        self._lay_out()

    def _lay_out(self) -> None:
        """Makes the widgets and the features for the articles, with their boilerplate restored as chosen."""
        shown = [_with_restored(article, self._restored.get(article.sha256)) for article in self.articles]
        comparison = Comparison(shown, DEFAULT_THRESHOLD, self._letters)
        panes = ArticlePanes(comparison, self._settings.measure, self._show_current)
        annotator = Annotator(shown, self._access)
        workspace = Workspace(self, comparison, panes, annotator, self._annotation_saved)
        self._workspace = workspace
        self._keys = KeyBar(self._settings.keys, *self.contexts)
        self._matching = MatchingWork(workspace, self._show_state, self._matches_added)
        self._memory.laid_out(workspace.state)
        self._modes = CompareModes(workspace, self._keys)
        self.features: tuple[object, ...] = (
            Navigation(workspace),
            Display(workspace),
            Annotating(workspace),
            Pairing(workspace),
            Copying(workspace),
            Marks(workspace, self._memory.marks),
            OtherViews(workspace, self._settings.keys),
            Boilerplate(workspace, self.articles, self._restored, self._restore),
            self._modes,
            *self._modes.in_order,
        )

    @property
    def modes(self) -> tuple[Mode, ...]:
        """Whatever Escape cancels, in this order."""
        return self._modes.in_order

    def compose(self) -> ComposeResult:
        """The panes above the card above the keys."""
        yield self._workspace.panes
        yield MatchCard()
        yield self._keys

    def on_mount(self) -> None:
        """Shows the text first; annotations and matches as soon as it is on screen.

        Says of each article what it may lack.
        """
        for article in self.articles:
            if notice := incompleteness(article):
                self._workspace.notify(_incomplete(article, notice), seconds=10)
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        self._workspace.panes.focus()
        self._workspace.update(self._memory.begin)
        self._matching.start()
        self.annotations_changed()

    def on_unmount(self) -> None:
        """Lets the frozen objects of this screen be collected, and remembers the position."""
        gc.unfreeze()
        try:
            self._memory.remember(self._workspace.state)
        except OSError as error:
            self.log.warning(f"the reading position is not remembered: {error}")

    # Matches and boilerplate

    def _matches_added(self) -> None:
        is_at_start = self._memory.is_at_start(self._workspace.state)
        self._workspace.panes.matches_changed()
        if is_at_start:  # following by content would move the places that were asked for
            self._workspace.update(self._memory.begin)

    async def show_restored(self, restored: Mapping[str, frozenset[int]]) -> None:
        """Makes the screen again at the same position, with these paragraphs restored; see `restored`."""
        self._restored |= restored
        self._matching.stop()
        before = self._workspace
        self._memory.begin_again_at(before.state.jumps.position())
        self._lay_out()
        comparison, arrangement = self._workspace.comparison, self._workspace.state.arrangement
        comparison.threshold, comparison.hidden = before.comparison.threshold, before.comparison.hidden
        arrangement.measure = before.state.arrangement.measure
        self._workspace.state.scrolling.sync = before.state.scrolling.sync
        self._workspace.annotator.colour = before.annotator.colour
        await self.recompose()
        self.call_after_refresh(self._after_first_paint)

    async def _restore(self, article: Article, restored: frozenset[int]) -> None:
        self.post_message(BoilerplateChosen(article.sha256, restored))
        await self.show_restored({article.sha256: restored})

    def go_on(self, last: ReadingState) -> None:
        """Goes where the reader was last time, unless something else has been done since."""
        self._memory.take_marks(last)
        if self._memory.can_continue(self._workspace.state):
            self._workspace.update(lambda state: state.jumps.return_to(last.position))
            self._workspace.notify(wording.CONTINUED)

    # Annotations

    def lettered(self) -> list[ArticleReference]:
        """The articles A, B, C, …; none where a screen below gives the letters."""
        from reader.notes.references import reference

        return [] if self._letters else list(map(reference, self.articles))

    def annotations_changed(self) -> None:
        """Shows the annotations as they are now, and respects what they say of matches."""
        workspace, annotator = self._workspace, self._workspace.annotator
        annotator.refresh()
        for number in range(len(workspace.articles)):
            is_noted = annotator.of_whole(number) is not None
            workspace.panes.show_highlights(number, annotator.highlights(number), is_noted=is_noted)
        if workspace.comparison.judge(annotator.judgements()):
            workspace.panes.matches_changed()
        self._show_current()

    def _annotation_saved(self, message: str) -> None:
        """Shows the annotations after a change of them, and the message; or why it is not on disk."""
        self._modes.moving_ends.stop()
        self._workspace.update(lambda state: state.selection.clear())
        self.annotations_changed()
        notify_saved(self, self._access, message)

    def has_articles_of(self, annotation: Annotation) -> bool:
        """Whether all articles of an annotation are open here."""
        ids = {article.id for article in self.articles} | {article.sha256 for article in self.articles}
        return all({target.article.id, target.article.sha256} & ids for target in annotation.targets)

    def go_to(self, annotation: Annotation) -> None:
        """Goes to an annotation; of a pair, to the first passage last."""
        places = [(number, start) for _target, number, start in self._workspace.annotator.places(annotation)]
        self._workspace.update(lambda state: state.jumps.bring_together(places[::-1]))

    def reattach(self, annotation: Annotation) -> None:
        """Asks for the words that an annotation is to be attached to."""
        self._modes.moving_ends.reattach(annotation)

    # The find line

    @on(FindLine.Changed)
    def _find(self, event: FindLine.Changed) -> None:
        self._modes.finding.show(event.value)

    @on(FindLine.Submitted)
    async def _close_find_line(self) -> None:
        await self._modes.finding.close_line()
        self._show_state()  # of the mode that Escape cancels now

    # The card and the line of state

    def _show_current(self) -> None:
        """Shows the current sentence on the card, and the state."""
        workspace, state = self._workspace, self._workspace.state
        passage = workspace.passage()
        annotations = workspace.annotator.touching(*passage) if passage else []
        link = workspace.link()
        subject = CardSubject(workspace.comparison, state.active, state.view.cursor, link, annotations)
        for card in self.query(MatchCard):  # none while the screen is composed again
            card.show(subject)
        self._show_state()

    def _show_state(self) -> None:
        self._keys.doing = self._under_way()
        self._keys.status = " · ".join(self._settings_shown())

    def _under_way(self) -> str:
        """The state that the reader must know before they press a key; "" where nothing is under way."""
        states = (mode.state() for mode in self.modes if mode.is_active())
        if state := next(filter(None, states), ""):
            return state
        if self._access.is_in_trouble():
            return self._access.status()
        is_matching = len(self.articles) > 1 and not self._workspace.comparison.is_complete
        return wording.matching(self._matching.percent) if is_matching else ""

    def _settings_shown(self) -> Iterator[str]:
        if saved := self._access.status():
            yield saved
        if len(self.articles) > 1:
            comparison, state = self._workspace.comparison, self._workspace.state
            if state.cursor.alone:
                yield wording.ONLY_HERE
            if comparison.hidden:
                yield wording.SOME_KINDS
            yield wording.threshold(comparison.threshold)
            yield state.scrolling.sync


def _with_restored(article: Article, numbers: frozenset[int] | None) -> Article:
    if not numbers:
        return article
    from reader.articles.recurring import restore

    return restore(article, numbers)


def _incomplete(article: Article, notice: str) -> str:
    return wording.incomplete(article.title, notice, is_kept=words_outside(article) > 0)
