"""The work that the library does in threads while it is shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from textual.screen import Screen
from textual.worker import get_current_worker

from reader.ui.library import reading
from reader.ui.library.reading import Pair
from reader.ui.library.rows import ArticleCard, LibraryRow

__all__ = ["CardReader", "ShareFinder"]

_QUEUED = 200  # rows or pairs that are remembered as asked for: those of some screens


class CardReader:
    """Reads the articles of a library, those in view first; `changed` is called after each batch."""

    def __init__(self, screen: Screen[Any], changed: Callable[[], None]) -> None:
        self._screen = screen
        self._changed = changed
        self._in_view: deque[LibraryRow] = deque(maxlen=_QUEUED)

    def hurry(self, row: LibraryRow) -> None:
        """Puts a row first."""
        self._in_view.append(row)

    def read(self, rows: Iterable[LibraryRow]) -> None:
        """Reads the rows that have not been read, instead of those asked for before."""
        unread = [row for row in rows if row.card is None]
        self._screen.run_worker(lambda: self._read(unread), thread=True, exclusive=True, group="reading")

    def _read(self, unread: Iterable[LibraryRow]) -> None:
        worker = get_current_worker()
        for batch in reading.cards(unread, self._in_view, lambda: worker.is_cancelled):
            self._screen.call_later(self._take_up, batch)

    def _take_up(self, batch: dict[LibraryRow, ArticleCard | str]) -> None:
        for row, result in batch.items():
            row.take_up(result)
        self._changed()


class ShareFinder:
    """Finds how much the pairs share that are asked for; `changed` is called when it is known."""

    def __init__(self, screen: Screen[Any], changed: Callable[[], None]) -> None:
        self._screen = screen
        self._changed = changed
        self._shares: dict[Pair, float] = {}
        self._queue: deque[Pair] = deque(maxlen=_QUEUED)
        self._is_matching = False

    def share(self, row: LibraryRow, other: LibraryRow) -> float | None:
        """The share of an article that another one says too, 0 to 1; None until it is known."""
        value = self._shares.get((row, other))
        if value is None:
            self._queue.append((row, other))
            if not self._is_matching:
                self._is_matching = True
                self._screen.call_later(self._begin)  # nothing is started while the screen is drawn
        return value

    def _begin(self) -> None:
        self._screen.run_worker(self._match, thread=True, group="matching")

    def _match(self) -> None:
        worker = get_current_worker()
        self._screen.call_later(self._take_up, reading.shares(self._queue, lambda: worker.is_cancelled))

    def _take_up(self, shares: dict[Pair, float]) -> None:
        self._shares |= shares
        self._is_matching = False
        self._changed()
