"""What is done in the background: articles are read and matched, and what was found is handed over."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache

from reader.articles.corpus import CorpusEntry
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.ui.library.library_list import Card

__all__ = ["cards", "opened", "shares"]

_BATCH = 40  # articles read between two looks at the screen
_KEPT = 64  # articles kept while they are matched with one another


def cards(
    entries: Sequence[CorpusEntry],
    unread: Iterable[int],
    wanted: deque[int],
    is_cancelled: Callable[[], bool],
) -> Iterator[dict[int, Card | str]]:
    """The cards of `unread` entries by number, a batch at a time, `wanted` ones first; of a bad one, why."""
    rest, done = deque(unread), set[int]()
    while rest and not is_cancelled():
        batch: dict[int, Card | str] = {}
        while rest and len(batch) < _BATCH and not is_cancelled():
            number = wanted.pop() if wanted else rest.popleft()
            if number not in done:
                done.add(number)
                batch[number] = _card(entries[number])
        yield batch


def _card(entry: CorpusEntry) -> Card | str:
    try:
        return Card.of(entry.load())
    except UserError as error:
        return str(error)


def opened(entries: Sequence[CorpusEntry], siblings: Sequence[CorpusEntry]) -> list[Article]:
    """The articles of `entries`, with lines set apart that recur in `siblings` of their sources too.

    Raises ArticleError where one of `entries` cannot be read; a sibling that cannot is left out.
    """
    from reader.articles.recurring import mark_recurring

    articles = [entry.load() for entry in entries]
    others = []
    for entry in siblings:
        with suppress(UserError):  # it is only looked at for what it repeats
            others.append(entry.load())
    return list(mark_recurring([*articles, *others])[: len(articles)])


def shares(
    entries: Sequence[CorpusEntry], pairs: deque[tuple[int, int]], is_cancelled: Callable[[], bool]
) -> dict[tuple[int, int], float]:
    """How much of the first of each pair the second says, too, 0 to 1, and the other way round.

    Takes from `pairs` until it is empty. The figures are those of a story of these articles in this order.
    """
    from reader.matching.align import align
    from reader.matching.thresholds import DEFAULT_THRESHOLD
    from reader.story.body import Body, shares_of

    @lru_cache(_KEPT)
    def article(number: int) -> Article:
        return entries[number].load()

    found: dict[tuple[int, int], float] = {}
    while pairs and not is_cancelled():
        first, second = sorted(pairs.pop())
        if (first, second) not in found:
            try:
                a, b = article(first), article(second)
                told = shares_of(Body(a), Body(b), align(a, b), DEFAULT_THRESHOLD)
            except UserError:
                told = 0.0, 0.0  # what cannot be read any more shares nothing; opening it says why
            found[first, second], found[second, first] = told
    return found
