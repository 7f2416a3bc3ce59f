"""The thread that does the background work of a store when it is due."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Saver"]


_AFTER_FAULT = 30.0
"""Seconds until work is tried again after a fault of ours."""


class Saver:
    """Calls `work` after each `wake`, and again after the seconds that it returns, until it returns None.

    With `work` None it does nothing. An exception of `work` is given to `told`, and the work goes on.
    """

    def __init__(self, work: Callable[[], float | None] | None, told: Callable[[Exception], None]) -> None:
        self._work = work
        self._told = told
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
                wait = self._attempt(work)

    def _attempt(self, work: Callable[[], float | None]) -> float | None:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - without this thread nothing is saved any more
            self._told(error)
            return _AFTER_FAULT
