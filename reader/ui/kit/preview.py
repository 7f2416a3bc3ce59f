"""The details of a row below its list: they scroll, and say how many lines are out of view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reader.ui.commands import Context, commands_of
from reader.ui.kit.bindings import key_name
from reader.ui.kit.component_styles import look
from reader.ui.kit.wording import more_lines

__all__ = ["Preview"]


class Preview(ScrollView, can_focus=False):
    """Shows a Content, wrapped. If it is cut off, the last row says how many lines follow."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"preview--more"}

    def __init__(self, own: Mapping[str, str]) -> None:
        """`own` are the user's own keys, by command id."""
        super().__init__(classes="preview")
        self._key = key_name(commands_of(Context.LISTS)[0], own)
        self._content = Content("")
        self._lines: list[Strip] = []

    def show(self, content: Content) -> None:
        """Shows a Content; the one that is shown already stays scrolled as it is."""
        if content != self._content:
            self._content = content
            self.scroll_to(y=0, animate=False, immediate=True)
        self._break_lines()

    def page(self, pages: float) -> None:
        """Scrolls by pages."""
        rows = max(self.size.height - 1, 1)
        self.scroll_relative(y=round(pages * rows) or (1 if pages > 0 else -1), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Wraps the lines to the new width."""
        self._break_lines()

    def notify_style_update(self) -> None:
        """Gives the lines the colours of another theme."""
        super().notify_style_update()
        self._break_lines()

    def _break_lines(self) -> None:
        width = self.size.width
        self._lines = Visual.to_strips(self, self._content, width, None, self.visual_style) if width else []
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the text; in the last row, how many follow."""
        base, width = self.visual_style, self.size.width
        line, more = self.scroll_offset.y + y, len(self._lines) - self.scroll_offset.y - y
        if y == self.size.height - 1 and more > 1:
            style = (base + look(self, "preview--more")).rich_style
            return Strip([Segment(more_lines(more, self._key), style)]).adjust_cell_length(
                width, base.rich_style
            )
        if line < len(self._lines):
            return self._lines[line].adjust_cell_length(width, base.rich_style)
        return Strip.blank(width, base.rich_style)
