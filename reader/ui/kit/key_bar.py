"""The last line of a screen: the keys that matter most, which can be clicked, and the state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import VisualType
from textual.widget import Widget

from reader.ui.commands import Command, Context, commands_of
from reader.ui.kit.bindings import key_name
from reader.ui.kit.cells import shorten
from reader.ui.kit.component_styles import look

__all__ = ["KeyBar"]

_LEAST = 6  # cells; a shorter state says nothing
_LEAST_DOING = 24  # cells for what is under way, on a narrow screen too


class KeyBar(Widget):
    """The footer commands of its contexts, as many as fit, the most important first; on the right, the state.

    `doing` is what is under way, and goes before the keys; `status`, where nothing is, has what room the
    most important keys leave. `own` are the user's own keys, by command id.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keybar--key", "keybar--label", "keybar--status"}

    status: reactive[str] = reactive("")
    doing: reactive[str] = reactive("")

    def __init__(self, own: Mapping[str, str], *contexts: Context) -> None:
        super().__init__()
        self._own = own
        self._commands = [command for command in commands_of(*contexts) if command.footer]
        self._shown: list[tuple[int, int, Command]] = []

    def render(self) -> VisualType:
        """Nothing: the line is drawn by render_line."""
        return ""

    def render_line(self, y: int) -> Strip:
        """The keys from the left, the status at the right end."""
        base = self.visual_style.rich_style
        key, label, status = (
            (self.visual_style + look(self, f"keybar--{name}")).rich_style
            for name in ("key", "label", "status")
        )
        width = self.size.width
        state = self._state(width)
        room = width - cell_len(state) - 1
        segments: list[Segment] = []
        self._lay_out(room)
        for _start, _end, command in self._shown:
            segments += [
                Segment(f" {key_name(command, self._own)}", key),
                Segment(f" {command.label} ", label),
            ]
        strip = Strip(segments).adjust_cell_length(max(width - cell_len(state) - 1, 0), base)
        return Strip([*strip, Segment(state + " ", status)]).adjust_cell_length(width, base)

    def _state(self, width: int) -> str:
        if self.doing:
            return shorten(self.doing, max(width // 2, _LEAST_DOING))
        first = sum(self._cells(command) for command in self._commands if command.footer == 1)
        room = width - first - 1
        return shorten(self.status, min(room, width // 2)) if room >= _LEAST else ""

    def _lay_out(self, room: int) -> None:
        """Chooses the commands that fit into `room` cells, and sets where each is."""
        chosen: set[str] = set()
        used = 0
        for command in sorted(self._commands, key=lambda command: command.footer):
            if used + self._cells(command) <= room:
                used += self._cells(command)
                chosen.add(command.id)
        self._shown, x = [], 0
        for command in self._commands:
            if command.id in chosen:
                self._shown.append((x, x + self._cells(command), command))
                x += self._cells(command)

    def _cells(self, command: Command) -> int:
        return cell_len(key_name(command, self._own)) + cell_len(command.label) + 3

    def on_click(self, event: events.Click) -> None:
        """Presses the key under the pointer."""
        for start, end, command in self._shown:
            if start <= event.x < end:
                self.screen.set_focus(self.screen.query_one(".main"))  # not a line that is typed in
                self.app.simulate_key(self._own.get(command.id, command.keys[0]).split(",")[0])
