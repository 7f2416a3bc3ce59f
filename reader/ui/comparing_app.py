"""What the app does with articles: it opens them side by side, and remembers where they stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work

from reader.articles.corpus import CorpusEntry, list_corpus
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.shelf.session import PastComparison, ReadingState
from reader.ui.archive.messages import ExcerptsChosen
from reader.ui.base_app import BaseApp
from reader.ui.compare.messages import BoilerplateChosen, StoryChosen
from reader.ui.kit.handlers import handles
from reader.ui.library.messages import EntriesChosen, EntryStoryChosen
from reader.ui.story.messages import PassagesChosen

if TYPE_CHECKING:
    from reader.archive.model import Excerpt
    from reader.ui.compare.screen import CompareScreen
    from reader.ui.compare.starting import Start

__all__ = ["ComparingApp"]

_PATIENCE = 0.5  # seconds of work that nothing is said of


class ComparingApp(BaseApp):
    """Opens articles in compare screens."""

    def on_ready(self) -> None:
        """Once all is on screen, what the last session knew of it is taken up."""
        self._take_up_session()  # the parent's on_ready is called by Textual

    @work(thread=True, group="session")
    def _take_up_session(self) -> None:
        articles = self._launch.corpus.articles
        self._look_up_restored(articles)
        self.call_from_thread(self._go_on, self._place_of(articles))
        try:
            if self._launch.named:
                self._session.remember_opened(self._launch.named)
        except OSError as error:
            self.log.warning(f"what was opened is not remembered: {error}")

    @work(group="restoring")
    async def _go_on(self, place: ReadingState | None) -> None:
        from reader.ui.compare.screen import CompareScreen

        screen = self.screen
        if isinstance(screen, CompareScreen):
            if place:
                screen.go_on(place)
            if any(self._restored.values()):
                await screen.show_restored(self._restored)

    def _place_of(self, articles: Sequence[Article]) -> ReadingState | None:
        return self._session.reading_state([article.sha256 for article in articles]) if articles else None

    @on(EntriesChosen)
    def _compare(self, message: EntriesChosen) -> None:
        self._open(message.entries, message.siblings)

    @work(thread=True, exclusive=True, group="opening")
    def _open(self, entries: Sequence[CorpusEntry], siblings: Sequence[CorpusEntry] = ()) -> None:
        from reader.ui.library.reading import opened

        try:
            with self._saying_opening():
                articles = opened(entries, siblings)
        except UserError as error:
            self.call_from_thread(self._refuse, str(error))
        else:
            self._look_up_restored(articles)
            self.call_from_thread(self._show, articles, (), self._place_of(articles))

    @contextmanager
    def _saying_opening(self) -> Iterator[None]:
        """Says, from a thread, what is being done if it takes long."""
        timer = self.call_from_thread(self.set_timer, _PATIENCE, self._say_opening)
        try:
            yield
        finally:
            self.call_from_thread(timer.stop)

    @on(StoryChosen)
    def _begin_story(self, message: StoryChosen) -> None:
        if self._has_story(len(message.articles), "open"):
            self._show_story(message.articles)

    @on(EntryStoryChosen)
    def _begin_entry_story(self, message: EntryStoryChosen) -> None:
        if self._has_story(len(message.entries), "mark"):
            self._open_story(message.entries)

    def _has_story(self, count: int, way: str) -> bool:
        """Whether so many articles make a story; where they do not, the user is shown the way out."""
        from reader.story.build import MAX_ARTICLES, MIN_ARTICLES

        if MIN_ARTICLES <= count <= MAX_ARTICLES:
            return True
        limits = f"{MIN_ARTICLES} to {MAX_ARTICLES}"
        message = f"A story has {limits} articles; here are {count:,}: {way} {limits}."
        self.notify(message, timeout=6)
        return False

    @work(thread=True, exclusive=True, group="opening")
    def _open_story(self, entries: Sequence[CorpusEntry]) -> None:
        from reader.ui.library.reading import opened

        try:
            articles = opened(entries, ())
        except UserError as error:
            self.call_from_thread(self._refuse, str(error))
        else:
            self.call_from_thread(self._show_story, articles)

    def _show_story(self, articles: Sequence[Article]) -> None:
        from reader.ui.story.screen import StoryScreen

        self.push_screen(StoryScreen(articles, self._settings, self._launch.paths))

    @on(PassagesChosen)
    def _show_passages(self, message: PassagesChosen) -> None:
        self._show(message.articles, message.start, letters=message.letters)

    @on(ExcerptsChosen)
    def _show_excerpts(self, message: ExcerptsChosen) -> None:
        self._open_excerpts(message.excerpts, message.articles)

    @work(thread=True, exclusive=True, group="opening")
    def _open_excerpts(self, excerpts: Sequence[Excerpt], articles: int) -> None:
        from reader.ui.compare.starting import excerpted

        try:
            with self._saying_opening():
                start = excerpted(excerpts, articles)
        except UserError as error:
            self.call_from_thread(self._refuse, str(error))
        else:
            self._look_up_restored(start.articles)
            self.call_from_thread(self._begin, start)

    def _begin(self, start: Start) -> None:
        """Shows articles where their reading starts, and what is to be said of that."""
        self._show(start.articles, start.places)
        for told in start.told:
            self.notify(told, timeout=8)

    def _say_opening(self) -> None:
        self.notify("Opening …", timeout=3)

    def _refuse(self, message: str) -> None:
        self.notify(message, title="Not opened", severity="error", timeout=15)

    def _look_up_restored(self, articles: Sequence[Article]) -> None:
        for article in articles:
            self._restored[article.sha256] = self._session.restored(article.sha256)

    @on(BoilerplateChosen)
    def _restore(self, message: BoilerplateChosen) -> None:
        self._restored[message.sha256] = message.restored
        try:
            self._session.remember_restored(message.sha256, message.restored)
        except OSError as error:
            self._refuse(f"{self._launch.paths.session}: not remembered ({error.strerror})")

    def _show(
        self,
        articles: Sequence[Article],
        start: Sequence[tuple[int, int | None]] = (),
        place: ReadingState | None = None,
        letters: Sequence[str] = (),
    ) -> CompareScreen:
        if len(articles) > 1:
            self._remember_comparison(articles)
        screen = self._comparison(articles, start, letters)
        self.push_screen(screen)
        if place:
            self.call_after_refresh(screen.go_on, place)
        return screen

    def _comparison(
        self,
        articles: Sequence[Article],
        start: Sequence[tuple[int, int | None]] = (),
        letters: Sequence[str] = (),
    ) -> CompareScreen:
        from reader.ui.compare.screen import CompareScreen

        opened = self._settings, self._access, self._session, start, self._restored, letters
        return CompareScreen(articles, *opened)

    @work(thread=True, group="session")
    def _remember_comparison(self, articles: Sequence[Article]) -> None:
        titles, paths = zip(*((article.title, article.path) for article in articles), strict=True)
        try:
            self._session.remember_comparison(PastComparison(titles, paths))
        except OSError as error:
            self.log.warning(f"the comparison is not remembered: {error}")

    @handles("library.recent")
    def action_recent(self) -> None:
        """Asks which of the last comparisons to open again."""
        from reader.ui.kit.dialogs import ChoiceDialog

        recent = self._session.comparisons()
        if not recent:
            self.notify("Nothing has been compared yet.", timeout=3)
            return

        def open_again(choice: int | None) -> None:
            if choice is not None:
                self._open(list_corpus([Path(path) for path in recent[choice].paths]).entries)

        names = ["  ⇄  ".join(one.titles) for one in recent]
        self.push_screen(ChoiceDialog("Open again", names), open_again)

    def _articles_open(self) -> list[Article]:
        from reader.ui.compare.screen import CompareScreen

        screens = [screen for screen in self.screen_stack if isinstance(screen, CompareScreen)]
        return [article for screen in reversed(screens) for article in screen.articles]
