"""The thread that does the background work of a store when it is due."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Saver"]


class Saver:
    """Calls `work` after each `wake`, and again after the seconds that it returns, until it returns None.

    With `work` None it does nothing.
    """

    def __init__(self, work: Callable[[], float | None] | None) -> None:
        self._work = work
        self._event = Event()
        self._closed = False
        self._thread: Thread | None = None

    def wake(self) -> None:
        """Calls `work` soon."""
        self._event.set()
        if self._work and self._thread is None and not self._closed:
            self._thread = Thread(target=self._run, args=(self._work,), name="annotations", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Waits for work in progress; no more is done afterwards."""
        self._closed = True
        self._event.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, work: Callable[[], float | None]) -> None:
        wait: float | None = None
        while not self._closed:
            self._event.wait(wait)
            self._event.clear()
            if not self._closed:
                wait = work()
