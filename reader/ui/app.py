"""The app: it opens screens, holds the notebook, and does what works everywhere."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import App
from textual.screen import Screen

from annotations.errors import UserError
from annotations.text import clean_line
from reader.articles.corpus import Corpus, Entry, list_corpus
from reader.articles.model import Article
from reader.paths import Paths, user_path
from reader.resources import styles
from reader.session import Comparison, Session
from reader.settings import Settings, SettingsError

from .commands import COMMANDS
from .messages import AnnotationChosen, BoilerplateChosen, EntriesChosen
from .notebook_door import NotebookDoor

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["Launch", "ReaderApp"]


_PATIENCE = 0.5  # seconds of work that nothing is said of


@dataclass(frozen=True, slots=True)
class Launch:
    """What to start with: the corpus, and whether to compare all of it at once or to list it.

    `named` are the paths to open again when the next launch names none.
    """

    corpus: Corpus
    compare: bool
    places: Paths
    settings: Settings = field(default_factory=Settings)
    named: Sequence[Path] = ()


class ReaderApp(App[None]):
    """reader, on a terminal. Raises SettingsError for a theme or a command that there is not."""

    TITLE = "reader"

    def __init__(self, launch: Launch) -> None:
        first = "compare" if launch.compare else "lists"  # Textual loads no stylesheet of a first screen
        super().__init__(css_path=[styles() / "reader.tcss", styles() / f"{first}.tcss"])
        self._launch = launch
        self._settings = launch.settings
        self._door = NotebookDoor(launch.places, launch.settings.author, self._warn)
        self._restored: dict[str, frozenset[int]] = {}
        self._session = Session(launch.places)
        self._apply(launch.settings, launch.places.settings)

    def _apply(self, settings: Settings, path: Path) -> None:
        unknown = set(settings.keys) - {command.id for command in COMMANDS}
        if unknown:
            raise SettingsError(f"{path}: no command is called {min(unknown)!r}; reader --keys lists them")
        if settings.theme and settings.theme not in self.available_themes:
            names = ", ".join(sorted(self.available_themes))
            raise SettingsError(f"{path}: no theme is called {settings.theme!r}; there are {names}")
        if settings.theme:
            self.theme = settings.theme
        self.set_keymap(settings.keys)

    def _warn(self, message: str) -> None:
        self.notify(message, title="Annotations", severity="error", timeout=20)

    def get_default_screen(self) -> Screen[None]:
        """The first screen: the comparison that was asked for, or the library."""
        corpus = self._launch.corpus
        if self._launch.compare:
            return self._comparison(corpus.articles)
        from .screens.library import LibraryScreen

        return LibraryScreen(corpus, self._settings, self._launch.places, self._door)

    def on_ready(self) -> None:
        """What start-up made stays, so the collector need not look at it again; then the launch is kept."""
        gc.freeze()
        gc.enable()
        if self._launch.named:
            self._remember()

    @work(thread=True, group="session")
    def _remember(self) -> None:
        self._look_up_restored(self._launch.corpus.articles)
        if any(self._restored.values()):
            self.call_from_thread(self._show_restored)
        try:
            self._session.remember_opened(self._launch.named)
        except OSError as error:
            self.log.warning(f"what was opened is not remembered: {error}")

    @work(group="restoring")
    async def _show_restored(self) -> None:
        from .screens.compare import CompareScreen

        if isinstance(self.screen, CompareScreen):
            await self.screen.show_restored(self._restored)

    def on_unmount(self) -> None:
        """Leaves the annotations file whole."""
        self._door.close()

    def notify(self, message: str, **how: Any) -> None:
        """Shows a message; names of files and what servers say are made safe here, and are never markup."""
        super().notify(clean_line(message), **how | {"markup": False})

    def unsaved(self) -> str:
        """Why something is not on disk, and what to do; "" where all is well."""
        return self._door.unsaved()

    # From the screens

    @on(EntriesChosen)
    def _compare(self, message: EntriesChosen) -> None:
        self._open(message.entries, message.siblings)

    @work(thread=True, exclusive=True, group="opening")
    def _open(self, entries: Sequence[Entry], siblings: Sequence[Entry] = ()) -> None:
        from reader.ui.reading import opened

        timer = self.call_from_thread(self.set_timer, _PATIENCE, self._say_opening)
        try:
            articles = opened(entries, siblings)
        except UserError as error:
            self.call_from_thread(self._refuse, str(error))
        else:
            self._look_up_restored(articles)
            self.call_from_thread(self._show, articles)

        finally:
            self.call_from_thread(timer.stop)

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
            self._refuse(f"{self._launch.places.session}: not remembered ({error.strerror})")

    def _show(self, articles: Sequence[Article], start: Sequence[tuple[int, int]] = ()) -> None:
        if len(articles) > 1:
            self._remember_comparison(articles)
        self.push_screen(self._comparison(articles, start))

    def _comparison(self, articles: Sequence[Article], start: Sequence[tuple[int, int]] = ()) -> Screen[None]:
        from .screens.compare import CompareScreen

        return CompareScreen(articles, self._settings, self._door, start, self._restored)

    @work(thread=True, group="session")
    def _remember_comparison(self, articles: Sequence[Article]) -> None:
        titles, paths = zip(*((article.title, article.path) for article in articles), strict=True)
        try:
            self._session.remember_comparison(Comparison(titles, paths))
        except OSError as error:
            self.log.warning(f"the comparison is not remembered: {error}")

    def action_recent(self) -> None:
        """Asks which of the last comparisons to open again."""
        from .screens.dialogs import ChoiceDialog

        recent = self._session.comparisons()
        if not recent:
            self.notify("Nothing has been compared yet.", timeout=3)
            return

        def open_again(choice: str | None) -> None:
            if choice is not None:
                paths = recent[names.index(choice)].paths
                self._open(list_corpus([Path(path) for path in paths]).entries)

        names = [f"{number}  " + "  ⇄  ".join(one.titles) for number, one in enumerate(recent, 1)]
        self.push_screen(ChoiceDialog("Open again", names), open_again)

    @on(AnnotationChosen)
    def _go_to(self, message: AnnotationChosen) -> None:
        from annotations.anchoring import anchor
        from reader.notebook import find_article

        if self._go_back_to(message.annotation):
            return
        found: list[tuple[Article, int]] = []
        for target in message.annotation.targets:
            article = find_article(target.article, self._articles_open())
            if article is None:
                where = target.article.path or target.article.url or target.article.title
                self.notify(f"The article is not here any more: {where}", severity="warning")
                return
            place = anchor(target, article.text)
            if place.state == "orphan":
                self.notify("The words are not in this article any more.", severity="warning", timeout=8)
            found.append((article, place.start))
        articles = list(dict.fromkeys(article for article, _offset in found))
        self._show(articles, [(articles.index(article), offset) for article, offset in reversed(found)])

    def _go_back_to(self, annotation: Annotation) -> bool:
        """Goes to an annotation in the comparison below this screen, if its articles are open there."""
        from .screens.compare import CompareScreen

        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if not isinstance(below, CompareScreen) or not below.has_all(annotation):
            return False
        self.pop_screen()
        self._annotations_changed()
        below.go_to(annotation)
        return True

    def _articles_open(self) -> list[Article]:
        from .screens.compare import CompareScreen

        screens = [screen for screen in self.screen_stack if isinstance(screen, CompareScreen)]
        return [article for screen in reversed(screens) for article in screen.articles]

    # Everywhere

    def _annotations_changed(self) -> None:
        for screen in self.screen_stack:
            changed = getattr(screen, "annotations_changed", None)
            if changed and screen.is_mounted:
                changed()

    def action_undo(self) -> None:
        """Undoes the last change to the annotations."""
        self._travel("undo")

    def action_redo(self) -> None:
        """Does again what was undone."""
        self._travel("redo")

    def _travel(self, way: str) -> None:
        if notebook := self._door.writing():
            what = notebook.store.undo() if way == "undo" else notebook.store.redo()
            self.notify(what or f"Nothing to {way}.", timeout=2)
            self._annotations_changed()

    async def action_quit(self) -> None:
        """Leaves reader; a note that is being written is kept first."""
        from .screens.dialogs import NoteDialog

        if isinstance(self.screen, NoteDialog):
            self.screen.action_keep()
            self.call_after_refresh(self.exit)
        else:
            self.exit()

    def action_help_quit(self) -> None:
        """What ctrl+c does where nothing can be copied: it says how to leave."""
        self.notify("ctrl+q leaves reader, q goes back.", timeout=3)

    def action_annotations(self) -> None:
        """Lists the annotations."""
        from .screens.annotation_list import AnnotationsScreen

        if not isinstance(self.screen, AnnotationsScreen):
            self.push_screen(AnnotationsScreen(self._settings, self._door))

    def action_help(self) -> None:
        """Shows all keys."""
        from .screens.help import HelpScreen

        self.push_screen(HelpScreen(getattr(self.screen, "places", ()), self._settings.keys))

    async def action_back(self) -> None:
        """To the screen before; from the first one, out."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
            self._annotations_changed()
        else:
            self.exit()

    def action_export(self) -> None:
        """Asks for a file name and writes the annotations there."""
        from .screens.dialogs import LineDialog

        notebook = self._door.reading()
        if notebook is None or not notebook.store.all():
            self.notify("No annotations to export yet.", timeout=3)
            return
        hint = "⏎ writes the file · esc cancels"
        self.push_screen(LineDialog("Export as Markdown to", hint, "reader-notes.md"), self._export)

    def _export(self, name: str | None) -> None:
        from reader.exporting import as_markdown, counted, write_export

        notebook = self._door.reading()
        if not name or notebook is None:
            return
        annotations = notebook.store.all()
        try:
            path = user_path(name)
            write_export(path, as_markdown(annotations))
        except UserError as error:
            self.notify(str(error), title="Not exported", severity="error", timeout=15)
        else:
            self.notify(f"{counted(annotations)} written to {path.absolute()}", timeout=6)
