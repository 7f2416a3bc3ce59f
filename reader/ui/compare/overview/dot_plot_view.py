"""The dot plot on screen, with its axes and a cursor that goes from link to link."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.visual import VisualType
from textual.widget import Widget

from reader.ui.compare.comparison import MatchLink
from reader.ui.compare.overview.dot_plot import DotPlot, PlotCell
from reader.ui.kit.component_styles import look
from reader.ui.kit.signs import KIND_SIGNS

__all__ = ["DotPlotView"]

_WITHOUT_BRAILLE = frozenset({"linux", "vt100", "vt102", "vt220"})  # TERM: their fonts have none
_AXIS = 1  # the cells that each axis takes


class DotPlotView(Widget):
    """Shows links; `current` is the number of the one under the cursor, None without links."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "dots--axis", "dots--landmark", "dots--moved", "dots--cursor",
        *(f"dots--{kind}" for kind in KIND_SIGNS),
    }  # fmt: skip

    @dataclass
    class Moved(Message):
        """The cursor is on another link."""

    @dataclass
    class Chosen(Message):
        """The link under the cursor was clicked twice."""

    def __init__(self) -> None:
        super().__init__(classes="main")
        self.current: int | None = None
        self._links: Sequence[MatchLink] = ()
        self._lengths = (1, 1)
        self._landmarks: Collection[tuple[int, int]] = ()
        self._under_cursor: frozenset[PlotCell] = frozenset()  # the cells of the current link
        self._middle: PlotCell | None = None  # the cell in its middle
        self._draw()

    def show(
        self,
        links: Sequence[MatchLink],
        lengths: tuple[int, int],
        landmarks: Collection[tuple[int, int]],
        current: int | None,
    ) -> None:
        """Shows other links; the arguments are as in DotPlot."""
        self._links, self._lengths, self._landmarks = links, lengths, landmarks
        self._draw()
        self.go_to(current)

    def go_to(self, number: int | None) -> None:
        """Puts the cursor on a link."""
        self.current = number
        self._under_cursor = frozenset() if number is None else self._plot.cells_of(number)
        self._middle = None if number is None else self._plot.cell_of(number)
        self.refresh()
        self.post_message(self.Moved())

    def step(self, right: int, down: int) -> None:
        """Goes to the next link to the right or left, or down or up."""
        if self.current is not None:
            self.go_to(self._plot.step(self.current, right, down))

    def is_landmark(self, number: int) -> bool:
        """Whether scrolling follows a link."""
        return self._plot.is_landmark(number)

    # Painting

    def _draw(self) -> None:
        size = self.size.width - _AXIS, self.size.height - _AXIS
        braille = os.environ.get("TERM", "") not in _WITHOUT_BRAILLE
        self._plot = DotPlot(self._links, self._lengths, self._landmarks, size, braille=braille)

    def on_resize(self) -> None:
        """Draws the links on a sheet of the new size."""
        self._draw()
        self.go_to(self.current)

    def render(self) -> VisualType:
        """Nothing: the lines are drawn one by one."""
        return ""

    def render_line(self, y: int) -> Strip:
        """The axis of the article across, or a row of dots behind the axis of the other article."""
        segments = self._row(y - _AXIS) if y >= _AXIS else self._top_axis()
        return Strip(segments).adjust_cell_length(self.size.width, self._style())

    def _top_axis(self) -> Iterator[Segment]:
        at = -1 if self._middle is None else self._middle.column
        columns = range(self.size.width - _AXIS)
        ruler = "".join("▼" if column == at else "─" for column in columns)
        yield Segment("┌" + ruler, self._style("axis"))

    def _row(self, row: int) -> Iterator[Segment]:
        is_current = self._middle is not None and self._middle.row == row
        yield Segment("►" if is_current else "│", self._style("axis"))
        cells = (self._cell(PlotCell(column, row)) for column in range(self.size.width - _AXIS))
        for names, run in groupby(cells, key=lambda cell: cell[1]):
            yield Segment("".join(character for character, _names in run), self._style(*names))

    def _cell(self, cell: PlotCell) -> tuple[str, tuple[str, ...]]:
        """A character and the component classes to draw it in."""
        mark = self._plot.mark(cell)
        if mark is None:
            return " ", ()
        if cell in self._under_cursor:
            return mark.character, ("cursor",)
        weight = "landmark" if self._plot.is_landmark(mark.link) else "moved"
        return mark.character, (str(self._links[mark.link].match.kind), weight)

    def _style(self, *names: str) -> Style:
        style = self.visual_style
        for name in names:
            style += look(self, f"dots--{name}")
        return style.rich_style

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor on the link that is drawn nearest; two clicks choose it."""
        number = self._plot.nearest(PlotCell(event.x - _AXIS, event.y - _AXIS))
        if number is None:
            return
        if event.chain == 1:
            self.go_to(number)
        elif event.chain == 2:
            self.post_message(self.Chosen())
