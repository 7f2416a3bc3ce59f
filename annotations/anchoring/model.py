"""The place of a target in a text, and how surely it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Anchor", "State"]


class State(StrEnum):
    """The certainty with which a target was found."""

    OK = "ok"  # the same words in their place, as `reader.base.folding` compares them
    CHANGED = "changed"  # the place is certain, but the words have changed
    REVIEW = "review"  # a guess, shown as one
    ORPHAN = "orphan"  # not found


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a target, code points [start, end) of the text, with a score of 0-100.

    An orphan has start and end 0 and score 0.
    """

    state: State
    start: int
    end: int
    score: float
