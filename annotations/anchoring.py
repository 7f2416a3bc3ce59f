"""Finding a target again in an article's text, which may have been edited, without guessing silently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from annotations.folding import fold

if TYPE_CHECKING:
    from annotations.model import Target

__all__ = ["Anchor", "State", "anchor"]


class State(StrEnum):
    """How surely a target was found."""

    OK = "ok"  # the same words at their place; white space, quotes and dashes may be of another kind
    CHANGED = "changed"  # their place is sure, and other words stand there now
    REVIEW = "review"  # a guess, to be shown as one
    ORPHAN = "orphan"  # nowhere


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a target is: code points [start, end) of the text, and how sure that is, 0-100.

    An orphan has start and end 0 and score 0.
    """

    state: State
    start: int
    end: int
    score: float


def anchor(target: Target, text: str) -> Anchor:
    """Finds `target` in `text`.

    By position where the quote and its context still stand there; else by the quote with its context; else
    by what is most like it. A look-alike, be it to the letter, is never OK or CHANGED without its context.
    """
    quote, start = target.quote, target.position.start
    around = quote.prefix + quote.exact + quote.suffix
    if quote.exact and text.startswith(around, start - len(quote.prefix)) and start >= len(quote.prefix):
        return Anchor(State.OK, start, start + len(quote.exact), 100.0)
    from annotations.finding import find  # only an edited text needs to be searched

    folded = fold(text)
    state, (begin, end), score = find(target, folded.text)
    return Anchor(state, *folded.original(begin, end), score)
