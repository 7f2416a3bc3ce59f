"""The compare screen: articles side by side, the match card, the keys."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reader.articles.model import Article, Role
from reader.matching.model import Alignment
from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.resources import styles
from reader.settings import Settings
from reader.ui.aligning import align_all
from reader.ui.annotator import Annotator
from reader.ui.bindings import bindings_of
from reader.ui.commands import Place
from reader.ui.comparison import Comparison, letter
from reader.ui.layout.finding import FindError
from reader.ui.layout.spread import Spread
from reader.ui.messages import BoilerplateChosen
from reader.ui.notebook_door import NotebookDoor
from reader.ui.widgets.article_panes import ArticlePanes
from reader.ui.widgets.find_line import FindLine
from reader.ui.widgets.key_bar import KeyBar
from reader.ui.widgets.match_card import MatchCard

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["CompareScreen"]


@dataclass
class Aligned(Message):
    """Articles number `a` and `b` have been matched."""

    a: int
    b: int
    alignment: Alignment


@dataclass
class MatchingGoesOn(Message):
    """So many per cent have been matched."""

    percent: int


class CompareScreen(Screen[None]):
    """Reads, compares and annotates articles.

    `start` are places (article number, code point) to begin at; `restored` are the numbers of paragraphs
    that are no boilerplate, by the sha-256 of their article.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Place.COMPARE, Place.EVERYWHERE)]
    CSS_PATH = styles() / "compare.tcss"
    AUTO_FOCUS = None  # it would style everything twice before the first paint; see _after_first_paint
    places = (Place.PANES, Place.COMPARE, Place.EVERYWHERE)

    def __init__(
        self,
        articles: Sequence[Article],
        settings: Settings,
        door: NotebookDoor,
        start: Sequence[tuple[int, int]] = (),
        restored: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        super().__init__()
        self.articles = tuple(articles)
        self._settings = settings
        self._door = door
        self._restored = dict(restored or {})
        self._start = start
        self._lay_out()

    def _lay_out(self) -> None:
        """Makes what is composed, of the articles as they are restored."""
        shown = [_with_restored(article, self._restored.get(article.sha256)) for article in self.articles]
        self._comparison = Comparison(shown, DEFAULT_THRESHOLD)
        self._panes = ArticlePanes(self._comparison, self._settings.measure, self._show_current)
        self._keys = KeyBar(self._settings.keys, *self.places)
        self._annotator = Annotator(shown, self._door)
        self._percent = 0  # of the matching
        self._found = ""  # what the line of keys says of what is found
        self._place_before = self._panes.spread.where()

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
        """Begins anew where the cursor is, with these paragraphs restored; see `restored`."""
        self._restored |= restored
        self._start = [self._place()]
        before, spread = self._comparison, self._panes.spread
        colour = self._annotator.colour
        self._lay_out()
        self._comparison.threshold = before.threshold
        self._panes.spread.sync = spread.sync
        self._annotator.colour = colour
        await self.recompose()
        self.call_after_refresh(self._after_first_paint)

    def _place(self) -> tuple[int, int]:
        sentence = self._panes.spread.view.sentence
        return self._panes.spread.active, sentence.start if sentence else 0

    def on_unmount(self) -> None:
        """What was frozen for this screen may be collected with it."""
        gc.unfreeze()

    def _go_to_start(self, spread: Spread) -> None:
        for number, offset in self._start:
            spread.activate(number)
            spread.go_to(number, spread.view.page.sentence_of(offset))

    @work(thread=True, exclusive=True, group="matching")
    def _match_all(self) -> None:
        worker, comparison = get_current_worker(), self._comparison
        pairs = list(comparison.pairs())

        def tell(percent: int) -> None:
            self.post_message(MatchingGoesOn(percent))

        for a, b, alignment in align_all(comparison.articles, pairs, tell, lambda: worker.is_cancelled):
            self.post_message(Aligned(a, b, alignment))

    @on(MatchingGoesOn)
    def _show_progress(self, message: MatchingGoesOn) -> None:
        self._percent = message.percent
        self._keys.status = self._status(self._panes.spread)

    @on(Aligned)
    def _take_up(self, message: Aligned) -> None:
        self._comparison.add(message.a, message.b, message.alignment)
        self._panes.matches_changed()

    def _show_current(self) -> None:
        spread = self._panes.spread
        passage = spread.passage()
        here = self._annotator.here(spread.active, *passage) if passage else []
        card = self.query_one(MatchCard)
        card.show(self._comparison, spread.active, spread.view.cursor, spread.current_link(), here)
        self._keys.status = self._status(spread)

    def _status(self, spread: Spread) -> str:
        if spread.is_selecting():
            return "selecting · esc ends"
        if self._found:
            return self._found
        if not self._comparison.is_complete and len(spread.views) > 1:
            return f"matching {self._percent} %"
        state = [f"≥{self._comparison.threshold:.0f}", spread.sync] if len(spread.views) > 1 else []
        return " · ".join(["NOT SAVED", *state] if self._door.unsaved() else state)

    def has_all(self, annotation: Annotation) -> bool:
        """Whether all passages of an annotation are in articles that are open here."""
        return {target for target, _article, _start in self._annotator.places(annotation)} == set(
            annotation.targets
        )

    def go_to(self, annotation: Annotation) -> None:
        """Goes to where an annotation is; of a pair, the first passage is gone to last."""

        def go(spread: Spread) -> None:
            for _target, number, start in reversed(self._annotator.places(annotation)):
                spread.activate(number)
                spread.go_to(number, spread.view.page.sentence_of(start))
            spread.align_current()

        self._panes.update(go)

    def action_threshold(self, step: float) -> None:
        """Shows fewer or more matches."""
        self._comparison.threshold = min(max(self._comparison.threshold + step, 0), 100)
        self._panes.matches_changed()

    def action_boilerplate(self) -> None:
        """Lists what is set apart in the active article, with the reasons; what is chosen changes sides."""
        from reader.ui.screens.dialogs import ChoiceDialog

        article = self.articles[self._panes.spread.active]
        restored = self._restored.get(article.sha256, frozenset())
        numbers = [n for n, paragraph in enumerate(article.paragraphs) if paragraph.role is not Role.BODY]
        if not numbers:
            self.notify("Nothing is set apart in this article.", timeout=3)
            return
        every = "… restore all" if set(numbers) - restored else "… set all apart again"
        lines = [_set_apart(article, number, number in restored) for number in numbers]

        async def choose(choice: str | None) -> None:
            if choice == every:
                await self._restore(article, frozenset(numbers) if set(numbers) - restored else frozenset())
            elif choice is not None:
                await self._restore(article, restored ^ {numbers[lines.index(choice)]})

        self.app.push_screen(ChoiceDialog("Set apart, not matched", [*lines, every]), choose)

    async def _restore(self, article: Article, restored: frozenset[int]) -> None:
        self.post_message(BoilerplateChosen(article.sha256, restored))
        await self.show_restored({article.sha256: restored})

    async def action_find(self) -> None:
        """Asks what to find; the articles follow what is typed."""
        if not self._found:
            self._place_before = self._panes.spread.where()
        await FindLine.ask(self, self._keys, "find in all articles")

    @on(FindLine.Changed)
    def _find(self, event: FindLine.Changed) -> None:
        try:
            counts = self._panes.find(event.value)
        except FindError as error:
            self._found = str(error)
        else:
            self._found = self._hits(counts) if event.value else ""
        self._show_current()

    def _hits(self, counts: Sequence[int]) -> str:
        if not any(counts):
            return "nothing found · esc ends"
        return "found " + " · ".join(f"{letter(n)} {count}" for n, count in enumerate(counts) if count)

    @on(FindLine.Submitted)
    async def _end_of_question(self) -> None:
        await self.query(FindLine).remove()
        self._panes.focus()

    async def action_cancel(self) -> None:
        """Ends to find, and goes back to where that began; else ends to select."""
        if self._found or self.query(FindLine):
            await self._end_of_question()
            self._found = ""
            self._panes.find("")
            self._panes.update(lambda spread: spread.return_to(self._place_before))
        else:
            self._panes.update(lambda spread: spread.clear_selection())

    # Annotating

    def annotations_changed(self) -> None:
        """Shows the annotations as they are now."""
        self._annotator.refresh()
        for number in range(len(self._comparison.articles)):
            self._panes.show_highlights(number, self._annotator.highlights(number))
        self._show_current()

    def _here(self) -> tuple[int, int, int] | None:
        """What a command works on: (article number, start, end)."""
        spread = self._panes.spread
        passage = spread.passage()
        return (spread.active, *passage) if passage else None

    def _annotated(self, here: tuple[int, int, int]) -> list[Annotation]:
        """The annotations that a command changes: of a selection, only one of exactly what is selected."""
        found = self._annotator.here(*here)
        return found if self._panes.spread.view.selected is None else self._annotator.exactly(*here)

    def _done(self, what: str) -> None:
        """Shows what was done, and says so; or why it is not on disk."""
        self._panes.update(lambda spread: spread.clear_selection())
        self.annotations_changed()
        if unsaved := self._door.unsaved():
            self.notify(unsaved, title="Not saved", severity="error", timeout=15)
        else:
            self.notify(what, timeout=2)

    def action_highlight(self) -> None:
        """Highlights the selection or the sentence."""
        here = self._here()
        if here and self._annotator.is_highlighted(*here):
            self._done("It is highlighted already: c changes the colour, d deletes it.")
        elif here and self._annotator.highlight(*here):
            self._done("Highlighted. t tags it, a adds a note, u undoes.")

    def action_colour(self) -> None:
        """The next colour, for the annotation here if there is one, and for the next ones."""
        from annotations.model import next_colour

        here = self._here()
        annotated = self._annotated(here) if here else []
        before = annotated[0].colour if annotated else self._annotator.colour
        self._annotator.colour = next_colour(before)
        if here and annotated:
            self._annotator.annotate(annotated, *here, colour=self._annotator.colour)
        self._done(f"Colour: {self._annotator.colour}")

    def action_tag(self) -> None:
        """Asks for the tags of the annotation here, or of a new one."""
        from reader.ui.screens.dialogs import tag_dialog, tags_of

        if here := self._here():
            annotated = self._annotated(here)
            dialog = tag_dialog(annotated[0].tags if annotated else (), self._annotator.tags_in_use())
            self._ask(dialog, here, lambda line: {"tags": tags_of(line)})

    def action_note(self) -> None:
        """Asks for the note of the annotation here, or of a new one."""
        from reader.ui.screens.dialogs import NoteDialog

        if here := self._here():
            annotated = self._annotated(here)
            self._ask(
                NoteDialog("Note", annotated[0].note if annotated else ""), here, lambda note: {"note": note}
            )

    def _ask(
        self, dialog: Screen[str | None], here: tuple[int, int, int], fields: Callable[[str], dict[str, Any]]
    ) -> None:
        annotated = self._annotated(here)

        def keep(answer: str | None) -> None:
            if answer is not None and self._annotator.annotate(annotated, *here, **fields(answer)):
                self._done("Kept. u undoes.")

        self.app.push_screen(dialog, keep)

    def action_pair(self) -> None:
        """Asks how the current match's two passages relate, and annotates them together."""
        from annotations.model import RELATIONS
        from reader.ui.screens.dialogs import ChoiceDialog

        spread = self._panes.spread
        link = spread.current_link()
        if link is None:
            self.notify("No match here to annotate: n goes to the next one.", timeout=3)
            return
        here, there = link.here, link.there
        passages = ((spread.active, here.start, here.end), (link.other, there.start, there.end))

        def keep(relation: str | None) -> None:
            if relation is not None and self._annotator.pair(passages, relation):
                self._done(f"Annotated as a pair: {relation}. a adds a note, u undoes.")

        self.app.push_screen(ChoiceDialog("How do the two passages relate?", RELATIONS), keep)

    def action_delete(self) -> None:
        """Deletes the annotation here."""
        here = self._here()
        if here is None or not self._annotator.here(*here):
            self.notify("No annotation here.", timeout=2)
        elif self._annotator.delete(*here):
            self._done("Deleted. u brings it back.")


def _with_restored(article: Article, numbers: frozenset[int] | None) -> Article:
    if not numbers:
        return article
    from reader.articles.recurring import restore

    return restore(article, numbers)


def _set_apart(article: Article, number: int, is_restored: bool) -> str:
    """A paragraph in a list of those that are set apart: its number, so that no two lines are alike."""
    paragraph = article.paragraphs[number]
    words = " ".join(article.text[paragraph.start : paragraph.end].split())
    reason = paragraph.reason or str(paragraph.role)
    return f"{'✓ restored, was' if is_restored else '·'} {reason} ({number + 1}): {words}"
