"""The app: which screen comes first, help, and the ways back and out."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.screen import Screen

from reader.ui.annotating_app import AnnotatingApp
from reader.ui.kit.handlers import handles
from reader.ui.launch import Launch

__all__ = ["Launch", "ReaderApp"]


@runtime_checkable
class _Ending(Protocol):
    """A screen on which something is begun that Escape ends."""

    def is_busy(self) -> bool: ...

    async def action_cancel(self) -> None: ...


class ReaderApp(AnnotatingApp):
    """reader, on a terminal. Raises SettingsError for a theme or a command that there is not."""

    def get_default_screen(self) -> Screen[None]:
        """The first screen: a comparison, what was found in an archive, or the library."""
        corpus = self._launch.corpus
        if self._launch.compare:
            return self._comparison(corpus.articles, self._launch.start)
        if self._launch.found:
            from reader.ui.archive.screen import ArchiveScreen

            return ArchiveScreen(self._launch.found, self._settings)
        from reader.ui.library.screen import LibraryScreen

        return LibraryScreen(corpus, self._settings, self._launch.paths, self._access)

    @handles("help")
    def action_help(self) -> None:
        """Shows all keys."""
        from reader.ui.kit.help import HelpScreen

        self.push_screen(HelpScreen(getattr(self.screen, "contexts", ()), self._settings.keys))

    @handles("back")
    async def action_back(self) -> None:
        """Ends what was begun, as Escape does; else to the screen before; from the first one, out."""
        if isinstance(self.screen, _Ending) and self.screen.is_busy():
            await self.screen.action_cancel()
        elif len(self.screen_stack) > 1:
            self.pop_screen()
            self._annotations_changed()
        else:
            self.exit()

    @handles("quit")
    async def action_quit(self) -> None:
        """Leaves reader; a note that is being written is kept first."""
        from reader.ui.kit.dialogs import NoteDialog

        if isinstance(self.screen, NoteDialog):
            self.screen.action_keep()
            self.call_after_refresh(self.exit)
        else:
            self.exit()

    def action_help_quit(self) -> None:
        """What ctrl+c does where nothing can be copied: it says how to leave."""
        self.notify("ctrl+q leaves reader, q goes back.", timeout=3)
