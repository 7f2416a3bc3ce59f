"""The app without its screens: settings, themes, the notebook, and what is shown of it."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import work
from textual.app import App
from textual.worker import WorkerFailed

from reader.base.faults import fault
from reader.base.resources import styles
from reader.base.sanitizing import sanitize_line
from reader.base.settings import Settings, SettingsError
from reader.shelf.session import Session
from reader.ui.commands import COMMANDS
from reader.ui.kit.handlers import handles, run_command
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.launch import Launch

if TYPE_CHECKING:
    from textual.command import Provider

__all__ = ["BaseApp"]

_LOOK = 3.0  # seconds between two looks for what other readers wrote


def _commands() -> type[Provider]:
    from reader.ui.kit.palette import CommandProvider

    return CommandProvider


class BaseApp(App[None]):
    """Holds what all screens share. Raises SettingsError for a theme or a command that there is not."""

    TITLE = "reader"
    COMMANDS = {_commands}  # noqa: RUF012 - Textual asks for a set of classes or of what makes them

    def __init__(self, launch: Launch) -> None:
        first = "compare" if launch.compare else "lists"  # Textual loads no stylesheet of a first screen
        super().__init__(css_path=[styles() / "reader.tcss", styles() / f"{first}.tcss"])
        self._launch = launch
        self._settings = launch.settings
        self._access = NotebookAccess(launch.paths, launch.settings.author, self._warn)
        self._fault = ""
        self._restored: dict[str, frozenset[int]] = {}
        self._session = Session(launch.paths)
        self._apply(launch.settings, launch.paths.settings)

    def _apply(self, settings: Settings, path: Path) -> None:
        from reader.ui.kit.themes import AT_HAND, load_themes

        unknown = set(settings.keys) - {command.id for command in COMMANDS}
        if unknown:
            raise SettingsError(f"{path}: no command is called {min(unknown)!r}; reader --keys lists them")
        if (settings.theme or self.theme) not in AT_HAND:
            load_themes(self)
        if settings.theme and settings.theme not in self.available_themes:
            names = ", ".join(sorted(self.available_themes))
            raise SettingsError(f"{path}: no theme is called {settings.theme!r}; there are {names}")
        if settings.theme:
            self.theme = settings.theme
        self.set_keymap(settings.keys)

    async def action_command(self, command: str) -> None:
        """Runs a command of the table, by its id; see kit.handlers."""
        await run_command(command, self.screen, self)

    def _handle_exception(self, error: Exception) -> None:
        """Logs a fault of ours, before Textual quits."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._fault = str(fault(cause, "showing articles"))
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Quits with one line, where Textual would print the text of articles among the local variables."""
        self.panic(Text(f"reader: {self._fault}"))

    @handles("palette")
    def open_palette(self) -> None:
        """Offers all commands, to be found by name."""
        self.action_command_palette()

    def search_themes(self) -> None:
        """Lists all themes, to be chosen from."""
        from reader.ui.kit.themes import load_themes

        load_themes(self)
        super().search_themes()

    def _warn(self, message: str) -> None:
        self.notify(message, title="Annotations", severity="error", timeout=20)

    def on_ready(self) -> None:
        """What start-up made stays, so the collector need not look at it again."""
        gc.freeze()
        gc.enable()
        self.set_interval(_LOOK, self._look_for_news)
        for notice in self._launch.notices:
            self.notify(notice, timeout=8)

    @work(thread=True, exclusive=True, group="news")
    def _look_for_news(self) -> None:
        """Shows what another reader, or a command, has written meanwhile."""
        notebook = self._access.opened()
        if notebook and notebook.refresh():
            self.call_from_thread(self._annotations_changed)

    def on_app_focus(self) -> None:
        """Whoever comes back to this terminal may have worked in another one."""
        self._look_for_news()

    def on_unmount(self) -> None:
        """Leaves the annotations file whole."""
        self._access.close()

    def notify(self, message: str, **how: Any) -> None:
        """Shows a message; names of files and what servers say are made safe here, and are never markup."""
        super().notify(sanitize_line(message), **how | {"markup": False})

    @property
    def own_keys(self) -> Mapping[str, str]:
        """The user's own keys, by command id."""
        return self._settings.keys

    def unsaved(self) -> str:
        """Why something is not on disk, and what to do; "" where all is well."""
        return self._access.unsaved()

    def _annotations_changed(self) -> None:
        for screen in self.screen_stack:
            changed = getattr(screen, "annotations_changed", None)
            if changed and screen.is_mounted:
                changed()
