"""The place in an article where an annotated passage was found again."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.anchoring.model import State

__all__ = ["AnchoredPlace", "Span"]

_DOUBTS = {State.CHANGED: "the words have changed", State.REVIEW: "found by a guess"}

Span = tuple[int, int]
"""Code points [start, end) of the text of an article."""


@dataclass(frozen=True, slots=True)
class AnchoredPlace:
    """The place of a passage in its article, with its certainty. For an orphan only the state counts.

    `paragraph` is counted from 1 in the article, `sentence` from 1 in the paragraph.
    """

    state: State
    span: Span = (0, 0)
    paragraph: int = 0
    sentence: int = 0

    @property
    def doubt(self) -> str:
        """The reason why it may not be the annotated passage; "" where it certainly is."""
        return _DOUBTS.get(self.state, "")
