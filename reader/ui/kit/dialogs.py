"""Small questions: a line, a form, a choice, a letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.base.resources import styles
from reader.ui.kit import wording

__all__ = [
    "ChoiceDialog",
    "FormDialog",
    "LetterDialog",
    "LineDialog",
    "TextDialog",
    "TicksDialog",
]


Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A question with one answer. Escape answers with None, Ctrl+S with what is entered, as Enter does.

    Where a text would be lost, Escape asks first; a single line is soon written again.
    """

    CSS_PATH = styles() / "dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", show=False),
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
    ]

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint

    def compose_question(self) -> ComposeResult:
        """The widgets between the title and the hint."""
        raise NotImplementedError

    def loses_text(self) -> bool:
        """Whether a text that was written is lost if the dialog is cancelled."""
        return False

    def action_save(self) -> None:
        """Answers with what is entered; does nothing where nothing can be entered."""

    def discard(self) -> None:
        """Answers with None."""
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Answers with None; asks first where a text would be lost."""
        if not self.loses_text():
            self.discard()
            return
        ways = {wording.SAVE_TEXT: self.action_save, wording.DISCARD_TEXT: self.discard}

        def answered(choice: int | None) -> None:
            if choice is not None and choice < len(ways):
                [*ways.values()][choice]()

        choices = [*ways, wording.GO_ON_WRITING]
        self.app.push_screen(ChoiceDialog(wording.NOT_SAVED_YET, choices, wording.LOSING_HINT), answered)

    def compose(self) -> ComposeResult:
        """A box with a title, the question and a hint."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            yield from self.compose_question()
            yield Static(Content(self._hint), classes="hint")


class LineDialog(Dialog[str]):
    """Asks for one line."""

    def __init__(self, title: str, hint: str, value: str = "", placeholder: str = "") -> None:
        super().__init__(title, hint)
        self._value = value
        self._placeholder = placeholder

    def compose_question(self) -> ComposeResult:
        """The input line."""
        yield Input(self._value, placeholder=self._placeholder, select_on_focus=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answers with the line."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Answers with the line."""
        self.dismiss(self.query_one(Input).value)


class FormDialog(Dialog[dict[str, str]]):
    """Asks for several lines, each with a name; `about` is shown above them."""

    def __init__(self, title: str, about: str, lines: Mapping[str, str]) -> None:
        super().__init__(title, wording.FORM_HINT)
        self._about = about
        self._lines = lines

    def compose_question(self) -> ComposeResult:
        """The lines, one below the other."""
        yield Static(Content(self._about), classes="choices")
        for name, value in self._lines.items():
            with Horizontal(classes="field"):
                yield Static(Content(name))
                yield Input(value, name=name, select_on_focus=False, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answers with all lines."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Answers with all lines."""
        self.dismiss(self._entered())

    def loses_text(self) -> bool:
        """Whether a line was changed and is not empty."""
        return any(value.strip() and value != self._lines[name] for name, value in self._entered().items())

    def _entered(self) -> dict[str, str]:
        return {line.name or "": line.value for line in self.query(Input)}


class ChoiceDialog(Dialog[int]):
    """Asks for one of several choices, by its number from 0."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[str], hint: str = wording.CHOOSE_HINT) -> None:
        super().__init__(title, hint)
        self._choices = choices

    def compose_question(self) -> ComposeResult:
        """The list of choices."""
        yield OptionList(*(Option(Content(choice)) for choice in self._choices))

    def action_move(self, step: int) -> None:
        """Goes to the next or previous choice."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_save(self) -> None:
        """Answers with the choice under the cursor."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answers with the number of the choice."""
        event.stop()
        self.dismiss(event.option_index)


class TicksDialog(ChoiceDialog):
    """Lets the user tick choices; `show` is called after each change with the numbers of those ticked."""

    def __init__(
        self, title: str, choices: Sequence[str], ticked: set[int], show: Callable[[set[int]], None]
    ) -> None:
        super().__init__(title, choices, wording.TICK_HINT)
        self._ticked = ticked
        self._show = show

    def compose_question(self) -> ComposeResult:
        """The list of choices, each with its tick."""
        yield OptionList(*(Option(self._line(number)) for number in range(len(self._choices))))

    def _line(self, number: int) -> Content:
        return Content(f"{'✓' if number in self._ticked else '·'} {self._choices[number]}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ticks the choice, or removes its tick."""
        event.stop()
        event.prevent_default()  # else the handler of the base class takes it for the answer
        self._ticked ^= {event.option_index}
        event.option_list.replace_option_prompt_at_index(event.option_index, self._line(event.option_index))
        self._show(self._ticked)


class TextDialog(Dialog[None]):
    """Shows lines of text, however many."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,K", "cancel", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, title: Content, lines: Sequence[Content]) -> None:
        super().__init__("", wording.CLOSE_HINT)
        self._heading = title
        self._lines = lines

    def compose_question(self) -> ComposeResult:
        """The lines, below their title."""
        with VerticalScroll(classes="text"):
            yield Static(self._heading)
            yield Static(Content("\n").join(self._lines))

    def action_scroll(self, step: int) -> None:
        """Scrolls one line down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)


class LetterDialog(Dialog[str]):
    """Asks for one letter or digit; `lines` describe those in use."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title, wording.LETTER_HINT)
        self._lines = lines

    def compose_question(self) -> ComposeResult:
        """The letters in use."""
        yield Static(Content("\n".join(self._lines)))

    def on_key(self, event: events.Key) -> None:
        """Answers with the letter."""
        if event.character and event.character.isalnum():
            event.stop()
            self.dismiss(event.character)
