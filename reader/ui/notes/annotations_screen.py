"""The annotations screen: find, sort, go there, change one or many, export what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from annotations.model import Annotation
from annotations.searching import Query, QueryError, parse
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles
from reader.ui.kit.list_screen import NotebookScreen
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.row_table import RowTable, TableColumn
from reader.ui.notes.annotation_list import AnnotationList
from reader.ui.notes.annotation_rows import Finding, in_full, row
from reader.ui.notes.messages import AnnotationChosen

__all__ = ["AnnotationsScreen"]

_EMPTY = "No annotations yet: in an article, h highlights, t tags, a writes a note"


@dataclass
class FoundAgain(Message):
    """How the targets of annotations (by id) were found in their articles."""

    found: dict[str, tuple[Finding, ...]]


class AnnotationsScreen(NotebookScreen):
    """Lists the annotations of a notebook, those that `query` means.

    `articles` are those that are open already. The query is the user's to change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.ANNOTATIONS, Context.EVERYWHERE)]
    columns = (
        TableColumn("", cells=2),
        TableColumn("Quote", share=4),
        TableColumn("Tags", share=2),
        TableColumn("Note", share=3, least=60),
        TableColumn("Article", share=2, least=76),
    )
    contexts = (Context.ANNOTATIONS, Context.LISTS, Context.EVERYWHERE)

    def __init__(
        self,
        settings: Settings,
        access: NotebookAccess,
        articles: Sequence[Article] = (),
        query: Query | None = None,
    ) -> None:
        super().__init__(settings, access)
        self._articles = articles
        self._catalogue = AnnotationList()
        self._catalogue.query = self._asked_first = query or Query()
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._refused = ""  # why what is typed is no query

    # Showing

    def annotations_changed(self) -> None:
        """Lists them as they are now; the cursor stays where it was."""
        notebook = self._access.reading()
        self._catalogue.arrange(notebook.all() if notebook else ())
        self._show()
        self._find_again()

    def _show(self) -> None:
        rows = self._catalogue.rows
        self._table.show(len(rows), lambda number: self._row(rows[number]))
        self._show_heading(self._heading())
        self._show_preview()

    def _row(self, annotation: Annotation) -> tuple[str, ...]:
        marked = annotation.id in self._catalogue.marked
        return row(annotation, self._found.get(annotation.id, ()), marked=marked)

    def _heading(self) -> str:
        catalogue = self._catalogue
        count = len(catalogue.all)
        if not count:
            return _EMPTY
        said = [counted(count, "annotation")]
        if catalogue.query.tests:
            said = [f"{len(catalogue.rows):,} of {said[0]}"]
        if marked := len(catalogue.marked):
            said.append(f"{marked} marked")
        if catalogue.order != "article":
            said.append(f"by {catalogue.order}")
        return " · ".join([*said, *filter(None, [self._refused])])

    def _current(self) -> Annotation | None:
        return next(iter(self._catalogue.rows[self._table.cursor : self._table.cursor + 1]), None)

    def _in_full(self) -> Iterator[Content]:
        if annotation := self._current():
            yield from in_full(annotation, self._found.get(annotation.id, ()))

    @work(thread=True, exclusive=True, group="finding again")
    def _find_again(self) -> None:
        from reader.notes.anchor_lookup import AnchorLookup

        worker, placer = get_current_worker(), AnchorLookup(self._articles)
        found: dict[str, tuple[Finding, ...]] = {}
        for annotation in self._catalogue.all:
            if worker.is_cancelled:
                return
            found[annotation.id] = tuple(Finding(*one) for one in placer.found(annotation))
        self.post_message(FoundAgain(found))

    @on(FoundAgain)
    def _take_up(self, message: FoundAgain) -> None:
        self._found = message.found
        self._catalogue.states = {key: [one.state for one in found] for key, found in message.found.items()}
        if self._catalogue.query.asks_for_states:
            self._catalogue.arrange()
            self._show()
        self._table.refresh()
        self._show_preview()

    # Finding and marking

    @handles("annotations.find")
    async def action_find(self) -> None:
        """Asks what to find; the list follows what is typed."""
        await FindLine.ask(
            self, self._table, "words  #tag  -#tag  #a|#b  colour: state: relation: author: since:"
        )

    @on(FindLine.Changed)
    def _find(self, event: FindLine.Changed) -> None:
        try:
            self._catalogue.query, self._refused = parse(event.value), ""
        except QueryError as error:
            self._refused = str(error)
        self._catalogue.arrange()
        self._show()

    @on(FindLine.Submitted)
    async def _end_of_question(self) -> None:
        await self.query(FindLine).remove()
        self._table.focus()

    def is_busy(self) -> bool:
        """Whether something is sought or was found, which Escape ends."""
        query = self._catalogue.query
        return bool(query.tests and query is not self._asked_first) or super().is_busy()

    @handles("annotations.show-all")
    async def action_cancel(self) -> None:
        """Shows all annotations again, none of them marked."""
        await super().action_cancel()
        self._catalogue.query, self._refused = Query(), ""
        self._catalogue.marked.clear()
        self._catalogue.arrange()
        self._show()

    @handles("annotations.sort")
    def action_sort(self) -> None:
        """Sorts by something else."""
        self._catalogue.next_order()
        self._show()

    @handles("annotations.mark")
    def action_mark(self) -> None:
        """Marks the annotation for what follows, or takes its mark off."""
        if annotation := self._current():
            self._catalogue.toggle(annotation)
            self._table.move_cursor(self._table.cursor + 1)
            self._show()

    @handles("annotations.mark-all")
    def action_mark_all(self) -> None:
        """Marks all that are shown, or none."""
        self._catalogue.toggle_all()
        self._show()

    # Going there

    @handles("annotations.jump")
    @on(RowTable.Selected)
    def action_jump(self) -> None:
        """Opens the article at the annotation."""
        if annotation := self._current():
            self.post_message(AnnotationChosen(annotation))

    @handles("annotations.reattach")
    def action_reattach(self) -> None:
        """Opens the article, to select there the words that the annotation is about."""
        if annotation := self._current():
            self.post_message(AnnotationChosen(annotation, reattach=True))

    # Changing: the marked ones, else the one under the cursor; several in one step

    def _chosen(self) -> list[Annotation]:
        return self._catalogue.chosen(self._table.cursor)

    @handles("annotations.delete")
    def action_delete(self) -> None:
        """Deletes the annotations."""
        chosen, notebook = self._chosen(), self._access.writing()
        if chosen and notebook:
            notebook.delete(*(annotation.id for annotation in chosen))
            self._done(f"Deleted{_many(chosen)}. u brings {_them(chosen)} back.")

    @handles("annotations.colour")
    def action_colour(self) -> None:
        """The next colour, the same for all."""
        from annotations.model import next_colour

        if chosen := self._chosen():
            self._change(chosen, {one.id: {"colour": next_colour(chosen[0].colour)} for one in chosen})

    @handles("annotations.tag")
    def action_tag(self) -> None:
        """Asks for the tags; of several annotations, for those that all of them have."""
        from reader.ui.kit.tag_dialog import TagDialog

        chosen, notebook = self._chosen(), self._access.reading()
        if not chosen or notebook is None:
            return
        common = [tag for tag in chosen[0].tags if all(tag in one.tags for one in chosen)]

        def keep(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                own = {one.id: [tag for tag in one.tags if tag not in common] for one in chosen}
                self._change(chosen, {one.id: {"tags": [*tags, *own[one.id]]} for one in chosen})

        in_use = [tag for tag, _uses in notebook.tags()]
        self.app.push_screen(TagDialog(common, in_use, f"Tags{_many(chosen)}"), keep)

    @handles("annotations.note")
    def action_note(self) -> None:
        """Asks for the note of the annotation under the cursor."""
        from reader.ui.kit.dialogs import NoteDialog

        if annotation := self._current():

            def keep(note: str | None) -> None:
                if note is not None:
                    self._change([annotation], {annotation.id: {"note": note}})

            self.app.push_screen(NoteDialog("Note", annotation.note), keep)

    def _change(self, chosen: Sequence[Annotation], changes: dict[str, dict[str, object]]) -> None:
        notebook = self._access.writing()
        if notebook is None:
            return
        try:
            notebook.change_all([(annotation, changes[annotation.id]) for annotation in chosen])
        except UserError as error:
            self.annotations_changed()
            self.notify(str(error), severity="warning", timeout=8)
        else:
            self._done(f"Changed{_many(chosen)}. u undoes.")

    def shown(self) -> Sequence[Annotation]:
        """What an export from here is of: the marked annotations, else all that are listed."""
        return [
            one for one in self._catalogue.rows if one.id in self._catalogue.marked
        ] or self._catalogue.rows


def _many(chosen: Sequence[Annotation]) -> str:
    return f" of {len(chosen)} annotations" if len(chosen) > 1 else ""


def _them(chosen: Sequence[Annotation]) -> str:
    return "them" if len(chosen) > 1 else "it"
