"""What the app does with annotations wherever the user is: lists, undo, export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work

from reader.base.errors import UserError
from reader.base.paths import user_path
from reader.base.phrases import counted
from reader.ui.comparing_app import ComparingApp
from reader.ui.kit.handlers import handles
from reader.ui.kit.lettered import Lettered
from reader.ui.notes.messages import AnnotationChosen, TagChosen

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference
    from reader.ui.compare.starting import Start

__all__ = ["AnnotatingApp"]


class AnnotatingApp(ComparingApp):
    """Shows the lists of annotations, tags and changes; goes from there to the articles."""

    @handles("annotations")
    def action_annotations(self) -> None:
        """Lists the annotations."""
        from reader.ui.notes.annotations_screen import AnnotationsScreen

        if not isinstance(self.screen, AnnotationsScreen):
            self.push_screen(AnnotationsScreen(self._settings, self._access, self._articles_open()))

    @handles("codebook")
    def action_codebook(self) -> None:
        """Lists the tags."""
        from reader.ui.notes.codebook_screen import CodebookScreen

        if not isinstance(self.screen, CodebookScreen):
            self.push_screen(CodebookScreen(self._settings, self._access))

    @on(TagChosen)
    def _list_tagged(self, message: TagChosen) -> None:
        from annotations.filtering import Filter
        from annotations.searching import Query
        from reader.ui.notes.annotations_screen import AnnotationsScreen

        query = Query((Filter(tags=(message.name,)).accepts,))
        self.push_screen(AnnotationsScreen(self._settings, self._access, self._articles_open(), query))

    @handles("history")
    def action_history(self) -> None:
        """Lists the changes."""
        from reader.ui.notes.history_screen import HistoryScreen

        if not isinstance(self.screen, HistoryScreen):
            self.push_screen(HistoryScreen(self._settings, self._access))

    @on(AnnotationChosen)
    def _go_to(self, message: AnnotationChosen) -> None:
        if not self._go_back_to(message):
            self._open_annotated(message)

    @work(thread=True, exclusive=True, group="opening")
    def _open_annotated(self, message: AnnotationChosen) -> None:
        from reader.ui.compare.starting import annotated

        try:
            found = annotated(message.annotation, self._articles_open())
        except UserError as error:
            self.call_from_thread(self._refuse, str(error))
        else:
            self.call_from_thread(self._show_annotated, message, found)

    def _show_annotated(self, message: AnnotationChosen, found: Start) -> None:
        if message.reattach:
            screen = self._show(found.articles, found.places)
            self.call_after_refresh(screen.reattach, message.annotation)
        else:
            self._begin(found)

    def _go_back_to(self, message: AnnotationChosen) -> bool:
        """Goes to an annotation in a comparison below this screen, if its articles are open there."""
        from reader.ui.compare.screen import CompareScreen

        stack = [screen for screen in self.screen_stack if isinstance(screen, CompareScreen)]
        below = next((one for one in reversed(stack) if one.has_articles_of(message.annotation)), None)
        if below is None:
            return False
        while self.screen is not below:
            self.pop_screen()
        self._annotations_changed()
        below.go_to(message.annotation)
        if message.reattach:
            below.reattach(message.annotation)
        return True

    @handles("undo")
    def action_undo(self) -> None:
        """Undoes the last change to the annotations."""
        self._travel("undo")

    @handles("redo")
    def action_redo(self) -> None:
        """Does again what was undone."""
        self._travel("redo")

    def _travel(self, way: str) -> None:
        notebook = self._access.writing()
        if notebook is None:
            return
        try:
            what = notebook.undo() if way == "undo" else notebook.redo()
        except UserError as error:
            self.notify(str(error), title="Annotations", severity="error", timeout=15)
            return
        self.notify(what or f"Nothing to {way}.", timeout=2)
        self._annotations_changed()

    @handles("export")
    def action_export(self) -> None:
        """Asks for a file name and writes the annotations there."""
        from reader.exchange.formats import endings
        from reader.ui.kit.dialogs import LineDialog

        annotations = self._to_export()
        if not annotations:
            self.notify("No annotations to export.", timeout=3)
            return

        def export(name: str | None) -> None:
            if name:
                self.notify(f"Exporting {counted(len(annotations), 'annotation')} …", timeout=3)
                self._export(name, annotations, self._lettered())

        title = f"Export {counted(len(annotations), 'annotation')} to"
        hint = f"⏎ writes the file · esc cancels · {endings()} say which format"
        self.push_screen(LineDialog(title, hint, "reader-notes.md"), export)

    def _to_export(self) -> Sequence[Annotation]:
        """What is listed, on the screen that lists them; else all."""
        from reader.ui.notes.annotations_screen import AnnotationsScreen

        if isinstance(self.screen, AnnotationsScreen):
            return self.screen.exportable()
        notebook = self._access.reading()
        return notebook.all() if notebook else ()

    def _lettered(self) -> Sequence[ArticleReference]:
        """The articles by their letters, on the topmost screen that shows letters."""
        screens = (screen for screen in reversed(self.screen_stack) if isinstance(screen, Lettered))
        return next(filter(None, (screen.lettered() for screen in screens)), ())

    @work(thread=True, group="exporting")
    def _export(
        self, name: str, annotations: Sequence[Annotation], order: Sequence[ArticleReference]
    ) -> None:
        from reader.exchange.collecting import export_of_annotations
        from reader.exchange.exporting import render, write_export
        from reader.exchange.formats import format_of
        from reader.notes.anchor_lookup import AnchorLookup

        try:
            path = user_path(name)
            lookup = AnchorLookup(self._articles_open())
            export = export_of_annotations(annotations, lookup, order=order)
            write_export(path, render(export, format_of(path), lookup))
        except UserError as error:
            self.call_from_thread(self._refuse_export, str(error))
        else:
            told = f"{counted(len(annotations), 'annotation')} written to {path.absolute()}"
            self.call_from_thread(self.notify, told, timeout=6)

    def _refuse_export(self, message: str) -> None:
        self.notify(message, title="Not exported", severity="error", timeout=15)
