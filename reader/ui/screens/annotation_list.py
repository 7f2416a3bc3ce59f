"""The annotations screen: all of them, by article and place; go there, change, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reader.resources import styles
from reader.settings import Settings
from reader.ui.bindings import bindings_of
from reader.ui.commands import Place
from reader.ui.messages import AnnotationChosen
from reader.ui.notebook_door import NotebookDoor
from reader.ui.widgets.key_bar import KeyBar
from reader.ui.widgets.row_table import Column, RowTable

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["AnnotationsScreen"]


class AnnotationsScreen(Screen[None]):
    """Lists the annotations of a notebook, by article and place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Place.ANNOTATIONS, Place.EVERYWHERE)]
    CSS_PATH = styles() / "lists.tcss"
    places = (Place.ANNOTATIONS, Place.EVERYWHERE)

    def __init__(self, settings: Settings, door: NotebookDoor) -> None:
        super().__init__()
        self._own = settings.keys
        self._door = door
        self._annotations: list[Annotation] = []

    def compose(self) -> ComposeResult:
        """A heading, the table, the whole of the chosen one, the keys."""
        yield Static(classes="heading")
        yield RowTable(
            Column("", cells=1),
            Column("Quote", share=4),
            Column("Tags", share=2),
            Column("Note", share=3, least=60),
            Column("Article", share=2, least=76),
        )
        yield Static(classes="preview")
        yield KeyBar(self._own, *self.places)

    def on_mount(self) -> None:
        """Fills the table."""
        self._table.focus()
        self.annotations_changed()

    @property
    def _table(self) -> RowTable:
        return self.query_one(RowTable)

    def annotations_changed(self) -> None:
        """Lists them as they are now; the cursor stays where it was."""
        notebook = self._door.reading()
        self._annotations = sorted(notebook.store.all(), key=_place) if notebook else []
        self._table.show(len(self._annotations), lambda row: _row(self._annotations[row]))
        count = len(self._annotations)
        heading = f"{count} annotation{'s' if count != 1 else ''}"
        if not count:
            heading = "No annotations yet: in an article, h highlights, t tags, a writes a note"
        self.query_one(".heading", Static).update(Content.styled(heading, "bold"))
        self._show_preview()

    def _current(self) -> Annotation | None:
        row = self._table.cursor
        return self._annotations[row] if 0 <= row < len(self._annotations) else None

    @on(RowTable.Moved)
    def _show_preview(self) -> None:
        annotation = self._current()
        preview = Content("\n").join(_in_full(annotation)) if annotation else Content("")
        self.query_one(".preview", Static).update(preview)

    @on(RowTable.Selected)
    def action_jump(self) -> None:
        """Opens the article at the annotation."""
        if annotation := self._current():
            self.post_message(AnnotationChosen(annotation))

    def action_delete(self) -> None:
        """Deletes the annotation."""
        annotation, notebook = self._current(), self._door.writing()
        if annotation and notebook:
            notebook.store.delete(annotation.id)
            self.annotations_changed()
            self.notify("Deleted. u brings it back.", timeout=2)

    def action_colour(self) -> None:
        """The next colour."""
        from annotations.model import next_colour

        if annotation := self._current():
            self._change(colour=next_colour(annotation.colour))

    def action_tag(self) -> None:
        """Asks for the tags."""
        from reader.ui.screens.dialogs import tag_dialog, tags_of

        notebook = self._door.reading()
        if (annotation := self._current()) and notebook:
            in_use = [tag for tag, _uses in notebook.store.tags()]
            self.app.push_screen(
                tag_dialog(annotation.tags, in_use),
                lambda line: None if line is None else self._change(tags=tags_of(line)),
            )

    def action_note(self) -> None:
        """Asks for the note."""
        from reader.ui.screens.dialogs import NoteDialog

        if annotation := self._current():
            self.app.push_screen(
                NoteDialog("Note", annotation.note),
                lambda note: None if note is None else self._change(note=note),
            )

    def _change(self, **changes: object) -> None:
        annotation, notebook = self._current(), self._door.writing()
        if annotation and notebook:
            notebook.change(annotation, **changes)
            self.annotations_changed()


def _place(annotation: Annotation) -> tuple[str, str, int]:
    first = annotation.targets[0]
    return first.article.title, first.article.id, first.position.start


def _row(annotation: Annotation) -> tuple[str, ...]:
    first = annotation.targets[0]
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    note = " · ".join(filter(None, (annotation.relation, annotation.note)))
    return "⇄" if annotation.is_pair else "●", first.quote.exact, tags, note, first.article.title


def _in_full(annotation: Annotation) -> list[Content]:
    lines = []
    for target in annotation.targets:
        source = " · ".join(filter(None, (target.article.title, target.article.source, target.article.date)))
        lines += [Content.styled(source, "bold"), Content("“" + " ".join(target.quote.exact.split()) + "”")]
    said = [annotation.relation, " ".join(f"#{tag}" for tag in annotation.tags), annotation.note]
    return [*lines, *(Content(part) for part in said if part)]
