"""The archive screen: passages that several articles of an archive share, to be opened side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.worker import get_current_worker

from reader.archive.groups import BOILERPLATE
from reader.archive.results_file import ResultsFile
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.base.settings import Settings
from reader.matching.model import Kind
from reader.ui.archive import wording
from reader.ui.archive.archive_list import ArchiveList, ArchiveQuery, ArchiveRow, ArchiveRows
from reader.ui.archive.columns import COLUMNS
from reader.ui.archive.details import details_of
from reader.ui.archive.messages import ExcerptsChosen
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles, handles_each
from reader.ui.kit.list_finding import ListFinding
from reader.ui.kit.list_screen import ListScreen
from reader.ui.kit.preview import Preview
from reader.ui.kit.row_list import RowList
from reader.ui.kit.row_table import RowTable
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["ArchiveScreen"]

_KINDS = tuple(kind for kind in Kind if kind is not Kind.PINNED)


class ArchiveScreen(ListScreen[ArchiveRow]):
    """Lists the contents of a results file, or of a folder of such files."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.ARCHIVE, Context.EVERYWHERE)]
    contexts = (Context.ARCHIVE, Context.LISTS, Context.EVERYWHERE)

    def __init__(self, path: Path, settings: Settings) -> None:
        super().__init__(RowList(), COLUMNS, settings.keys)
        self._path = path
        self._archive: ArchiveList | None = None
        self._rows: ArchiveRows | None = None
        self._query = ArchiveQuery()
        self._status = wording.READING
        self.finding = ListFinding(self, wording.FIND, lambda words: self._ask(words=words), self._show_all)
        self.features = (self.finding,)

    def on_mount(self) -> None:
        """Begins to read."""
        self.show_heading(self.heading())
        self._read()

    # In the background

    @work(thread=True, group="reading")
    def _read(self) -> None:
        try:
            archive = ArchiveList(ResultsFile.opened(self._path))
        except UserError as error:
            self.call_later(self._refuse, str(error))
        else:
            self.call_later(self._take_up_archive, archive)

    def _refuse(self, message: str) -> None:
        self._status = wording.UNREADABLE
        self.show_heading(self.heading())
        self.query_one(Preview).show(Content(message))

    def _take_up_archive(self, archive: ArchiveList) -> None:
        self._archive = archive
        self._ask(score=archive.least)

    def _ask(self, **changes: Any) -> None:
        """Lists the rows of a changed query."""
        self._query = replace(self._query, **changes)
        if self._archive:
            self._list(self._archive, self._query)

    @work(thread=True, exclusive=True, group="listing")
    def _list(self, archive: ArchiveList, query: ArchiveQuery) -> None:
        worker, rows = get_current_worker(), archive.rows(query)
        if not worker.is_cancelled:  # by a later query
            self.call_later(self._take_up_rows, rows)

    def _take_up_rows(self, rows: ArchiveRows) -> None:
        self._rows = rows
        self._status = " · ".join(self._parts(rows))
        self.table.move_cursor(0)
        self.listing.load(rows)
        self.show()

    # Shown

    def heading(self) -> Content:
        """The name of the file, the number of groups, and the query."""
        name = sanitize_line(self._path.name or str(self._path))
        return Content.assemble((f"{name}  ", "bold"), self._status)

    def _parts(self, rows: ArchiveRows) -> Iterator[str]:
        query = self._query
        if not rows.total:
            yield wording.EMPTY
            return
        yield wording.groups(len(rows), rows.total)
        if not rows:
            yield wording.NOTHING_FOUND
        yield wording.at_least(query.articles)
        yield wording.likeness(query.score)
        if rows.boilerplate and not query.boilerplate:
            yield wording.boilerplate_hidden(rows.boilerplate, BOILERPLATE)
        if query.hidden:
            yield wording.only_kinds(kind.label for kind in _KINDS if kind not in query.hidden)

    def details(self, row: ArchiveRow) -> Iterator[Content]:
        """The passages of the row, each with its article."""
        return details_of(row)

    # The query

    def _show_all(self) -> None:
        self._query = ArchiveQuery()
        self._ask(score=self._archive.least if self._archive else 0)

    @handles_each({f"archive.by-{articles}": (articles,) for articles in range(2, 10)})
    def require_articles(self, articles: int) -> None:
        """Lists the groups of so many articles, or more."""
        self._ask(articles=articles)

    @handles("archive.stricter", 5)
    @handles("archive.looser", -5)
    def change_threshold(self, step: int) -> None:
        """Lists only passages that are more alike, or also less alike ones."""
        if self._archive:
            self._ask(score=min(max(self._query.score + step, self._archive.least), 100))

    @handles("archive.boilerplate")
    def toggle_boilerplate(self) -> None:
        """Shows or hides the groups of very many articles."""
        if self._rows and not (self._rows.boilerplate or self._query.boilerplate):
            self.notify(wording.no_boilerplate(BOILERPLATE), timeout=4)
        else:
            self._ask(boilerplate=not self._query.boilerplate)

    @handles("archive.kinds")
    def choose_kinds(self) -> None:
        """Asks which kinds to list; the list follows each tick."""
        from reader.ui.kit.dialogs import TicksDialog

        if self._rows is None:
            return
        labels = [
            wording.kind(KIND_SIGNS[kind], kind.label, self._rows.kinds.get(kind, 0)) for kind in _KINDS
        ]
        ticked = {number for number, kind in enumerate(_KINDS) if kind not in self._query.hidden}

        def show(ticked: set[int]) -> None:
            self._ask(hidden=frozenset(kind for n, kind in enumerate(_KINDS) if n not in ticked))

        self.app.push_screen(TicksDialog(wording.KINDS_LISTED, labels, ticked, show))

    # Opened

    @handles("archive.open")
    @on(RowTable.Selected)
    def open_articles(self) -> None:
        """Opens the articles side by side at the passages."""
        if row := self.current:
            self.post_message(ExcerptsChosen(row.excerpts, row.articles))
