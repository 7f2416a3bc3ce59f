"""The work of the library in the background: articles are read, and matched with one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache

from reader.articles.corpus import CorpusEntry
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.ui.library.rows import ArticleCard, LibraryRow

__all__ = ["Pair", "cards", "opened", "shares"]

Pair = tuple[LibraryRow, LibraryRow]

_BATCH = 40  # articles read between two updates of the screen
_CACHED = 64  # articles kept in memory while they are matched with one another


def cards(
    unread: Iterable[LibraryRow], in_view: deque[LibraryRow], is_cancelled: Callable[[], bool]
) -> Iterator[dict[LibraryRow, ArticleCard | str]]:
    """The cards of `unread` rows, a batch at a time, rows `in_view` first; why an article cannot be read."""
    rest, done = deque(unread), set[LibraryRow]()
    while rest and not is_cancelled():
        batch: dict[LibraryRow, ArticleCard | str] = {}
        while rest and len(batch) < _BATCH and not is_cancelled():
            row = in_view.pop() if in_view else rest.popleft()
            if row not in done:
                done.add(row)
                batch[row] = _card(row.entry)
        yield batch


def _card(entry: CorpusEntry) -> ArticleCard | str:
    try:
        return ArticleCard.of(entry.load())
    except UserError as error:
        return str(error)


def opened(entries: Sequence[CorpusEntry], siblings: Sequence[CorpusEntry] = ()) -> list[Article]:
    """The articles of `entries`, with lines marked as boilerplate that recur in `siblings` of their sources.

    Raises ArticleError where one of `entries` cannot be read; a sibling that cannot be is left out.
    """
    from reader.articles.recurring import mark_recurring

    articles = [entry.load() for entry in entries]
    others = []
    for entry in siblings:
        with suppress(UserError):  # it only serves to show what recurs
            others.append(entry.load())
    return list(mark_recurring([*articles, *others])[: len(articles)])


def shares(pairs: deque[Pair], is_cancelled: Callable[[], bool]) -> dict[Pair, float]:
    """The share of the first article of each pair that the second says too, 0 to 1, and the reverse.

    Takes from `pairs` until it is empty. The figures are those of a story of these articles in this order.
    """
    from reader.matching.align import align
    from reader.matching.thresholds import DEFAULT_THRESHOLD
    from reader.story.body import Body, shares_of

    @lru_cache(_CACHED)
    def article(row: LibraryRow) -> Article:
        return row.entry.load()

    result: dict[Pair, float] = {}
    while pairs and not is_cancelled():
        first, second = sorted(pairs.pop(), key=lambda row: row.number)
        if (first, second) not in result:
            try:
                a, b = article(first), article(second)
                share = shares_of(Body(a), Body(b), align(a, b), DEFAULT_THRESHOLD)
            except UserError:
                share = 0.0, 0.0  # an article that can no longer be read shares nothing; opening it says why
            result[first, second], result[second, first] = share
    return result
