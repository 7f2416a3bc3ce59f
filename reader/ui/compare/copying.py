"""Copying from the compare screen."""

from __future__ import annotations

from textual import work

from reader.articles.model import Article
from reader.ui.compare.comparing import ComparingScreen
from reader.ui.kit.handlers import handles

__all__ = ["CopyingScreen"]


class CopyingScreen(ComparingScreen):
    """Copies passages as Markdown, each with its source."""

    @handles("compare.copy")
    def action_copy(self) -> None:
        """Copies the selection or the sentence."""
        spread = self._panes.spread
        if passage := spread.passage():
            self._copy("The passage", (self.articles[spread.active], *passage))

    @handles("compare.copy-pair")
    def action_copy_pair(self) -> None:
        """Copies both sides of the current match."""
        spread = self._panes.spread
        if (link := spread.current_link()) is None:
            self.notify("No match here to copy: y copies the sentence alone.", timeout=3)
            return
        here, there = link.here, link.there
        self._copy(
            "The pair",
            (self.articles[spread.active], here.start, here.end),
            (self.articles[link.other], there.start, there.end),
        )

    @work(exclusive=True, group="copying")
    async def _copy(self, what: str, *passages: tuple[Article, int, int]) -> None:
        from reader.ui.compare.citation import cited
        from reader.ui.kit.clipboard import copy

        where = await copy(cited(*passages), self.app.copy_to_clipboard)
        self._panes.update(lambda spread: spread.clear_selection())
        self.notify(f"{what} is copied to the {where}.", timeout=3)
