"""The time that a child process may take: of the processor, so that a loaded machine refuses nothing."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["SIGNALS", "WAITING", "allow", "time_limit"]

WAITING = 15
"""Seconds by the clock for each second of processor time: other processes need the processor, too."""

SIGNALS = (signal.SIGPROF, signal.SIGALRM)
"""The signals that end a process whose time is over: of the processor, and by the clock."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Ends this process, even inside C, if the block takes more than `seconds` of processor time.

    The limit by the clock is WAITING times as long, for work that waits without end. 0 means no limit.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, WAITING * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def allow(seconds: float) -> None:
    """Adds to the processor time that is left. Does nothing where there is no limit; the clock goes on."""
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    if left:
        signal.setitimer(signal.ITIMER_PROF, left + seconds)
