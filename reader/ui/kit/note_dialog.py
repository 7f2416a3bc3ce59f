"""The dialog for a text of several lines, which keeps a draft of it while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from reader.base.errors import UserError
from reader.ui.kit import wording
from reader.ui.kit.dialogs import Dialog

if TYPE_CHECKING:
    from reader.notes.drafts import Draft

__all__ = ["NoteDialog"]

_SOON = 0.7
"""Seconds from a change to the draft that has it: what a kill costs at most."""


class NoteDialog(Dialog[str]):
    """Asks for a text of several lines; the answer is None where it is unchanged.

    While it is written, `draft` keeps it. A draft that an earlier dialog left is offered: the text begins
    with it, and undo in the dialog leads back to `value`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", show=False, priority=True),
        Binding("f2", "save", "Save", show=False, priority=True),
        Binding("ctrl+e", "edit", "Edit", show=False, priority=True),
    ]

    def __init__(self, title: str, value: str, draft: Draft, hint: str = wording.NOTE_HINT) -> None:
        super().__init__(title, hint)
        self._value = value
        self._draft = draft
        self._text = self._kept = value
        self._is_waiting = False
        self._is_answered = False

    def compose_question(self) -> ComposeResult:
        """A small editor."""
        yield TextArea(self._value, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        yield Static(classes="choices")

    def on_mount(self) -> None:
        """Offers the draft, and puts the cursor at the end of the text."""
        editor = self.query_one(TextArea)
        if (left := self._draft.left()) and left.text != self._value:
            editor.replace(left.text, (0, 0), editor.document.end)
            self._kept = left.text
            self.query_one(".choices", Static).update(Content(wording.draft_offered(left.at)))
        editor.move_cursor(editor.document.end)

    def on_unmount(self) -> None:
        """Keeps the draft of a text that was neither saved nor discarded: the program ends."""
        if not self._is_answered:
            self._keep_draft()

    def loses_text(self) -> bool:
        """Whether the text was changed and is not empty."""
        self._take_text()
        return self._text != self._value and bool(self._text.strip())

    def action_edit(self) -> None:
        """Opens the text in the user's own editor."""
        from reader.ui.kit.editor import edited_elsewhere

        editor = self.query_one(TextArea)
        try:
            with self.app.suspend():
                editor.text = edited_elsewhere(editor.text)
        except UserError as error:
            self.notify(str(error), severity="warning", timeout=8)
        except SuspendNotSupported:
            self.notify(wording.NOT_LENDABLE, severity="warning", timeout=5)
        editor.move_cursor(editor.document.end)

    def action_save(self) -> None:
        """Answers with the text; with None where it is unchanged. Whoever saves it forgets the draft."""
        self._take_text()
        if self._text == self._value:
            self.discard()
            return
        self._keep_draft()
        self._is_answered = True
        self.dismiss(self._text)

    def discard(self) -> None:
        """Answers with None, and forgets the draft."""
        self._is_answered = True
        self._draft.forget()
        self.dismiss(None)

    @on(TextArea.Changed)
    def _keep_soon(self) -> None:
        self._take_text()
        if not self._is_waiting:
            self._is_waiting = True
            self.set_timer(_SOON, self._keep_draft)

    def _take_text(self) -> None:
        for editor in self.query(TextArea):  # none is left when the program ends
            self._text = editor.text

    def _keep_draft(self) -> None:
        self._is_waiting = False
        if self._is_answered or self._text == self._kept:
            return
        try:
            if self.loses_text():
                self._draft.keep(self._text)
            else:
                self._draft.forget()
        except OSError as error:
            self.notify(wording.draft_not_kept(error.strerror), severity="warning", timeout=8)
        self._kept = self._text
