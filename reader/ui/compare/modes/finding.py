"""Finding words in all articles: a line to type in, then the hits, to which n and N go."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import Widget

from reader.shelf.session import ReadingPosition
from reader.ui.compare import wording
from reader.ui.compare.text_search import FindError, find
from reader.ui.compare.workspace import Workspace
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles

__all__ = ["FindLineOpen", "Finding"]


class Finding:
    """Active while hits are shown; when cancelled, it returns to where the search began.

    The find line is above the widget `below`.
    """

    def __init__(self, workspace: Workspace, below: Widget) -> None:
        self._workspace = workspace
        self._below = below
        self._result = ""  # in words
        self._is_line_open = False
        self._position: ReadingPosition = workspace.state.jumps.position()

    def is_active(self) -> bool:
        """Whether something was searched for."""
        return bool(self._result)

    def is_line_open(self) -> bool:
        """Whether the line to type in is on screen."""
        return self._is_line_open

    def state(self) -> str:
        """The words of the state line."""
        return self._result

    async def cancel(self) -> None:
        """Shows no hits, and returns to where the search began."""
        await self.close_line()
        self._result = ""
        self._workspace.panes.show_hits([[] for _ in self._workspace.articles])
        self._workspace.update(lambda state: state.jumps.return_to(self._position))

    @handles("compare.find")
    async def ask(self) -> None:
        """Opens the line; the articles follow what is typed."""
        if not self._result:
            self._position = self._workspace.state.jumps.position()
        self._is_line_open = True
        await FindLine.ask(self._workspace.screen, self._below, wording.FIND)

    async def close_line(self) -> None:
        """Closes the line; the keys go to the articles again."""
        self._is_line_open = False
        await self._workspace.screen.query(FindLine).remove()
        self._workspace.panes.focus()

    def show(self, query: str) -> None:
        """Shows the hits of a query, see text_search."""
        try:
            hits = [find(article, query) for article in self._workspace.articles]
        except FindError as error:
            self._result = str(error)
            self._workspace.update(lambda state: None)  # shows the error
        else:
            self._result = self._counted(hits) if query else ""
            self._workspace.panes.show_hits(hits)

    def _counted(self, hits: Sequence[Sequence[tuple[int, int]]]) -> str:
        if not any(hits):
            return wording.NOTHING_FOUND
        letter = self._workspace.comparison.letter
        return wording.hits((letter(number), len(spans)) for number, spans in enumerate(hits) if spans)


class FindLineOpen:
    """Active while the line to find by is open: before everything else, because it has the keys."""

    def __init__(self, finding: Finding) -> None:
        self._finding = finding

    def is_active(self) -> bool:
        """Whether the line is open."""
        return self._finding.is_line_open()

    def state(self) -> str:
        """The words of the state line."""
        return self._finding.state()

    async def cancel(self) -> None:
        """Closes the line, and ends the search."""
        await self._finding.cancel()
