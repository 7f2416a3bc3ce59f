"""All keys, from the table of commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.resources import styles
from reader.ui.bindings import key_name
from reader.ui.commands import Command, Place, commands_of

__all__ = ["HelpScreen"]


class HelpScreen(ModalScreen[None]):
    """The commands of every place, the ones where the user is first; `own` are the user's own keys."""

    CSS_PATH = styles() / "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss(None)", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, here: Sequence[Place], own: Mapping[str, str]) -> None:
        super().__init__()
        self._own = own
        self._places = tuple(dict.fromkeys((*here, *Place)))

    def compose(self) -> ComposeResult:
        """A box that scrolls."""
        with VerticalScroll(classes="dialog help") as box:
            box.border_title = Content("Keys")
            box.border_subtitle = Content("esc closes")
            for place in self._places:
                yield Static(Content(place), classes="help-place")
                told = (self._line(command) for command in commands_of(place) if command.help)
                yield Static(Content("\n").join(told))

    def action_scroll(self, step: int) -> None:
        """One line down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def _line(self, command: Command) -> Content:
        return Content.assemble((f"{key_name(command, self._own):>9}", "bold"), "  ", command.help)
