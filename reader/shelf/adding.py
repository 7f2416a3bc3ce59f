"""Adding articles to the shelf, from files, folders, archives, web addresses, feeds and pasted text.

The library screen and `reader add` both call this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.base.paths import Paths, user_path

if TYPE_CHECKING:
    from reader.shelf.feeds import Feed, FeedItem
    from reader.shelf.folder import ShelvedArticle
    from reader.shelf.offers import Offer

__all__ = ["Added", "add", "add_bytes", "add_items"]


@dataclass(frozen=True, slots=True)
class Added:
    """The articles that are on the shelf now, and one line for each other one, with the reason."""

    articles: list[ShelvedArticle] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def add(paths: Paths, source: str) -> Added | Feed:
    """Puts the articles at a path or a web address on the shelf; of a feed, returns the items to choose from.

    Raises UserError where the path or address itself cannot be read.
    """
    from reader.articles.containers.registry import container_of
    from reader.articles.corpus import list_corpus
    from reader.articles.files import read_bytes
    from reader.shelf.feeds import feed_in, is_feed_file
    from reader.shelf.fetching import is_address
    from reader.shelf.offers import offer_of_entry

    source = source.strip()
    if is_address(source):
        return _add_address(paths, source)
    path = user_path(source)
    if is_feed_file(path) and not container_of(path):
        return feed_in(read_bytes(path), source)
    corpus = list_corpus([path])
    return _shelved(paths, [partial(offer_of_entry, entry) for entry in corpus.entries], corpus.problems)


def add_items(paths: Paths, items: Sequence[FeedItem]) -> Added:
    """Puts the articles that items of a feed link to on the shelf."""
    from reader.shelf.addresses import offer_of_item

    return _shelved(paths, [partial(offer_of_item, item) for item in items])


def add_bytes(paths: Paths, data: bytes, name: str) -> Added:
    """Puts the article in some bytes on the shelf; messages call it `name`."""
    from reader.shelf.offers import offer_of_bytes

    return _shelved(paths, [partial(offer_of_bytes, data, name)])


def _add_address(paths: Paths, url: str) -> Added | Feed:
    from reader.shelf.addresses import offer_at_address
    from reader.shelf.offers import Offer

    offer = offer_at_address(url)
    return _shelved(paths, [lambda: offer]) if isinstance(offer, Offer) else offer


def _shelved(paths: Paths, offers: Iterable[Callable[[], Offer]], problems: Sequence[str] = ()) -> Added:
    """The result of putting articles on the shelf, one read after another."""
    from reader.shelf.folder import keep

    added = Added(problems=list(problems))
    for read in offers:
        try:
            offer = read()
            added.articles.append(keep(paths, offer.article, offer.original, offer.suffix))
        except UserError as error:
            added.problems.append(str(error))
    return added
