"""The matching of all articles on screen, in a thread beside the interface."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from reader.articles.model import Article
from reader.matching.model import Alignment

__all__ = ["align_all"]


class _NoLongerWantedError(Exception):
    """Who wanted the matches is gone."""


def align_all(
    articles: Sequence[Article],
    pairs: Sequence[tuple[int, int]],
    tell: Callable[[int], None],
    is_cancelled: Callable[[], bool],
) -> Iterator[tuple[int, int, Alignment]]:
    """The alignments of these pairs of article numbers, as they are found; `tell` hears how many per cent."""
    from reader.matching.align import align

    told = -1

    def report(done: int, share: float) -> None:
        nonlocal told
        if is_cancelled():
            raise _NoLongerWantedError
        percent = int(100 * (done + share) / len(pairs))
        if percent != told:
            told = percent
            tell(percent)
        time.sleep(0)  # the interface has its turn

    with _without_collecting():
        try:
            for done, (a, b) in enumerate(pairs):
                yield a, b, align(articles[a], articles[b], progress=partial(report, done))
        except _NoLongerWantedError:
            return


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Matches are many, in no cycles, and stay: looking through them for garbage would stop every key."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
