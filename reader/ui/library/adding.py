"""Adding articles to the shelf from the library screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.ui.kit.dialogs import ChoiceDialog, LineDialog, NoteDialog
from reader.ui.kit.handlers import handles
from reader.ui.library import shelving, wording
from reader.ui.library.shelving import Shelved

if TYPE_CHECKING:
    from reader.shelf.adding import Feed

__all__ = ["Adding"]

_PROBLEMS = 3  # problems that are shown one by one

Add = Callable[[], "Shelved | Feed"]


class Adding:
    """Asks for a path, an address or a text, and puts articles on the shelf; `added` lists them."""

    def __init__(self, screen: Screen[Any], paths: Paths, added: Callable[[Shelved], None]) -> None:
        self._screen = screen
        self._paths = paths
        self._added = added
        self._refused = ""  # a source that could not be added, offered again to be corrected

    @handles("library.add")
    def ask_source(self) -> None:
        """Asks for a path or an address, and adds what is there."""

        def add(source: str | None) -> None:
            if source and source.strip():
                self._refused = source
                self._begin(lambda: shelving.add(self._paths, source))

        dialog = LineDialog(wording.ADD, wording.ADD_HINT, self._refused, wording.ADD_PLACEHOLDER)
        self._screen.app.push_screen(dialog, add)

    @handles("library.paste")
    def ask_text(self) -> None:
        """Asks for a text, and adds it."""

        def add(text: str | None) -> None:
            if text and text.strip():
                self._begin(lambda: shelving.add_text(self._paths, text))

        self._screen.app.push_screen(NoteDialog(wording.PASTE, "", wording.PASTE_HINT), add)

    def _begin(self, add: Add) -> None:
        self._screen.run_worker(lambda: self._add(add), thread=True, group="adding")

    def _add(self, add: Add) -> None:
        try:
            result = add()
        except UserError as error:
            self._screen.call_later(self._refuse, str(error))
        else:
            show = self._list_added if isinstance(result, Shelved) else self._choose_from
            self._screen.call_later(show, result)

    def _refuse(self, message: str) -> None:
        self._screen.notify(message, title=wording.NOT_ADDED, severity="error", timeout=15)

    def _list_added(self, shelved: Shelved) -> None:
        self._refused = ""
        self._added(shelved)
        self._screen.notify(wording.on_shelf(len(shelved.entries)), timeout=4)
        problems = [*shelved.problems[:_PROBLEMS]]
        if more := len(shelved.problems[_PROBLEMS:]):
            problems.append(wording.more_not_added(more))
        for problem in problems:
            self._screen.notify(problem, title=wording.NOT_ADDED, severity="warning", timeout=10)

    def _choose_from(self, feed: Feed) -> None:
        def add(choice: int | None) -> None:
            if choice is not None:
                item = feed.items[choice]
                self._begin(
                    lambda: (
                        shelving.add(self._paths, item.url)
                        if feed.of_feeds
                        else shelving.add_item(self._paths, item)
                    )
                )

        choices = [item.title or item.url for item in feed.items]
        self._screen.app.push_screen(ChoiceDialog(feed.title, choices), add)
