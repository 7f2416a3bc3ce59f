"""Adding articles to the shelf from the library screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from reader.articles.corpus import CorpusEntry
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.notes.drafts import Draft
from reader.shelf import adding
from reader.ui.kit.dialogs import ChoiceDialog, LineDialog
from reader.ui.kit.handlers import handles
from reader.ui.kit.note_dialog import NoteDialog
from reader.ui.library import wording

if TYPE_CHECKING:
    from reader.shelf.adding import Added
    from reader.shelf.feeds import Feed

__all__ = ["Adding"]

_PROBLEMS = 3  # problems that are shown one by one

Add = Callable[[], "Added | Feed"]


class Adding:
    """Asks for a path, an address or a text, and puts articles on the shelf; `added` lists them."""

    def __init__(
        self, screen: Screen[Any], paths: Paths, added: Callable[[Sequence[CorpusEntry]], None]
    ) -> None:
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
                self._begin(lambda: adding.add(self._paths, source))

        dialog = LineDialog(wording.ADD, wording.ADD_HINT, self._refused, wording.ADD_PLACEHOLDER)
        self._screen.app.push_screen(dialog, add)

    @handles("library.paste")
    def ask_text(self) -> None:
        """Asks for a text, and adds it; its draft is kept until it is on the shelf."""
        draft = Draft(self._paths, "paste")

        def put(text: str) -> Added:
            added = adding.add_bytes(self._paths, text.encode("utf-8", "replace"), wording.PASTED_TEXT)
            if added.articles:
                draft.forget()
            return added

        def add(text: str | None) -> None:
            if text and text.strip():
                self._begin(lambda: put(text))

        self._screen.app.push_screen(NoteDialog(wording.PASTE, "", draft, wording.PASTE_HINT), add)

    def _begin(self, add: Add) -> None:
        self._screen.run_worker(lambda: self._add(add), thread=True, group="adding")

    def _add(self, add: Add) -> None:
        try:
            result = add()
        except UserError as error:
            self._screen.call_later(self._refuse, str(error))
            return
        if not isinstance(result, adding.Added):
            self._screen.call_later(self._choose_from, result)
        elif result.articles:
            self._screen.call_later(self._list_added, result)
        else:
            self._screen.call_later(self._refuse, (*result.problems, wording.NOTHING_TO_ADD)[0])

    def _refuse(self, message: str) -> None:
        self._screen.notify(message, title=wording.NOT_ADDED, severity="error", timeout=15)

    def _list_added(self, added: Added) -> None:
        self._refused = ""
        self._added([CorpusEntry(article.title, article.path) for article in added.articles])
        self._screen.notify(wording.on_shelf(len(added.articles)), timeout=4)
        for article in added.articles[:_PROBLEMS]:
            if article.notice:
                self._screen.notify(article.notice, title=article.title, severity="warning", timeout=10)
        problems = added.problems[:_PROBLEMS]
        if more := len(added.problems[_PROBLEMS:]):
            problems.append(wording.more_not_added(more))
        for problem in problems:
            self._screen.notify(problem, title=wording.NOT_ADDED, severity="warning", timeout=10)

    def _choose_from(self, feed: Feed) -> None:
        def add(choice: int | None) -> None:
            if choice is not None:
                item = feed.items[choice]
                self._begin(
                    lambda: (
                        adding.add(self._paths, item.url)
                        if feed.of_feeds
                        else adding.add_items(self._paths, [item])
                    )
                )

        choices = [item.title or item.url for item in feed.items]
        self._screen.app.push_screen(ChoiceDialog(feed.title, choices), add)
