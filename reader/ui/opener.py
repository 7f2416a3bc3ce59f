"""Opening articles: side by side, or as a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App

from reader.articles.corpus import CorpusEntry, list_corpus
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.settings import Settings
from reader.ui import wording
from reader.ui.app_memory import AppMemory
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_access import NotebookAccess

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.archive.model import Excerpt
    from reader.shelf.session import ReadingState
    from reader.ui.compare.screen import CompareScreen
    from reader.ui.compare.starting import Start

__all__ = ["Opener"]

_PATIENCE = 0.5  # seconds of work without a word to the user

Loaded = TypeVar("Loaded")


class Opener:
    """Reads articles in the background, and shows them; or says why one cannot be read."""

    def __init__(
        self, app: App[Any], settings: Settings, paths: Paths, access: NotebookAccess, memory: AppMemory
    ) -> None:
        self._app = app
        self._settings = settings
        self._paths = paths
        self._access = access
        self._memory = memory

    # What is opened

    def compare_entries(self, entries: Sequence[CorpusEntry], siblings: Sequence[CorpusEntry] = ()) -> None:
        """Opens articles side by side where they were last read; `siblings` are others of their sources."""
        from reader.ui.library.reading import opened

        def load() -> tuple[list[Article], ReadingState | None]:
            articles = opened(entries, siblings)
            return articles, self._memory.look_up(articles)

        def show(loaded: tuple[list[Article], ReadingState | None]) -> None:
            articles, state = loaded
            screen = self.compare(articles)
            if state:
                self._app.call_after_refresh(screen.go_on, state)

        self._open(load, show)

    def compare_excerpts(self, excerpts: Sequence[Excerpt], articles: int) -> None:
        """Opens the articles of excerpts side by side, each at its first; `articles` counts them all."""
        from reader.ui.compare.starting import excerpted

        self._open_at(lambda: excerpted(excerpts, articles), self._show_start)

    def compare_annotated(
        self, annotation: Annotation, open_articles: Sequence[Article], *, reattach: bool
    ) -> None:
        """Opens the articles of an annotation where it is, perhaps to attach it to other words."""
        from reader.ui.compare.starting import annotated

        def show(start: Start) -> None:
            if reattach:
                screen = self.compare(start.articles, start.places)
                self._app.call_after_refresh(screen.reattach, annotation)
            else:
                self._show_start(start)

        self._open_at(lambda: annotated(annotation, open_articles), show)

    def open_entry_story(self, entries: Sequence[CorpusEntry]) -> None:
        """Opens the story of articles that have to be read first."""
        from reader.ui.library.reading import opened

        if self._makes_story(len(entries), "mark"):
            self._open(lambda: opened(entries), self._show_story)

    def open_story(self, articles: Sequence[Article]) -> None:
        """Opens the story of articles."""
        if self._makes_story(len(articles), "open"):
            self._show_story(articles)

    def _makes_story(self, count: int, verb: str) -> bool:
        from reader.story.build import MAX_ARTICLES, MIN_ARTICLES

        if MIN_ARTICLES <= count <= MAX_ARTICLES:
            return True
        message = wording.story_limits(count, MIN_ARTICLES, MAX_ARTICLES, verb)
        self._app.notify(message, timeout=6)
        return False

    @handles("library.recent")
    def ask_recent(self) -> None:
        """Asks which of the last comparisons to open again."""
        from reader.ui.kit.dialogs import ChoiceDialog

        recent = self._memory.session.comparisons()
        if not recent:
            self._app.notify(wording.NOTHING_COMPARED, timeout=3)
            return

        def open_again(choice: int | None) -> None:
            if choice is not None:
                paths = [Path(path) for path in recent[choice].paths]
                self.compare_entries(list_corpus(paths).entries)

        choices = [wording.titles(comparison.titles) for comparison in recent]
        self._app.push_screen(ChoiceDialog(wording.OPEN_AGAIN, choices), open_again)

    # The screens

    def comparison(
        self,
        articles: Sequence[Article],
        start: Sequence[tuple[int, int | None]] = (),
        letters: Sequence[str] = (),
    ) -> CompareScreen:
        """A compare screen; see there for `start` and `letters`."""
        from reader.ui.compare.screen import CompareScreen

        restored, session = self._memory.restored, self._memory.session
        return CompareScreen(articles, self._settings, self._access, session, start, restored, letters)

    def compare(
        self,
        articles: Sequence[Article],
        start: Sequence[tuple[int, int | None]] = (),
        letters: Sequence[str] = (),
    ) -> CompareScreen:
        """Shows articles side by side, and remembers that."""
        if len(articles) > 1:
            self._memory.remember_comparison(articles)
        screen = self.comparison(articles, start, letters)
        self._app.push_screen(screen)
        return screen

    def _show_start(self, start: Start) -> None:
        self.compare(start.articles, start.places)
        for notice in start.notices:
            self._app.notify(notice, timeout=8)

    def _show_story(self, articles: Sequence[Article]) -> None:
        from reader.ui.story.screen import StoryScreen

        self._app.push_screen(StoryScreen(articles, self._settings, self._paths))

    # In the background

    def _open_at(self, load: Callable[[], Start], show: Callable[[Start], None]) -> None:
        def load_and_look_up() -> Start:
            start = load()
            self._memory.look_up(start.articles)
            return start

        self._open(load_and_look_up, show)

    def _open(self, load: Callable[[], Loaded], show: Callable[[Loaded], None]) -> None:
        """Loads in a thread, and shows what was loaded; or the reason why it cannot be."""

        def work() -> None:
            try:
                with self._notice_if_slow():
                    loaded = load()
            except UserError as error:
                self._app.call_from_thread(self._refuse, str(error))
            else:
                self._app.call_from_thread(show, loaded)

        self._app.run_worker(work, thread=True, exclusive=True, group="opening")

    @contextmanager
    def _notice_if_slow(self) -> Iterator[None]:
        app = self._app
        timer = app.call_from_thread(app.set_timer, _PATIENCE, lambda: app.notify(wording.OPENING, timeout=3))
        try:
            yield
        finally:
            app.call_from_thread(timer.stop)

    def _refuse(self, message: str) -> None:
        self._app.notify(message, title=wording.NOT_OPENED, severity="error", timeout=15)
