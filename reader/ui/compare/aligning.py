"""The matching of all articles on screen, in a thread beside the interface."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from reader.articles.model import Article, Role
from reader.matching.model import Alignment

__all__ = ["align_all", "differences_set_apart"]

_LONG = 150_000
"""Code points of two articles from which they are matched in a child process: in a thread it would take a
second, in which keys are answered late. To start a process takes a fifth of a second."""


class _AligningCancelledError(Exception):
    """The screen that asked for the matches is closed."""


def align_all(
    articles: Sequence[Article],
    pairs: Sequence[tuple[int, int]],
    progress: Callable[[int], None],
    is_cancelled: Callable[[], bool],
) -> Iterator[tuple[int, int, Alignment]]:
    """The alignments of these pairs of article numbers, one by one; `progress` is called with per cents.

    Raises MatchingError, a UserError, where the system has no memory for it.
    """
    reported = -1

    def report(done: int, share: float) -> None:
        nonlocal reported
        if is_cancelled():
            raise _AligningCancelledError
        percent = int(100 * (done + share) / len(pairs))
        if percent != reported:
            reported = percent
            progress(percent)
        time.sleep(0)  # the interface has its turn

    with _without_collecting():
        for article in articles:
            len(article.sentences)  # splits them all, here and not when a key first asks for a late one
        try:
            for done, (a, b) in enumerate(pairs):
                yield a, b, _aligned(articles[a], articles[b], partial(report, done))
        except _AligningCancelledError:
            return


def differences_set_apart(
    articles: Sequence[Article],
    pairs: Sequence[tuple[int, int]],
    threshold: float,
    is_cancelled: Callable[[], bool],
) -> int:
    """The number of matches that differ in lines set apart as boilerplate, in these pairs of articles.

    Long articles are left out: this is a second comparison, and the screen is in use.
    """
    from reader.differences.set_apart import compare_set_apart

    def report(_share: float) -> None:
        if is_cancelled():
            raise _AligningCancelledError
        time.sleep(0)

    total = 0
    try:
        for a, b in ((articles[a], articles[b]) for a, b in pairs):
            if len(a.text) + len(b.text) < _LONG:
                apart = compare_set_apart(a, b, threshold, roles=(Role.BOILERPLATE,), progress=report)
                total += len(apart)
    except _AligningCancelledError:
        return 0
    return total


def _aligned(a: Article, b: Article, progress: Callable[[float], None]) -> Alignment:
    if len(a.text) + len(b.text) < _LONG:
        from reader.differences.compare import compare

        return compare(a, b, progress=progress)
    from reader.differences.compare_in_child import compare_in_child

    return compare_in_child(a, b, progress=progress)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Pauses garbage collection: matches are many, without cycles, and stay; every key would wait for it."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
