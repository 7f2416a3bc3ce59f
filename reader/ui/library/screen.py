"""The library screen: the list of a corpus, to which articles are added, and in which they are described."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.message import Message

from reader.articles.corpus import CorpusEntry
from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.sanitizing import sanitize
from reader.shelf.article_facts import FACTS, describe
from reader.ui.kit.dialogs import ChoiceDialog, FormDialog, LineDialog, NoteDialog
from reader.ui.kit.handlers import handles
from reader.ui.library import shelving
from reader.ui.library.listing import ListingScreen
from reader.ui.library.shelving import Shelved

if TYPE_CHECKING:
    from reader.shelf.adding import Feed, Item

__all__ = ["LibraryScreen"]

_PROBLEMS = 3  # that many are told one by one


@dataclass
class AddingEnded(Message):
    """What was added to the shelf, a feed to choose from, or why nothing was added."""

    found: Shelved | Feed | str


class LibraryScreen(ListingScreen):
    """Puts articles on the shelf, and corrects what is known of them."""

    _refused = ""  # what could not be added, to be mended

    @handles("library.add")
    def action_add(self) -> None:
        """Asks for a path or an address, and puts what is there on the shelf."""
        hint = "⏎ adds it to your shelf: a file, a folder, a web page, a feed · esc cancels"
        dialog = LineDialog("Add", hint, self._refused, placeholder="https://… or a path")
        self.app.push_screen(dialog, lambda source: self._begin_to_add(shelving.add, source))

    @handles("library.paste")
    def action_paste(self) -> None:
        """Asks for a text, and puts it on the shelf."""
        dialog = NoteDialog("Paste an article", "", "esc puts it on your shelf, if there is any text")
        self.app.push_screen(dialog, lambda text: self._begin_to_add(shelving.add_text, text))

    def _begin_to_add(self, get: Callable[[Paths, str], Shelved | Feed], source: str | None) -> None:
        if source and source.strip():
            self._refused = source if get is shelving.add else ""
            self._add(get, source)

    @work(thread=True, group="adding")
    def _add(self, get: Callable[[Paths, Any], Shelved | Feed], source: str | Item) -> None:
        self.post_message(AddingEnded(_or_trouble(lambda: get(self._paths, source))))

    @on(AddingEnded)
    def _take_up_added(self, message: AddingEnded) -> None:
        if isinstance(message.found, str):
            self.notify(message.found, title="Not added", severity="error", timeout=15)
        elif isinstance(message.found, Shelved):
            self._list_added(message.found)
        else:
            self._choose_from(message.found)

    def _list_added(self, added: Shelved) -> None:
        self._refused = ""
        number = self._catalogue.add(added.entries)
        self._show()
        if number in self._catalogue.rows:
            self._table.move_cursor(self._catalogue.rows.index(number))
        self._read()
        count = f"{len(added.entries)} articles are" if len(added.entries) != 1 else "The article is"
        self.notify(f"{count} on your shelf.", timeout=4)
        for problem in added.problems[:_PROBLEMS]:
            self.notify(problem, title="Not added", severity="warning", timeout=10)
        if more := len(added.problems[_PROBLEMS:]):
            self.notify(f"{more} more could not be added.", title="Not added", severity="warning", timeout=10)

    def _choose_from(self, feed: Feed) -> None:
        choices = [item.title or item.url for item in feed.items]

        def add(choice: int | None) -> None:
            if choice is not None:
                item = feed.items[choice]
                self._add(shelving.add, item.url) if feed.of_feeds else self._add(shelving.add_item, item)

        self.app.push_screen(ChoiceDialog(feed.title, choices), add)

    @handles("library.details")
    def action_details(self) -> None:
        """Shows what is known of the article under the cursor, to be corrected."""
        number = self._current()
        card = None if number is None else self._catalogue.cards.get(number)
        if number is None or card is None:
            self.notify("This article has not been read.", timeout=3)
            return
        entry, known = self._catalogue.entries[number], {name: getattr(card, name) for name in FACTS}
        about = f"{entry.path}\n{card.words:,} words · text {card.sha256[:12]}"

        def keep(facts: dict[str, str] | None) -> None:
            if facts is not None and facts != known:
                self._describe(number, entry, facts)

        self.app.push_screen(FormDialog("Details", sanitize(about), known), keep)

    def _describe(self, number: int, entry: CorpusEntry, facts: dict[str, str]) -> None:
        try:
            self._catalogue.replace(number, describe(self._paths, entry, facts))
        except UserError as error:
            self.notify(str(error), title="Not kept", severity="error", timeout=10)
        self._read()


def _or_trouble(get: Callable[[], Shelved | Feed]) -> Shelved | Feed | str:
    try:
        return get()
    except UserError as error:
        return str(error)
