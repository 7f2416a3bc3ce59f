"""Pinning a match that was not found: one passage, then another in a second article."""

from __future__ import annotations

from reader.ui.compare import wording
from reader.ui.compare.workspace import ArticlePassage, Workspace
from reader.ui.kit.handlers import handles

__all__ = ["Pinning"]


class Pinning:
    """Active from the first passage to the second."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._first: ArticlePassage | None = None

    def is_active(self) -> bool:
        """Whether the second passage is awaited."""
        return self._first is not None

    def state(self) -> str:
        """The words of the state line."""
        return wording.pinning(self._workspace.comparison.letter(self._first.article)) if self._first else ""

    async def cancel(self) -> None:
        """Forgets the first passage."""
        self._first = None
        self._workspace.update(lambda state: state.selection.clear())

    @handles("compare.pin")
    def pin(self) -> None:
        """Takes the passage here as the first of a match; in another article, as the second."""
        workspace, passage = self._workspace, self._workspace.passage()
        if passage is None or len(workspace.articles) < 2:
            return
        if self._first is None or self._first.article == passage.article:
            self._first = passage
            workspace.update(lambda state: state.selection.clear())
            workspace.notify(wording.PIN_OTHER, seconds=4)
        elif workspace.annotator.judge([self._first, passage], is_match=True):
            self._first = None
            workspace.saved(wording.PINNED)
