"""Copying passages as Markdown, each with its source."""

from __future__ import annotations

from reader.articles.model import Article
from reader.ui.compare import wording
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.handlers import handles

__all__ = ["Copying"]


class Copying:
    """Copies to the system's clipboard, or else to the terminal's."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @handles("compare.copy")
    def copy(self) -> None:
        """Copies the selection or the sentence."""
        if passage := self._workspace.passage():
            self._start(wording.PASSAGE, (self._workspace.active_article, passage.start, passage.end))

    @handles("compare.copy-pair")
    def copy_pair(self) -> None:
        """Copies both passages of the current match."""
        if (link := self._workspace.link()) is None:
            self._workspace.notify(wording.NOTHING_TO_COPY)
            return
        other = self._workspace.articles[link.other]
        self._start(
            wording.PAIR,
            (self._workspace.active_article, link.passage.start, link.passage.end),
            (other, link.other_passage.start, link.other_passage.end),
        )

    def _start(self, what: str, *passages: tuple[Article, int, int]) -> None:
        """Copies in a worker, for a clipboard may take its time."""
        self._workspace.screen.run_worker(self._copy(what, *passages), group="copying", exclusive=True)

    async def _copy(self, what: str, *passages: tuple[Article, int, int]) -> None:
        from reader.ui.compare.citation import cited
        from reader.ui.kit.clipboard import copy

        where = await copy(cited(*passages), self._workspace.screen.app.copy_to_clipboard)
        self._workspace.update(lambda state: state.selection.clear())
        self._workspace.notify(wording.copied(what, where))
