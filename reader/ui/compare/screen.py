"""The compare screen: articles side by side, and all that a reader does with them."""

from __future__ import annotations

from reader.ui.compare.annotating import AnnotatingScreen
from reader.ui.compare.copying import CopyingScreen
from reader.ui.compare.filtering import FilteringScreen
from reader.ui.compare.finding import FindingScreen
from reader.ui.compare.jumps import TravellingScreen

__all__ = ["CompareScreen"]


class CompareScreen(FindingScreen, AnnotatingScreen, CopyingScreen, FilteringScreen, TravellingScreen):
    """Reads, compares and annotates articles."""
