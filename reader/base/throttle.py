"""Progress of a long computation, reported as often as a screen needs it and no more often."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from time import perf_counter, sleep
from typing import Protocol, TypeVar

__all__ = ["Throttle"]

T_co = TypeVar("T_co", covariant=True)

_EVERY = 0.01
"""Seconds between two reports."""


class _Series(Sized, Iterable[T_co], Protocol[T_co]):
    """A collection with a length, in any order."""


class Throttle:
    """Calls a function with the share that is done (0-1), at most every 10 ms.

    Without a function it gives way to other threads as often, so that a screen still answers keys.
    """

    def __init__(self, report: Callable[[float], None] | None) -> None:
        self._report = report or _give_way
        self._next = 0.0

    def over(self, items: _Series[T_co], start: float, end: float) -> Iterator[T_co]:
        """The items one by one; going through them is the work from share `start` to share `end`."""
        for number, item in enumerate(items):
            if perf_counter() >= self._next:
                self._report(start + (end - start) * number / len(items))
                self._next = perf_counter() + _EVERY
            yield item

    def done(self) -> None:
        """Reports that all is done."""
        self._report(1.0)


def _give_way(_: float) -> None:
    sleep(0)
