"""Messages on standard error while work takes long."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

__all__ = ["announced", "count_reporter", "share_reporter"]

_EVERY_COUNT, _EVERY_SHARE = 2.0, 1.0
"""Seconds between two reports."""


@contextmanager
def announced(activity: str, *, after: float) -> Iterator[None]:
    """Names an activity on standard error if it takes more than `after` seconds."""
    from threading import Timer

    timer = Timer(after, _print, [f"{activity} …"])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()  # a message that has begun is ended


def count_reporter(every: float = _EVERY_COUNT) -> Callable[[str, int, int], None]:
    """A function that reports an activity, a number done and a total, at most once in `every` seconds."""
    due = _Clock(every)

    def report(activity: str, done: int, total: int) -> None:
        if due.passed():
            _print(f"{activity} … {done:,} of {total:,}")

    return report


def share_reporter(activity: str) -> Callable[[float], None]:
    """A function that reports the share done (0-1), once a second, if standard error is a terminal."""
    due = _Clock(_EVERY_SHARE)
    visible = sys.stderr.isatty()

    def report(share: float) -> None:
        if visible and due.passed():
            _print(f"{activity} … {share:.0%}")

    return report


class _Clock:
    """Says at most once in `every` seconds that it is time."""

    def __init__(self, every: float) -> None:
        self._every = every
        self._next = monotonic() + every

    def passed(self) -> bool:
        if monotonic() < self._next:
            return False
        self._next = monotonic() + self._every
        return True


def _print(message: str) -> None:
    sys.stderr.write(f"reader: {message}\n")  # in one piece: other threads write there, too
    sys.stderr.flush()
