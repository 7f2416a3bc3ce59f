"""The articles of a corpus in a list: find, sort, look into them, mark two or more, compare them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from annotations.model import ArticleReference
from reader.articles.corpus import Corpus
from reader.base.letters import letter
from reader.base.paths import Paths
from reader.base.phrases import counted
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles
from reader.ui.kit.key_bar import KeyBar
from reader.ui.kit.list_screen import TableScreen
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.preview import Preview
from reader.ui.kit.row_table import RowTable, TableColumn
from reader.ui.library import reading
from reader.ui.library.library_list import Card, LibraryList
from reader.ui.library.messages import EntriesChosen, EntryStoryChosen

__all__ = ["ListingScreen"]

_PROBLEMS = 3  # that many are told one by one
_MOST_COMPARED = 26  # one letter each
_SIBLINGS = 20  # articles of the same sources that are read to learn what recurs in them
_PREVIEW = 1500  # code points
_FIELDS = ("", "title", "source", "date", "words", "", "")
_MARKS_SHARED = 3  # marked articles that the column "Shared" speaks of


@dataclass
class CardsRead(Message):
    """Some more articles have been read, or could not be."""

    cards: dict[int, Card | str]


@dataclass
class SharesFound(Message):
    """How much of articles the marked ones share: by (article, marked article), 0 to 1."""

    shares: dict[tuple[int, int], float]


class ListingScreen(TableScreen):
    """Lists a corpus. Its articles are read in the background, those in view first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.LIBRARY, Context.EVERYWHERE)]
    contexts = (Context.LIBRARY, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, corpus: Corpus, settings: Settings, paths: Paths, access: NotebookAccess) -> None:
        super().__init__()
        self._corpus = corpus
        self._paths = paths
        self._own = settings.keys
        self._access = access
        self._catalogue = LibraryList(corpus.entries)
        self._wanted: deque[int] = deque(maxlen=200)
        self._shares: dict[tuple[int, int], float] = {}  # (article, marked article): 0 to 1
        self._unmatched: deque[tuple[int, int]] = deque(maxlen=200)
        self._is_matching = False

    def compose(self) -> ComposeResult:
        """A heading, the line to find by, the table, a look into the article, the keys."""
        yield Static(classes="heading")
        yield RowTable(
            TableColumn("", cells=1),
            TableColumn("Title", share=3),
            TableColumn("Source", share=1, least=60),
            TableColumn("Date", cells=10, least=60),
            TableColumn("Words", cells=7, least=76, right=True),
            TableColumn("Notes", cells=5, right=True),
            TableColumn("Shared", cells=17, least=90),
        )
        yield Preview(self._own)
        yield KeyBar(self._own, *self.contexts)

    def on_mount(self) -> None:
        """Lists the articles at once, and begins to read them."""
        self._show()
        self.call_after_refresh(self._after_first_paint)
        for problem in self._corpus.problems[:_PROBLEMS]:
            self.notify(problem, title="Not opened", severity="warning", timeout=8)

    def _after_first_paint(self) -> None:
        self._read()
        self._access.reading()
        self.annotations_changed()

    # Reading

    @work(thread=True, exclusive=True, group="reading")
    def _read(self) -> None:
        worker, catalogue = get_current_worker(), self._catalogue
        unread = [n for n in range(len(catalogue.entries)) if n not in catalogue.cards]
        for batch in reading.cards(catalogue.entries, unread, self._wanted, lambda: worker.is_cancelled):
            self.post_message(CardsRead(batch))

    @on(CardsRead)
    def _take_up(self, message: CardsRead) -> None:
        for number, card in message.cards.items():
            if isinstance(card, Card):
                self._catalogue.cards[number] = card
            else:
                self._catalogue.troubles[number] = card
        here = self._current()
        self._catalogue.arrange()
        self._show()
        if here is not None and here in self._catalogue.rows:
            row = self._catalogue.rows.index(here)
            if row != self._table.cursor:
                self._table.move_cursor(row)

    # Showing

    def annotations_changed(self) -> None:
        """Counts the annotations anew."""
        self._table.refresh()

    def _show(self) -> None:
        self._table.show(len(self._catalogue.rows), self._row)
        self.query_one(".heading", Static).update(self._heading())
        self._show_preview()

    def _row(self, row: int) -> Sequence[str]:
        number = self._catalogue.rows[row]
        mark = letter(self._catalogue.marked.index(number)) if number in self._catalogue.marked else ""
        card = self._catalogue.cards.get(number)
        if card is None:
            trouble = self._catalogue.troubles.get(number, "")
            if not trouble:
                self._wanted.append(number)
            title = self._catalogue.title(number)
            return mark, f"{title}: cannot be read" if trouble else title, "…" * (not trouble), "", "", "", ""
        words = f"{card.words:,}"
        return mark, card.title, card.source, card.date, words, self._count(card), self._shared(number)

    def _count(self, card: Card) -> str:
        notebook = self._access.opened()
        if notebook is None:
            return ""
        return str(len(notebook.of_article(ArticleReference(card.id, card.sha256, card.title))) or "")

    def _shared(self, number: int) -> str:
        """How much of an article each marked one shares with it, as far as that is known yet."""
        parts = []
        for place, marked in enumerate(self._catalogue.marked[:_MARKS_SHARED]):
            if marked == number:
                continue
            if (share := self._shares.get((number, marked))) is None:
                self._unmatched.append((number, marked))
            parts.append(f"{letter(place)} …" if share is None else f"{letter(place)} {share:.0%}")
        if self._unmatched and not self._is_matching:
            self._is_matching = True
            self.call_later(self._match)
        return " ".join(parts)

    @work(thread=True, group="matching")
    def _match(self) -> None:
        worker = get_current_worker()
        found = reading.shares(self._catalogue.entries, self._unmatched, lambda: worker.is_cancelled)
        self.post_message(SharesFound(found))

    @on(SharesFound)
    def _take_up_shares(self, message: SharesFound) -> None:
        self._shares |= message.shares
        self._is_matching = False
        self._table.refresh()

    def _heading(self) -> Content:
        catalogue, marked = self._catalogue, len(self._catalogue.marked)
        count = counted(len(catalogue.entries), "article")
        if catalogue.query:
            count = f"{len(catalogue.rows):,} of {count}"
        hint = {0: "space marks the ones to compare", 1: "mark one more, or ⏎ on another one"}
        said = [count, hint.get(marked, f"{marked} marked: ⏎ compares them")]
        if catalogue.query and not catalogue.rows:
            said = [count, "nothing found: esc shows all"]
        if catalogue.order != "listed":
            said.insert(1, f"by {catalogue.order}")
        return Content.assemble((f"{self._corpus.name}  ", "bold"), " · ".join(said))

    @on(RowTable.Moved)
    def _show_preview(self) -> None:
        number = self._current()
        preview = Content("")
        if number is not None and (card := self._catalogue.cards.get(number)):
            preview = Content.assemble((f"{card.title}\n", "bold"), card.body[:_PREVIEW])
        elif number is not None:
            preview = Content(self._catalogue.troubles.get(number, ""))
        self._preview.show(preview)

    def _current(self) -> int | None:
        rows = self._catalogue.rows
        return rows[self._table.cursor] if self._table.cursor < len(rows) else None

    # Commands

    @handles("library.mark")
    def action_mark(self) -> None:
        """Marks the article under the cursor, or takes its mark off."""
        number = self._current()
        if number is not None:
            self._catalogue.toggle_mark(number)
            self._table.move_cursor(self._table.cursor + 1)
            self._show()

    @handles("library.mark-all")
    def action_mark_all(self) -> None:
        """Marks all that are shown, or none."""
        self._catalogue.toggle_all()
        self._show()

    @handles("library.compare")
    @on(RowTable.Selected)
    def action_compare(self) -> None:
        """Opens the marked articles, and the one under the cursor where fewer than two are marked."""
        chosen, number = list(self._catalogue.marked), self._current()
        if len(chosen) < 2 and number is not None and number not in chosen:
            chosen.append(number)
        if len(chosen) > _MOST_COMPARED:
            self.notify(f"{len(chosen)} are marked: compare at most {_MOST_COMPARED} at a time.", timeout=5)
        elif chosen:
            siblings = self._catalogue.siblings(chosen, _SIBLINGS)
            self.post_message(EntriesChosen([self._catalogue.entries[n] for n in chosen], siblings))

    @handles("library.story")
    def action_story(self) -> None:
        """Compares all marked articles with one another; where too few are marked, all that are listed."""
        from reader.story.build import MIN_ARTICLES

        marked, chosen = self._catalogue.marked, self._catalogue.rows
        if len(marked) >= MIN_ARTICLES:
            chosen = marked
        elif marked and len(chosen) >= MIN_ARTICLES:
            self.notify(
                f"All {len(chosen):,} that are listed: fewer than {MIN_ARTICLES} are marked.", timeout=6
            )
        self.post_message(EntryStoryChosen([self._catalogue.entries[number] for number in chosen]))

    @handles("library.find")
    async def action_find(self) -> None:
        """Asks what to find; the list follows what is typed."""
        await FindLine.ask(self, self._table, "find in titles, sources and texts")

    @on(FindLine.Changed)
    def _find(self, event: FindLine.Changed) -> None:
        self._catalogue.find(event.value)
        self._table.move_cursor(0)
        self._show()

    @on(FindLine.Submitted)
    def _to_table(self) -> None:
        self._table.focus()

    def is_busy(self) -> bool:
        """Whether something is sought or was found, which Escape ends."""
        return bool(self._catalogue.query) or super().is_busy()

    @handles("library.show-all")
    async def action_cancel(self) -> None:
        """Ends to find."""
        await super().action_cancel()
        self._catalogue.find("")
        self._show()

    @handles("library.sort")
    def action_sort(self) -> None:
        """Sorts by the next column."""
        orders = self._catalogue.orders
        self._catalogue.sort(orders[(orders.index(self._catalogue.order) + 1) % len(orders)])
        self._show()

    @on(RowTable.HeaderClicked)
    def _sort_by(self, message: RowTable.HeaderClicked) -> None:
        self._catalogue.sort(_FIELDS[message.column] or "listed")
        self._show()
