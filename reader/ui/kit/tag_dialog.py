"""The question for tags, which offers those in use as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from reader.base.folding import fold
from reader.ui.kit import wording
from reader.ui.kit.dialogs import Dialog

__all__ = ["TagDialog"]

_LIKENESS = 60  # rapidfuzz's WRatio, 0-100, from which a tag is offered for what is typed
_OFFERED = 30


class TagDialog(Dialog[tuple[str, ...]]):
    """Asks for all tags of an annotation on one line; `in_use` are tags to complete from, the best first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", show=False, priority=True)
    ]

    def __init__(self, tags: Sequence[str], in_use: Sequence[str], title: str = wording.TAGS) -> None:
        super().__init__(title, wording.TAG_HINT)
        self._tags = tags
        self._in_use = in_use
        self._offered: Sequence[str] = ()

    def compose_question(self) -> ComposeResult:
        """The line of tags, and the tags in use that fit what is typed."""
        value = "".join(f"{tag} " for tag in self._tags)
        yield Input(value, placeholder=wording.TAG_PLACEHOLDER, select_on_focus=False)
        yield Static(classes="choices")

    @on(Input.Changed)
    def _offer(self, event: Input.Changed) -> None:
        typed = event.value.rpartition(" ")[2]
        self._offered = _fitting(typed, self._in_use)[:_OFFERED]
        self.query_one(".choices", Static).update(Content("  ".join(self._offered)))

    def action_complete(self) -> None:
        """Completes the last word with the first tag that is offered."""
        line = self.query_one(Input)
        before, blank, typed = line.value.rpartition(" ")
        if typed and self._offered:
            line.value = f"{before}{blank}{self._offered[0]} "
            line.cursor_position = len(line.value)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Answers with the tags."""
        self.dismiss(tuple(self.query_one(Input).value.replace(",", " ").split()))


def _fitting(typed: str, in_use: Sequence[str]) -> list[str]:
    """The tags that begin with what is typed, then those with such a part, then those that are similar."""
    if not typed:
        return list(in_use)
    from rapidfuzz import fuzz, process

    prefix = fold(typed)
    begin = [tag for tag in in_use if fold(tag).startswith(prefix)]
    inside = [tag for tag in in_use if f"/{prefix}" in fold(tag)]
    alike = process.extract(typed, in_use, scorer=fuzz.WRatio, score_cutoff=_LIKENESS, limit=_OFFERED)
    return list(dict.fromkeys([*begin, *inside, *(tag for tag, _score, _number in alike)]))
