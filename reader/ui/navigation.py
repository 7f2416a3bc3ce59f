"""Help, the palette, and the ways back and out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from reader.base.settings import Settings
from reader.ui.kit.handlers import handles
from reader.ui.kit.modes import active_mode
from reader.ui.kit.notebook_access import show_changes

__all__ = ["AppNavigation"]


class AppNavigation:
    """The commands that work everywhere and do not depend on articles or annotations."""

    def __init__(self, app: App[Any], settings: Settings, leave: Callable[[], None]) -> None:
        self._app = app
        self._leave = leave
        self._settings = settings

    @handles("help")
    def show_help(self) -> None:
        """Shows all keys."""
        from reader.ui.kit.help import HelpScreen

        contexts = getattr(self._app.screen, "contexts", ())
        self._app.push_screen(HelpScreen(contexts, self._settings.keys))

    @handles("palette")
    def show_palette(self) -> None:
        """Shows all commands, to be found by name."""
        self._app.action_command_palette()

    @handles("back")
    async def go_back(self) -> None:
        """Cancels what is under way, as Escape does; else goes back one screen; from the last one, quits."""
        if mode := active_mode(getattr(self._app.screen, "modes", ())):
            await mode.cancel()
        elif len(self._app.screen_stack) > 1:
            self._app.pop_screen()
            show_changes(self._app)
        else:
            self._leave()
