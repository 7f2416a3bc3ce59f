"""An annotation in full, and the sign of its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from annotations.model import Annotation, Target
from reader.differences.word_diff import word_diff
from reader.ui.notes import wording

__all__ = ["TargetState", "details_of", "sign_of"]

_SIGNS = {"changed": "≈", "review": "?", "orphan": "✗", "missing": "∅"}


class TargetState(NamedTuple):
    """The state of a target (see annotations.filtering.STATES), and the words that are there now."""

    state: str
    now: str = ""


def sign_of(annotation: Annotation, states: Sequence[TargetState]) -> str:
    """The sign of an annotation: of the first target that was not found as it was, else of its kind."""
    signs = [_SIGNS[target.state] for target in states if target.state in _SIGNS]
    return signs[0] if signs else "⇄" if annotation.is_pair else "●"


def details_of(annotation: Annotation, states: Sequence[TargetState]) -> Iterator[Content]:
    """Every passage in its context and how it was found, then relation, tags, note, colour, date, author."""
    for number, target in enumerate(annotation.targets):
        yield from _passage(target, states[number] if number < len(states) else TargetState("ok"))
    parts = [annotation.relation, " ".join(f"#{tag}" for tag in annotation.tags), annotation.note]
    yield from (Content(part) for part in parts if part)
    origin = filter(None, (annotation.colour, annotation.created[:10], annotation.author))
    yield Content.styled(" · ".join(origin), "dim")


def _passage(target: Target, target_state: TargetState) -> Iterator[Content]:
    article, quote = target.article, target.quote
    yield Content.styled(" · ".join(filter(None, (article.title, article.source, article.date))), "bold")
    before, after = _line(quote.prefix), _line(quote.suffix)
    yield Content.assemble((f"…{before}", "dim"), (_line(quote.exact), "underline"), (f"{after}…", "dim"))
    if target_state.state == "changed":
        words = Content(_line(target_state.now))
        for start, end in word_diff(_line(quote.exact), _line(target_state.now)).b:
            words = words.stylize("bold underline", start, end)
        yield Content.assemble((wording.WORDS_NOW, "bold"), words)
    if target_state.state in wording.STATES:
        yield Content.styled(f"{_SIGNS[target_state.state]} {wording.STATES[target_state.state]}", "bold")


def _line(text: str) -> str:
    return text.replace("\n", " ")
