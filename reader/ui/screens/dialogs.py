"""Small questions: tags, a note, a relation, a file to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from reader.resources import styles

__all__ = ["ChoiceDialog", "FormDialog", "LineDialog", "NoteDialog", "tag_dialog", "tags_of"]


Answer = TypeVar("Answer")


class TagSuggester(Suggester):
    """Completes the last tag of a line of tags by those in use, the most used first."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = tags

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last tag completed."""
        *before, last = value.split(" ")
        fitting = (tag for tag in self._tags if last and tag.casefold().startswith(last.casefold()))
        found = next(fitting, None)
        return " ".join([*before, found]) if found else None


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A question with one answer; Escape answers None."""

    CSS_PATH = styles() / "dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", show=False)]

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint

    def compose_question(self) -> ComposeResult:
        """The widgets between the title and the hint."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """A box with a title, the question and a hint."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            yield from self.compose_question()
            yield Static(Content(self._hint), classes="hint")


class LineDialog(Dialog[str]):
    """Asks for one line. `choices` are shown below it, to be completed from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False, priority=True)
    ]

    def __init__(
        self, title: str, hint: str, value: str = "", choices: Sequence[str] = (), placeholder: str = ""
    ) -> None:
        super().__init__(title, hint)
        self._value = value
        self._choices = choices
        self._placeholder = placeholder

    def compose_question(self) -> ComposeResult:
        """The input line, and the choices."""
        suggester = TagSuggester(self._choices) if self._choices else None
        yield Input(self._value, placeholder=self._placeholder, suggester=suggester, select_on_focus=False)
        if self._choices:
            yield Static(Content("  ".join(self._choices[:40])), classes="choices")

    def action_complete(self) -> None:
        """Takes the suggestion, as the right arrow does."""
        self.query_one(Input).action_cursor_right()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter gives the answer."""
        event.stop()
        self.dismiss(event.value)


class NoteDialog(Dialog[str]):
    """Asks for a note of several lines. Escape keeps what was written: undo is there for second thoughts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2", "keep", "Keep", show=False, priority=True),
    ]

    def __init__(
        self, title: str, value: str, hint: str = "esc keeps the note and closes · u takes it back"
    ) -> None:
        super().__init__(title, hint)
        self._value = value

    def compose_question(self) -> ComposeResult:
        """A small editor."""
        yield TextArea(self._value, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    def on_mount(self) -> None:
        """What is typed goes on where the note ends."""
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)

    def action_keep(self) -> None:
        """Gives the text as the answer; None where nothing was changed."""
        text = self.query_one(TextArea).text
        self.dismiss(text if text != self._value else None)


class FormDialog(Dialog[dict[str, str]]):
    """Asks for several lines, each with a name; `about` is shown above them."""

    def __init__(self, title: str, about: str, lines: Mapping[str, str]) -> None:
        super().__init__(title, "⏎ keeps · tab goes to the next line · esc cancels")
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
        """Enter on any line gives all of them as the answer."""
        event.stop()
        self.dismiss({line.name or "": line.value for line in self.query(Input)})


class ChoiceDialog(Dialog[str]):
    """Asks for one of several choices."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[str]) -> None:
        super().__init__(title, "⏎ chooses · esc cancels")
        self._choices = choices

    def compose_question(self) -> ComposeResult:
        """The list of choices."""
        yield OptionList(*(Option(Content(choice)) for choice in self._choices))

    def action_move(self, step: int) -> None:
        """The next or previous choice."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click gives the answer."""
        event.stop()
        self.dismiss(self._choices[event.option_index])


def tag_dialog(tags: Sequence[str], in_use: Sequence[str]) -> LineDialog:
    """Asks for all tags of an annotation on one line; `in_use` are those to complete from."""
    hint = "⏎ keeps · tab completes · blanks part tags · a/b nests · esc cancels"
    return LineDialog("Tags", hint, "".join(f"{tag} " for tag in tags), in_use, "such as: claim topic/oil")


def tags_of(line: str) -> tuple[str, ...]:
    """The tags of such a line; commas part them too."""
    return tuple(line.replace(",", " ").split())
