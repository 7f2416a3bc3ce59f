"""The compare screen: articles side by side, and all that a reader does with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.compare.annotating import AnnotatingScreen
from reader.ui.compare.copying import CopyingScreen
from reader.ui.compare.filtering import FilteringScreen
from reader.ui.compare.finding import FindingScreen
from reader.ui.compare.jumps import TravellingScreen

if TYPE_CHECKING:
    from annotations.model import ArticleReference

__all__ = ["CompareScreen"]


class CompareScreen(FindingScreen, AnnotatingScreen, CopyingScreen, FilteringScreen, TravellingScreen):
    """Reads, compares and annotates articles."""

    def lettered(self) -> list[ArticleReference]:
        """The articles A, B, C, …; none where a screen below gives the letters."""
        from reader.notes.notebook import reference

        return [] if self._letters else list(map(reference, self.articles))
