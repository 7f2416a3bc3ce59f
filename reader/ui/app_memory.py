"""The memory of the app: which articles were open and where the user was, from one launch to the next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.app import App

from reader.articles.model import Article
from reader.shelf.session import PastComparison, ReadingState, Session
from reader.ui import wording

__all__ = ["AppMemory"]


class AppMemory:
    """Remembers what was opened, where it was read, and the boilerplate that the user restored.

    `restored` are numbers of paragraphs by the sha-256 of their article. What cannot be written is not missed
    before the next launch, so it is only logged; except for boilerplate, which the user must restore again.
    """

    def __init__(self, app: App[Any], session: Session, path: Path) -> None:
        self._app = app
        self._path = path
        self.session = session
        self.restored: dict[str, frozenset[int]] = {}

    def look_up(self, articles: Sequence[Article]) -> ReadingState | None:
        """Reads what is known of articles; where they were last read together."""
        for article in articles:
            self.restored[article.sha256] = self.session.restored(article.sha256)
        return self.session.reading_state([article.sha256 for article in articles]) if articles else None

    def remember_opened(self, paths: Sequence[Path]) -> None:
        """Remembers the paths to open again when the next launch names none."""
        try:
            if paths:
                self.session.remember_opened(paths)
        except OSError as error:
            self._app.log.warning(f"the opened paths are not remembered: {error}")

    def remember_comparison(self, articles: Sequence[Article]) -> None:
        """Remembers, in the background, that articles were compared."""
        titles, paths = zip(*((article.title, article.path) for article in articles), strict=True)
        comparison = PastComparison(titles, paths)
        self._app.run_worker(lambda: self._remember(comparison), thread=True, group="session")

    def _remember(self, comparison: PastComparison) -> None:
        try:
            self.session.remember_comparison(comparison)
        except OSError as error:
            self._app.log.warning(f"the comparison is not remembered: {error}")

    def remember_restored(self, sha256: str, paragraphs: frozenset[int]) -> None:
        """Remembers the restored paragraphs of an article."""
        self.restored[sha256] = paragraphs
        try:
            self.session.remember_restored(sha256, paragraphs)
        except OSError as error:
            message = wording.not_remembered(self._path, error.strerror)
            self._app.notify(message, severity="warning", timeout=8)
