"""The columns: how many articles fit side by side, and how wide each is."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["GUTTER", "LEAST_MEASURE", "LINK_GUTTER", "PaneColumn", "columns"]

GUTTER = 3
"""Cells left of the text: the cursor, the sign of a match, the sign of an annotation."""

LINK_GUTTER = 5
"""Cells between two columns, in which the links are drawn."""

_MAP = 1  # cells right of the text: the part of the article on screen
LEAST_MEASURE = 30
"""Cells of text that are still readable."""


class PaneColumn(NamedTuple):
    """The place of an article, in cells from the left: its marks begin at `left`, its text at `text`."""

    left: int
    text: int
    width: int

    @property
    def right(self) -> int:
        """The cell after the column's last one."""
        return self.text + self.width + _MAP


def columns(cells: int, articles: int, measure: int) -> list[PaneColumn]:
    """The columns for as many of `articles` as fit into `cells`: one or more, each at most `measure` wide."""
    fitting = min(articles, (cells + LINK_GUTTER) // (GUTTER + LEAST_MEASURE + _MAP + LINK_GUTTER))
    count = max(fitting, 1)
    free = cells - count * (GUTTER + _MAP) - (count - 1) * LINK_GUTTER
    width = max(min(free // count, measure), 1)
    used = count * (GUTTER + width + _MAP) + (count - 1) * LINK_GUTTER
    margin = max((cells - used) // 2, 0)
    step = GUTTER + width + _MAP + LINK_GUTTER
    return [PaneColumn(margin + i * step, margin + i * step + GUTTER, width) for i in range(count)]
