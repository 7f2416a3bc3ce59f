"""Exporting annotations from the app."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App

from reader.base.errors import UserError
from reader.base.paths import user_path
from reader.ui import wording
from reader.ui.kit.handlers import handles
from reader.ui.kit.lettered import Lettered
from reader.ui.kit.notebook_access import NotebookAccess
from reader.ui.kit.wording import written_to
from reader.ui.notebook_lists import open_articles

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference

__all__ = ["Exporting"]


@runtime_checkable
class _ListsAnnotations(Protocol):
    """A screen that says which annotations an export from it contains."""

    def exportable(self) -> Sequence[Annotation]: ...


class Exporting:
    """Asks for a file, and writes annotations to it."""

    def __init__(self, app: App[Any], access: NotebookAccess) -> None:
        self._app = app
        self._access = access

    @handles("export")
    def ask(self) -> None:
        """Asks for a file name, and exports the listed annotations; where none are listed, all of them."""
        from reader.exchange.export_formats import endings
        from reader.ui.kit.dialogs import LineDialog

        annotations = self._annotations()
        if not annotations:
            self._app.notify(wording.NO_ANNOTATIONS, timeout=3)
            return

        def export(name: str | None) -> None:
            if name:
                self._app.notify(wording.exporting(len(annotations)), timeout=3)
                order = self._lettered()
                work = partial(self._export, name, annotations, order)
                self._app.run_worker(work, thread=True, group="exporting")

        title, hint = wording.export_title(len(annotations)), wording.export_hint(endings())
        self._app.push_screen(LineDialog(title, hint, "reader-notes.md"), export)

    def _annotations(self) -> Sequence[Annotation]:
        if isinstance(self._app.screen, _ListsAnnotations):
            return self._app.screen.exportable()
        notebook = self._access.reading()
        return notebook.all() if notebook else ()

    def _lettered(self) -> Sequence[ArticleReference]:
        """The articles by their letters, on the topmost screen that shows letters."""
        screens = (screen for screen in reversed(self._app.screen_stack) if isinstance(screen, Lettered))
        return next(filter(None, (screen.lettered() for screen in screens)), ())

    def _export(
        self, name: str, annotations: Sequence[Annotation], order: Sequence[ArticleReference]
    ) -> None:
        from reader.exchange.collecting import export_of_annotations
        from reader.exchange.export_files import render, write_export
        from reader.exchange.export_formats import format_of
        from reader.notes.anchor_lookup import AnchorLookup

        try:
            path = user_path(name)
            lookup = AnchorLookup(open_articles(self._app))
            export = export_of_annotations(annotations, lookup, order=order)
            write_export(path, render(export, format_of(path), lookup))
        except UserError as error:
            self._notify(str(error), title=wording.NOT_EXPORTED, severity="error", timeout=15)
        else:
            self._notify(written_to(wording.annotations_file(len(annotations)), path.absolute()), timeout=6)

    def _notify(self, message: str, **options: Any) -> None:
        self._app.call_from_thread(lambda: self._app.notify(message, **options))
