"""The app: it wires screens, features and messages together, and does nothing itself."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import on, work
from textual.app import App
from textual.screen import Screen
from textual.worker import WorkerFailed

from reader.base.faults import fault
from reader.base.resources import styles
from reader.base.sanitizing import sanitize_line
from reader.notes.drafts import drafts_left
from reader.shelf.session import ReadingState, Session
from reader.ui import wording
from reader.ui.app_memory import AppMemory
from reader.ui.archive.messages import ExcerptsChosen
from reader.ui.compare.messages import BoilerplateChosen, StoryChosen
from reader.ui.ending import leave_lost_terminal, watch_for_the_end
from reader.ui.exporting import Exporting
from reader.ui.kit.handlers import run_command
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.wording import ANNOTATIONS
from reader.ui.launch import Launch
from reader.ui.leaving import Leaving
from reader.ui.library.messages import EntriesChosen, EntryStoryChosen
from reader.ui.navigation import AppNavigation
from reader.ui.notebook_changes import NotebookChanges
from reader.ui.notebook_lists import NotebookLists
from reader.ui.notes.messages import AnnotationChosen, TagChosen
from reader.ui.opener import Opener
from reader.ui.preferences import apply_settings
from reader.ui.story.messages import PassagesChosen

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.command import Provider

__all__ = ["Launch", "ReaderApp"]

_OTHERS = 3.0  # seconds between two looks for what other processes wrote


def _commands() -> type[Provider]:
    from reader.ui.kit.command_palette import CommandProvider

    return CommandProvider


class ReaderApp(App[None]):
    """reader, on a terminal. Raises SettingsError for a theme or a command that does not exist.

    Commands are handled by the screen or by a feature of the app (see kit.handlers); messages of screens, by
    the feature that opens what they ask for.
    """

    TITLE = "reader"
    COMMANDS = {_commands}  # noqa: RUF012 - Textual asks for a set of classes or of what makes them

    def __init__(self, launch: Launch) -> None:
        first = ("compare", "match_colours") if launch.compare else ("lists",)
        # Textual does not load the stylesheets of a first screen
        super().__init__(css_path=[styles() / f"{name}.tcss" for name in ("reader", *first)])
        settings, paths = launch.settings, launch.paths
        self._launch = launch
        self._fault = ""
        self._access = NotebookAccess(paths, settings.author, self._warn)
        self._memory = AppMemory(self, Session(paths), paths.session)
        self._opener = Opener(self, settings, paths, self._access, self._memory)
        self._lists = NotebookLists(self, settings, self._access, self._opener)
        self._changes = NotebookChanges(self, self._access)
        leaving = Leaving(self, self._access)
        self._features = (
            self._opener,
            self._lists,
            self._changes,
            Exporting(self, self._access),
            AppNavigation(self, settings, leaving.leave),
            leaving,
        )
        apply_settings(self, settings, paths.settings)

    # Start and end

    def get_default_screen(self) -> Screen[None]:
        """The first screen: a comparison, the results of an archive, or the library."""
        launch = self._launch
        if launch.compare:
            return self._opener.comparison(launch.corpus.articles, launch.start)
        if launch.results:
            from reader.ui.archive.screen import ArchiveScreen

            return ArchiveScreen(launch.results, launch.settings)
        from reader.ui.library.screen import LibraryScreen

        return LibraryScreen(launch.corpus, launch.settings, launch.paths, self._access)

    def on_load(self) -> None:
        """Watches for signals before the terminal is taken over."""
        if not self.is_headless:
            watch_for_the_end(self)

    def on_ready(self) -> None:
        """Begins what can wait until the first screen is shown."""
        gc.freeze()  # what start-up made stays, so the collector need not look at it again
        gc.enable()
        self.set_interval(_OTHERS, self._changes.read_others)
        for notice in self._launch.notices:
            self.notify(notice, timeout=8)
        if drafts := drafts_left(self._launch.paths):
            self.notify(wording.drafts_left(drafts), timeout=8)
        self._look_up_session()

    @work(thread=True, group="session")
    def _look_up_session(self) -> None:
        state = self._memory.look_up(self._launch.corpus.articles)
        self.call_from_thread(self._continue_reading, state)
        self._memory.remember_opened(self._launch.named)

    @work(group="restoring")
    async def _continue_reading(self, state: ReadingState | None) -> None:
        from reader.ui.compare.screen import CompareScreen

        screen = self.screen
        if isinstance(screen, CompareScreen):
            if state:
                screen.go_on(state)
            if any(self._memory.restored.values()):
                await screen.show_restored(self._memory.restored)

    def on_app_focus(self) -> None:
        """Looks for what the user did in another terminal."""
        self._changes.read_others()

    def on_unmount(self) -> None:
        """Brings the annotations file up to date."""
        self._access.close()

    def unsaved(self) -> str:
        """After the end: the reason why something is not on disk, and where it is; "" where all is saved."""
        return self._access.lost()

    # Commands and notices

    async def action_command(self, command: str) -> None:
        """Runs a command of the table, by its id; see kit.handlers."""
        await run_command(command, self.screen, *self._features)

    async def action_quit(self) -> None:
        """Quits as the command does; Textual's own key asks for it."""
        await self.action_command("quit")

    def action_help_quit(self) -> None:
        """Says how to quit, when Ctrl+C has nothing to copy."""
        self.notify(wording.HOW_TO_QUIT, timeout=3)

    def search_themes(self) -> None:
        """Lists all themes, to choose from."""
        from reader.ui.kit.themes import load_themes

        load_themes(self)
        super().search_themes()

    @property
    def own_keys(self) -> Mapping[str, str]:
        """The user's own keys, by command id."""
        return self._launch.settings.keys

    def notify(self, message: str, **options: Any) -> None:
        """Shows a message. Names of files and words of servers are made safe here, and never parsed."""
        super().notify(sanitize_line(message), **options | {"markup": False})

    def _warn(self, message: str) -> None:
        self.notify(message, title=ANNOTATIONS, severity="error", timeout=20)

    def _handle_exception(self, error: Exception) -> None:
        """Logs a fault of ours, before Textual quits."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._fault = str(fault(cause, "showing articles"))
        super()._handle_exception(error)

    def panic(self, *renderables: RenderableType) -> None:
        """Quits after a fault; one is that the terminal is gone."""
        leave_lost_terminal()
        super().panic(*renderables)

    def _fatal_error(self) -> None:
        """Quits with one line, where Textual would print the text of articles among the local variables."""
        self.panic(Text(f"reader: {self._fault}"))

    # Messages of the screens

    @on(EntriesChosen)
    def _compare_entries(self, message: EntriesChosen) -> None:
        self._opener.compare_entries(message.entries, message.siblings)

    @on(ExcerptsChosen)
    def _compare_excerpts(self, message: ExcerptsChosen) -> None:
        self._opener.compare_excerpts(message.excerpts, message.articles)

    @on(PassagesChosen)
    def _compare_passages(self, message: PassagesChosen) -> None:
        self._opener.compare(message.articles, message.start, message.letters)

    @on(EntryStoryChosen)
    def _open_entry_story(self, message: EntryStoryChosen) -> None:
        self._opener.open_entry_story(message.entries)

    @on(StoryChosen)
    def _open_story(self, message: StoryChosen) -> None:
        self._opener.open_story(message.articles)

    @on(BoilerplateChosen)
    def _remember_restored(self, message: BoilerplateChosen) -> None:
        self._memory.remember_restored(message.sha256, message.restored)

    @on(AnnotationChosen)
    def _go_to_annotation(self, message: AnnotationChosen) -> None:
        self._lists.go_to(message.annotation, reattach=message.reattach)

    @on(TagChosen)
    def _list_tagged(self, message: TagChosen) -> None:
        self._lists.list_tagged(message.name)
