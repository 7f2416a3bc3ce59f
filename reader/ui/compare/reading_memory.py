"""The memory of where the articles were read, from one session to the next, and where the reading begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.articles.model import Article
from reader.ui.compare.state.compare_state import CompareState

if TYPE_CHECKING:
    from reader.shelf.session import ReadingPosition, ReadingState, Session

__all__ = ["ReadingMemory"]


class ReadingMemory:
    """The position at which some articles are read first and continued later, and the marks in them.

    `start` are places to begin at, see Jumps.bring_together.
    """

    def __init__(
        self, session: Session, articles: Sequence[Article], start: Sequence[tuple[int, int | None]]
    ) -> None:
        self.marks: dict[str, ReadingPosition] = {}  # by letter
        self._session = session
        self._names = tuple(article.sha256 for article in articles)
        self._start = start
        self._first: ReadingPosition | None = None  # before anything was done
        self._begun: ReadingPosition | None = None  # to which `start` led
        self._again: ReadingPosition | None = None  # where to begin, once boilerplate was restored

    def laid_out(self, state: CompareState) -> None:
        """Takes up a new state of the same articles, before anything is done in it."""
        self._first = state.jumps.position()

    def begin_again_at(self, position: ReadingPosition) -> None:
        """Begins the next state at this position."""
        self._again = position

    def begin(self, state: CompareState) -> None:
        """Goes where the reading begins."""
        if self._again:
            state.jumps.return_to(self._again)
        else:
            state.jumps.bring_together(self._start)
            self._begun = state.jumps.position() if self._start else None

    def is_at_start(self, state: CompareState) -> bool:
        """Whether the reader has not moved from the places that were asked for."""
        return state.jumps.position() == self._begun

    def take_marks(self, last: ReadingState) -> None:
        """Adds the marks of the last session."""
        self.marks |= {letter: mark for letter, mark in last.marks.items() if letter not in self.marks}

    def can_continue(self, state: CompareState) -> bool:
        """Whether nothing was done yet, and no place to begin at was asked for."""
        return not self._start and state.jumps.position() == self._first

    def remember(self, state: CompareState) -> None:
        """Writes the position and the marks, if there is anything to remember. Raises OSError."""
        from reader.shelf.session import ReadingState

        position = state.jumps.position()
        if position != self._first or self.marks:
            self._session.remember_reading_state(self._names, ReadingState(position, self.marks))
