"""The annotations screen: find, sort, go to an annotation, change one or many, export the listed ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.worker import get_current_worker

from annotations.model import Annotation
from annotations.searching import Query, QueryError, parse
from reader.articles.model import Article
from reader.base.settings import Settings
from reader.ui.commands import Context
from reader.ui.kit.bindings import bindings_of
from reader.ui.kit.handlers import handles
from reader.ui.kit.list_finding import ListFinding
from reader.ui.kit.list_marking import ListMarking
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.notebook_screen import NotebookScreen
from reader.ui.kit.row_list import RowList
from reader.ui.kit.row_table import RowTable
from reader.ui.notes import wording
from reader.ui.notes.annotation_columns import ORDERS, annotation_columns
from reader.ui.notes.annotation_details import TargetState, details_of, sign_of
from reader.ui.notes.annotation_editing import AnnotationEditing
from reader.ui.notes.messages import AnnotationChosen

__all__ = ["AnnotationsScreen"]

States = dict[str, tuple[TargetState, ...]]
"""The states of the targets of annotations, by the id of the annotation."""


class AnnotationsScreen(NotebookScreen[Annotation]):
    """Lists the annotations of a notebook, at first those that `query` accepts.

    `articles` are open already; those of other annotations are read from their files.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Context.ANNOTATIONS, Context.EVERYWHERE)]
    contexts = (Context.ANNOTATIONS, Context.LISTS, Context.EVERYWHERE)

    def __init__(
        self,
        settings: Settings,
        access: NotebookAccess,
        articles: Sequence[Article] = (),
        query: Query | None = None,
    ) -> None:
        listing: RowList[Annotation] = RowList(ORDERS, key=lambda annotation: annotation.id)
        super().__init__(listing, annotation_columns(self._sign), settings.keys, access)
        self._articles = articles
        self._states: States = {}
        self._query = query or Query()
        listing.filter(self._fit if self._query.tests else None)
        self._refusal = ""  # the reason why the typed text is not a query
        self.finding = ListFinding(self, wording.FIND, self._find, self._show_all)
        self.features = (self.finding, ListMarking(self), AnnotationEditing(self))

    # Shown

    def annotations_changed(self) -> None:
        """Lists the annotations as they are now; the cursor stays where it was."""
        notebook = self.access.reading()
        self.listing.load(notebook.all() if notebook else ())
        self.show()
        self._find_again()

    def _filter(self) -> None:
        self.listing.filter(self._fit if self._query.tests else None)
        self.show()

    def _fit(self, annotation: Annotation) -> float:
        states = [target.state for target in self._states.get(annotation.id, ())]
        return float(self._query.accepts(annotation, states))

    def _sign(self, annotation: Annotation) -> str:
        mark = "✓" if self.listing.is_marked(annotation) else " "
        return mark + sign_of(annotation, self._states.get(annotation.id, ()))

    def heading(self) -> Content:
        """The number of annotations, of the marked ones, their order, and what is wrong with the query."""
        listing = self.listing
        if not listing.all:
            return Content.styled(wording.NO_ANNOTATIONS, "bold")
        parts = [wording.all_listed(len(listing.rows), len(listing.all), filtered=listing.is_filtered)]
        if listing.marked:
            parts.append(wording.marked(len(listing.marked)))
        if listing.order is not listing.orders[0]:
            parts.append(wording.by_order(listing.order.name))
        return Content.styled(" · ".join(filter(None, [*parts, self._refusal])), "bold")

    def details(self, row: Annotation) -> Iterator[Content]:
        """The annotation in full."""
        return details_of(row, self._states.get(row.id, ()))

    # Found again in their articles

    @work(thread=True, exclusive=True, group="finding again")
    def _find_again(self) -> None:
        from reader.notes.anchor_lookup import AnchorLookup

        worker, lookup = get_current_worker(), AnchorLookup(self._articles)
        states: States = {}
        for annotation in self.listing.all:
            if worker.is_cancelled:
                return
            states[annotation.id] = tuple(TargetState(*state) for state in lookup.words_now(annotation))
        self.call_later(self._take_up, states)

    def _take_up(self, states: States) -> None:
        self._states = states
        if self._query.asks_for_states:
            self._filter()
        self.table.refresh()
        self.show_details()

    # Finding

    def _find(self, line: str) -> None:
        try:
            self._query, self._refusal = parse(line), ""
        except QueryError as error:
            self._refusal = str(error)
        self._filter()

    def _show_all(self) -> None:
        """Shows all annotations, and removes every mark."""
        self.listing.marked.clear()
        self._find("")

    def exportable(self) -> Sequence[Annotation]:
        """The annotations that an export from this screen contains: the marked ones, else all listed ones."""
        marked = [row for row in self.listing.rows if self.listing.is_marked(row)]
        return marked or self.listing.rows

    # Opened

    @handles("annotations.jump")
    @on(RowTable.Selected)
    def jump(self) -> None:
        """Opens the article at the annotation."""
        if annotation := self.current:
            self.post_message(AnnotationChosen(annotation))

    @handles("annotations.reattach")
    def reattach(self) -> None:
        """Opens the article, where other words are to be selected for the annotation."""
        if annotation := self.current:
            self.post_message(AnnotationChosen(annotation, reattach=True))
