"""The compare screen: articles side by side, and all that a reader does with them."""

from __future__ import annotations

from .annotating import AnnotatingScreen
from .copying import CopyingScreen
from .filtering import FilteringScreen
from .finding import FindingScreen
from .travelling import TravellingScreen

__all__ = ["CompareScreen"]


class CompareScreen(FindingScreen, AnnotatingScreen, CopyingScreen, FilteringScreen, TravellingScreen):
    """Reads, compares and annotates articles."""
