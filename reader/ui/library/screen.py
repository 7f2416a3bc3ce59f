"""The library screen: the articles of a corpus; find and sort them, mark two or more, compare them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content

from annotations.model import ArticleReference
from reader.articles.corpus import Corpus, CorpusEntry
from reader.base.paths import Paths
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.list_finding import ListFinding
from reader.ui.kit.list_marking import ListMarking
from reader.ui.kit.list_screen import ListScreen
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.row_list import RowList
from reader.ui.kit.row_table import RowTable
from reader.ui.library import wording
from reader.ui.library.adding import Adding
from reader.ui.library.background import CardReader, ShareFinder
from reader.ui.library.cells import RowCells
from reader.ui.library.columns import ORDERS, library_columns
from reader.ui.library.details import Details
from reader.ui.library.messages import EntriesChosen, EntryStoryChosen
from reader.ui.library.rows import LibraryRow, fit_of, siblings

__all__ = ["LibraryScreen"]

_PROBLEMS = 3  # problems that are shown one by one
_MOST_COMPARED = 26  # one letter each
_SIBLINGS = 20  # articles of the same sources that are read to learn what recurs in them


class LibraryScreen(ListScreen[LibraryRow]):
    """Lists a corpus. Its articles are read in the background, those in view first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.LIBRARY, Context.EVERYWHERE)]
    contexts = (Context.LIBRARY, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, corpus: Corpus, settings: Settings, paths: Paths, access: NotebookAccess) -> None:
        listing = RowList(ORDERS)
        listing.load([LibraryRow(number, entry) for number, entry in enumerate(corpus.entries)])
        self._corpus = corpus
        self._access = access
        self._reader = CardReader(self, self._cards_changed)
        self._shares = ShareFinder(self, self.annotations_changed)
        cells = RowCells(listing, access, self._reader, self._shares)
        super().__init__(listing, library_columns(cells), settings.keys)
        self.finding = ListFinding(self, wording.FIND, self._find, lambda: self._find(""))
        self.features = (
            self.finding,
            ListMarking(self),
            Adding(self, paths, self._list_added),
            Details(self, paths, self._read),
        )

    def on_mount(self) -> None:
        """Lists the articles at once, and begins to read them once they are on screen."""
        self.show()
        self.call_after_refresh(self._after_first_paint)
        for problem in self._corpus.problems[:_PROBLEMS]:
            self.notify(problem, title=wording.NOT_OPENED, severity="warning", timeout=8)

    def _after_first_paint(self) -> None:
        self._read()
        self._access.reading()
        self.annotations_changed()

    def _read(self) -> None:
        self._reader.read(self.listing.all)

    def _cards_changed(self) -> None:
        """Shows what has been read since; the cursor stays on its article."""
        row = self.current
        if self.listing.is_arranged:
            self.listing.arrange()
        self.show()
        if row is not None and row is not self.current and row in self.listing.rows:
            self.table.move_cursor(self.listing.rows.index(row))

    def annotations_changed(self) -> None:
        """Counts the annotations again."""
        self.table.refresh()

    # Shown

    def heading(self) -> Content:
        """The corpus, the number of its articles, their order, and the next step."""
        listing, filtered = self.listing, self.listing.is_filtered
        parts = [wording.articles_of(len(listing.rows), len(listing.all), filtered=filtered)]
        if listing.order is not listing.orders[0]:
            parts.append(wording.sorted_by(listing.order.name))
        nothing = filtered and not listing.rows
        parts.append(wording.NOTHING_FOUND if nothing else wording.marking_hint(len(listing.marked)))
        return Content.assemble((f"{self._corpus.name}  ", "bold"), " · ".join(parts))

    def details(self, row: LibraryRow) -> Iterator[Content]:
        """The title and the beginning of the text, or the reason why it cannot be read."""
        if row.card:
            yield Content.styled(row.card.title, "bold")
            yield Content(row.card.beginning)
        else:
            yield Content(row.problem)

    # Found

    def _find(self, query: str) -> None:
        self.listing.filter(fit_of(query))
        self.table.move_cursor(0)
        self.show()

    def _list_added(self, entries: Sequence[CorpusEntry]) -> None:
        """Lists articles that were added, each file once, and goes to the first of them."""
        rows = list(self.listing.all)
        by_file = {(row.entry.path, row.entry.member): row for row in rows}
        for entry in entries:
            if (entry.path, entry.member) not in by_file:
                rows.append(LibraryRow(len(rows), entry))
                by_file[entry.path, entry.member] = rows[-1]
        self.listing.load(rows)
        self.show()
        first = by_file[entries[0].path, entries[0].member]
        if first in self.listing.rows:
            self.table.move_cursor(self.listing.rows.index(first))
        self._read()

    def lettered(self) -> list[ArticleReference]:
        """The marked articles, in the order of their letters."""
        return [row.reference for row in self.listing.marked_rows()]

    # Opened

    @handles("library.compare")
    @on(RowTable.Selected)
    def compare(self) -> None:
        """Opens the marked articles, and the one under the cursor where fewer than two are marked."""
        chosen, row = self.listing.marked_rows(), self.current
        if len(chosen) < 2 and row is not None and row not in chosen:
            chosen.append(row)
        if len(chosen) > _MOST_COMPARED:
            self.notify(wording.too_many(len(chosen), _MOST_COMPARED), timeout=5)
        elif chosen:
            others = siblings(self.listing.all, chosen, _SIBLINGS)
            self.post_message(EntriesChosen([row.entry for row in chosen], others))

    @handles("library.story")
    def tell_story(self) -> None:
        """Compares all marked articles with one another; where too few are marked, all that are listed."""
        from reader.story.build import MIN_ARTICLES

        marked, chosen = self.listing.marked_rows(), self.listing.rows
        if len(marked) >= MIN_ARTICLES:
            chosen = marked
        elif marked and len(chosen) >= MIN_ARTICLES:
            self.notify(wording.all_listed(len(chosen), MIN_ARTICLES), timeout=6)
        self.post_message(EntryStoryChosen([row.entry for row in chosen]))
