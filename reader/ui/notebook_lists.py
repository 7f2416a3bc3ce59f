"""The lists of annotations, tags and changes, and the way from an annotation to its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from reader.articles.model import Article
from reader.base.settings import Settings
from reader.ui.kit.handlers import handles
from reader.ui.kit.notebook_access import NotebookAccess, show_changes
from reader.ui.opener import Opener

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["NotebookLists", "open_articles"]


class NotebookLists:
    """Opens the lists of the notebook, each once, and goes from there to the articles."""

    def __init__(self, app: App[Any], settings: Settings, access: NotebookAccess, opener: Opener) -> None:
        self._app = app
        self._settings = settings
        self._access = access
        self._opener = opener

    @handles("annotations")
    def list_annotations(self) -> None:
        """Lists all annotations."""
        from reader.ui.notes.annotations_screen import AnnotationsScreen

        if not isinstance(self._app.screen, AnnotationsScreen):
            articles = open_articles(self._app)
            self._app.push_screen(AnnotationsScreen(self._settings, self._access, articles))

    def list_tagged(self, tag: str) -> None:
        """Lists the annotations that have a tag, or one nested in it."""
        from annotations.filtering import Filter
        from annotations.searching import Query
        from reader.ui.notes.annotations_screen import AnnotationsScreen

        query = Query((Filter(tags=(tag,)).accepts,))
        articles = open_articles(self._app)
        self._app.push_screen(AnnotationsScreen(self._settings, self._access, articles, query))

    @handles("codebook")
    def list_tags(self) -> None:
        """Lists the tags."""
        from reader.ui.notes.codebook_screen import CodebookScreen

        if not isinstance(self._app.screen, CodebookScreen):
            self._app.push_screen(CodebookScreen(self._settings, self._access))

    @handles("history")
    def list_changes(self) -> None:
        """Lists the changes."""
        from reader.ui.notes.history_screen import HistoryScreen

        if not isinstance(self._app.screen, HistoryScreen):
            self._app.push_screen(HistoryScreen(self._settings, self._access))

    def go_to(self, annotation: Annotation, *, reattach: bool) -> None:
        """Goes to an annotation: in a comparison below this screen, else in a new one."""
        if not self._go_back_to(annotation, reattach=reattach):
            self._opener.compare_annotated(annotation, open_articles(self._app), reattach=reattach)

    def _go_back_to(self, annotation: Annotation, *, reattach: bool) -> bool:
        from reader.ui.compare.screen import CompareScreen

        screens = [screen for screen in self._app.screen_stack if isinstance(screen, CompareScreen)]
        below = next((screen for screen in reversed(screens) if screen.has_articles_of(annotation)), None)
        if below is None:
            return False
        while self._app.screen is not below:
            self._app.pop_screen()
        show_changes(self._app)
        below.go_to(annotation)
        if reattach:
            below.reattach(annotation)
        return True


def open_articles(app: App[Any]) -> list[Article]:
    """The articles of all comparisons that are open, those on top first."""
    from reader.ui.compare.screen import CompareScreen

    screens = [screen for screen in app.screen_stack if isinstance(screen, CompareScreen)]
    return [article for screen in reversed(screens) for article in screen.articles]
