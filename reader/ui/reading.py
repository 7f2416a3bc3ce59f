"""What is done in the background: articles are read and matched, and what was found is handed over."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.errors import UserError
from annotations.text import clean_line
from reader.articles.corpus import Entry
from reader.articles.model import Article
from reader.ui.catalogue import Card

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["annotated", "cards", "opened", "shares"]

_BATCH = 40  # articles read between two looks at the screen
_KEPT = 64  # articles kept while they are matched with one another


def cards(
    entries: Sequence[Entry], unread: Iterable[int], wanted: deque[int], is_cancelled: Callable[[], bool]
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


def _card(entry: Entry) -> Card | str:
    try:
        return Card.of(entry.load())
    except UserError as error:
        return str(error)


def opened(entries: Sequence[Entry], siblings: Sequence[Entry]) -> list[Article]:
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


def annotated(annotation: Annotation, at_hand: Sequence[Article]) -> list[tuple[Article, int]]:
    """The article of each target, one of those `at_hand` or read anew, and where in it the target begins.

    Raises UserError where an article is not to be had any more.
    """
    from annotations.anchoring import anchor
    from reader.notebook import find_article

    found = []
    for target in annotation.targets:
        article = find_article(target.article, at_hand)
        if article is None:
            where = target.article.path or target.article.url or target.article.title
            raise UserError(f"{clean_line(where)}: the article is not here any more")
        found.append((article, anchor(target, article.text).start))
    return found


def shares(
    entries: Sequence[Entry], pairs: deque[tuple[int, int]], is_cancelled: Callable[[], bool]
) -> dict[tuple[int, int], float]:
    """How much of the first of each pair the second shares, 0 to 1; takes from `pairs` until it is empty."""
    from reader.matching.sharing import shared

    @lru_cache(_KEPT)
    def article(number: int) -> Article:
        return entries[number].load()

    found: dict[tuple[int, int], float] = {}
    while pairs and not is_cancelled():
        first, second = pair = pairs.pop()
        if pair not in found:
            try:
                found[pair] = shared(article(first), article(second))
            except UserError:
                found[pair] = 0.0  # what cannot be read any more shares nothing; opening it says why
    return found
