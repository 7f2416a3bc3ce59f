"""The archive screen: what was found in an archive, what most say first, to be seen side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.archive.groups import BOILERPLATE
from reader.archive.results_file import ResultsFile
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.base.settings import Settings
from reader.matching.model import Kind
from reader.ui.archive.archive_list import ArchiveList, ArchiveRow, Listing, Wanted
from reader.ui.archive.messages import ExcerptsChosen
from reader.ui.archive.rows import COLUMNS, cells, in_full
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles, handles_each
from reader.ui.kit.list_screen import ListScreen
from reader.ui.kit.row_table import RowTable
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["ArchiveScreen"]

_EMPTY = "no two articles say nearly the same: a lower --threshold of reader corpus matches may find some"
_KINDS = tuple(kind for kind in Kind if kind is not Kind.PINNED)


@dataclass
class ReadingEnded(Message):
    """What the file holds, or why it cannot be read."""

    read: ArchiveList | str


@dataclass
class Listed(Message):
    """What of it is wanted."""

    listing: Listing


class ArchiveScreen(ListScreen):
    """Lists what a file, or a folder of such files, holds of an archive."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.ARCHIVE, Context.EVERYWHERE)]
    columns = COLUMNS
    contexts = (Context.ARCHIVE, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, path: Path, settings: Settings) -> None:
        super().__init__(settings)
        self._path = path
        self._catalogue: ArchiveList | None = None
        self._listing: Listing | None = None
        self._wanted = Wanted()

    def on_mount(self) -> None:
        """Begins to read."""
        self._show_about("reading …")
        self._read()

    # In the background

    @work(thread=True, group="reading")
    def _read(self) -> None:
        try:
            self.post_message(ReadingEnded(ArchiveList(ResultsFile.opened(self._path))))
        except UserError as error:
            self.post_message(ReadingEnded(str(error)))

    @on(ReadingEnded)
    def _take_up_read(self, message: ReadingEnded) -> None:
        if isinstance(message.read, str):
            self._show_about("cannot be read")
            self._preview.show(Content(message.read))
        else:
            self._catalogue = message.read
            self._want(score=message.read.least)

    def _want(self, **changes: Any) -> None:
        """Lists something else from now on."""
        self._wanted = replace(self._wanted, **changes)
        if self._catalogue:
            self._list(self._catalogue, self._wanted)

    @work(thread=True, exclusive=True, group="listing")
    def _list(self, database: ArchiveList, wanted: Wanted) -> None:
        worker, listing = get_current_worker(), database.listed(wanted)
        if not worker.is_cancelled:  # something else was asked for meanwhile
            self.post_message(Listed(listing))

    @on(Listed)
    def _take_up_listed(self, message: Listed) -> None:
        listing = self._listing = message.listing
        self._table.move_cursor(0)
        self._table.show(len(listing), lambda row: cells(listing.row(row)))
        self._show_about(self._told(listing))
        self._show_preview()

    # What is shown

    def _show_about(self, told: str) -> None:
        name = sanitize_line(self._path.name or str(self._path))
        self.query_one(".heading", Static).update(Content.assemble((f"{name}  ", "bold"), told))

    def _told(self, listing: Listing) -> str:
        """How much is listed, and what of it is wanted."""
        if not listing.total:
            return _EMPTY
        wanted, count = self._wanted, counted(listing.total, "point")
        told = [count if len(listing) == listing.total else f"{len(listing):,} of {count}"]
        if not listing:
            told.append("nothing found: esc shows all")
        told += [f"in {wanted.articles} articles or more", f"alike ≥{wanted.score:.0f}"]
        if listing.boilerplate and not wanted.boilerplate:
            told.append(f"{listing.boilerplate:,} in over {BOILERPLATE} left out (B)")
        if wanted.hidden:
            told.append("only " + ", ".join(kind for kind in _KINDS if kind not in wanted.hidden))
        return " · ".join(told)

    def _current(self) -> ArchiveRow | None:
        cursor = self._table.cursor
        return self._listing.row(cursor) if self._listing and cursor < len(self._listing) else None

    def _in_full(self) -> Iterator[Content]:
        if row := self._current():
            yield from in_full(row)

    # Narrowing it down

    @handles("archive.find")
    async def action_find(self) -> None:
        """Asks what to find; the list follows what is typed."""
        await FindLine.ask(self, self._table, "find words in what is said, in titles and outlets")

    @on(FindLine.Changed)
    def _find(self, event: FindLine.Changed) -> None:
        self._want(words=event.value)

    @on(FindLine.Submitted)
    def _to_table(self) -> None:
        self._table.focus()

    def is_busy(self) -> bool:
        """Whether something is sought or was found, which Escape ends."""
        return bool(self._wanted.words.split()) or super().is_busy()

    @handles("archive.show-all")
    async def action_cancel(self) -> None:
        """Lists all again."""
        await super().action_cancel()
        if self._catalogue:
            self._wanted = Wanted()
            self._want(score=self._catalogue.least)

    @handles_each({f"archive.by-{n}": (n,) for n in range(2, 10)})
    def action_by(self, articles: int) -> None:
        """Lists what so many articles say, or more."""
        self._want(articles=articles)

    @handles("archive.stricter", 5)
    @handles("archive.looser", -5)
    def action_threshold(self, step: int) -> None:
        """Lists weaker matches too, or only stronger ones."""
        if self._catalogue:
            self._want(score=min(max(self._wanted.score + step, self._catalogue.least), 100))

    @handles("archive.boilerplate")
    def action_boilerplate(self) -> None:
        """Lists what very many articles say, too, or leaves it out again."""
        if self._listing and not (self._listing.boilerplate or self._wanted.boilerplate):
            self.notify(f"Nothing here is said by over {BOILERPLATE} articles.", timeout=4)
        else:
            self._want(boilerplate=not self._wanted.boilerplate)

    @handles("archive.kinds")
    def action_kinds(self) -> None:
        """Asks which kinds are listed; the list follows each tick."""
        from reader.ui.kit.dialogs import TicksDialog

        if self._listing is None:
            return
        labels = [f"{KIND_SIGNS[kind]} {kind} ({self._listing.kinds.get(kind, 0):,})" for kind in _KINDS]
        ticked = {number for number, kind in enumerate(_KINDS) if kind not in self._wanted.hidden}

        def show(ticked: set[int]) -> None:
            self._want(hidden=frozenset(kind for n, kind in enumerate(_KINDS) if n not in ticked))

        self.app.push_screen(TicksDialog("Kinds that are listed", labels, ticked, show))

    # Going there

    @handles("archive.open")
    @on(RowTable.Selected)
    def action_open(self) -> None:
        """Opens the articles that say it, where they do."""
        if row := self._current():
            self.post_message(ExcerptsChosen(row.excerpts, row.articles))
