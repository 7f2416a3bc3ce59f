"""The facts of an article, shown and corrected in the library."""

from __future__ import annotations

from collections.abc import Callable

from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.sanitizing import sanitize
from reader.shelf.article_facts import FACTS, describe
from reader.ui.kit.dialogs import FormDialog
from reader.ui.kit.handlers import handles
from reader.ui.kit.list_screen import ListScreen
from reader.ui.library import wording
from reader.ui.library.rows import LibraryRow

__all__ = ["Details"]


class Details:
    """Lets the user correct the facts of the article under the cursor; `changed` reads it again."""

    def __init__(self, screen: ListScreen[LibraryRow], paths: Paths, changed: Callable[[], None]) -> None:
        self._screen = screen
        self._paths = paths
        self._changed = changed

    @handles("library.details")
    def ask(self) -> None:
        """Shows the facts of the article, to be corrected."""
        row = self._screen.current
        if row is None or row.card is None:
            self._screen.notify(wording.NOT_READ_YET, timeout=3)
            return
        card, before = row.card, {name: getattr(row.card, name) for name in FACTS}

        def save(facts: dict[str, str] | None) -> None:
            if facts is not None and facts != before:
                self._describe(row, facts)

        about = sanitize(wording.about(str(row.entry.path), card.words, card.sha256, card.notice))
        self._screen.app.push_screen(FormDialog(wording.DETAILS, about, before), save)

    def _describe(self, row: LibraryRow, facts: dict[str, str]) -> None:
        try:
            row.replace(describe(self._paths, row.entry, facts))
        except UserError as error:
            self._screen.notify(str(error), title=wording.NOT_SAVED, severity="error", timeout=10)
        self._changed()
