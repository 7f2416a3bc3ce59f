"""The help screen: all keys, from the table of commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.base.resources import styles
from reader.ui.commands import Command, Context, commands_of
from reader.ui.kit import wording
from reader.ui.kit.bindings import key_name

__all__ = ["HelpScreen"]

_KEYS = 9  # cells


class HelpScreen(ModalScreen[None]):
    """The commands of every context, those of the current screen first; `own` are the user's own keys."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss(None)", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, current: Sequence[Context], own: Mapping[str, str]) -> None:
        super().__init__()
        self._own = own
        self._contexts = tuple(dict.fromkeys((*current, *Context)))

    def compose(self) -> ComposeResult:
        """A box that scrolls."""
        with VerticalScroll(classes="dialog help") as box:
            box.border_title = Content(wording.KEYS)
            box.border_subtitle = Content(wording.CLOSE_HINT)
            for context in self._contexts:
                yield Static(Content(context), classes="help-context")
                yield Static(self._keys(commands_of(context)))

    def action_scroll(self, step: int) -> None:
        """Scrolls one line down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def _keys(self, commands: Sequence[Command]) -> Table:
        """The keys in one column, and what they do in another, which may take several lines."""
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(justify="right", min_width=_KEYS)
        table.add_column()
        for command in commands:
            if command.help:
                table.add_row(Text(key_name(command, self._own), style="bold"), Text(command.help))
        return table
