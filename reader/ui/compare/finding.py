"""Finding words in the articles on the compare screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from reader.ui.compare.comparing import ComparingScreen
from reader.ui.compare.layout.finding import FindError, find
from reader.ui.compare.layout.spread import CompareState
from reader.ui.kit.find_line import FindLine
from reader.ui.kit.handlers import handles

__all__ = ["FindingScreen"]


class FindingScreen(ComparingScreen):
    """Asks what to find; n and N then go from hit to hit, Escape goes back to where that began."""

    def _lay_out(self) -> None:
        super()._lay_out()
        self._found = ""  # what the line of keys says of what is found
        self._place_before = self._begun_at

    def _doing(self, spread: CompareState) -> str:
        return self._found if self._found and not super().is_busy() else super()._doing(spread)

    def is_busy(self) -> bool:
        """Whether something was begun that Escape ends."""
        return bool(self._found or self.query(FindLine)) or super().is_busy()

    @handles("compare.find")
    async def action_find(self) -> None:
        """Asks what to find; the articles follow what is typed."""
        if not self._found:
            self._place_before = self._panes.spread.where()
        await FindLine.ask(self, self._keys, "find in all articles")

    @on(FindLine.Changed)
    def _find(self, event: FindLine.Changed) -> None:
        try:
            hits = [find(article, event.value) for article in self._comparison.articles]
        except FindError as error:
            self._found = str(error)
            self._show_current()
        else:
            self._found = self._counted(hits) if event.value else ""
            self._panes.show_hits(hits)

    @on(FindLine.Submitted)
    async def _end_of_question(self) -> None:
        await self.query(FindLine).remove()
        self._panes.focus()

    async def action_cancel(self) -> None:
        """Ends what was begun last; else ends to find, and goes back to where that began."""
        if (self._found and not super().is_busy()) or self.query(FindLine):
            await self._end_of_question()
            self._found = ""
            self._panes.show_hits([[] for _ in self.articles])
            self._panes.update(lambda spread: spread.return_to(self._place_before))
        else:
            await super().action_cancel()

    def _counted(self, hits: Sequence[Sequence[tuple[int, int]]]) -> str:
        if not any(hits):
            return "nothing found · esc ends"
        name = self._comparison.letter
        return "found " + " · ".join(f"{name(n)} {len(found)}" for n, found in enumerate(hits) if found)
