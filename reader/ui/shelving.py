"""What the library does when something is to be added: get it, put it on the shelf, list it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotations.errors import UserError
from reader.articles.corpus import Entry, list_corpus
from reader.paths import Paths, user_path

if TYPE_CHECKING:
    from reader.adding import Feed, Item, Offer

__all__ = ["add", "add_item", "add_text"]


def add(places: Paths, source: str) -> list[Entry] | Feed:
    """Puts what a path or an address leads to on the shelf; a feed is handed back, to choose from.

    Raises UserError, with nothing added after what failed.
    """
    from reader import adding
    from reader.articles.files import read_bytes
    from reader.fetching import is_address

    source = source.strip()
    path = user_path(source)
    if is_address(source):
        found = adding.from_address(source)
        return _kept(places, iter([found])) if isinstance(found, adding.Offer) else found
    if adding.is_feed_file(path):
        return adding.feed_in(read_bytes(path), source)
    return _kept(places, (adding.from_paths(entry) for entry in list_corpus([path]).entries))


def add_item(places: Paths, item: Item) -> list[Entry]:
    """Puts what an item of a feed leads to on the shelf. Raises UserError."""
    from reader.adding import from_item

    return _kept(places, iter([from_item(item)]))


def add_text(places: Paths, text: str) -> list[Entry]:
    """Puts a text that was pasted on the shelf. Raises UserError."""
    from reader.adding import from_bytes

    return _kept(places, iter([from_bytes(text.encode("utf-8", "replace"), "the text that was pasted")]))


def _kept(places: Paths, offers: Iterator[Offer]) -> list[Entry]:
    from reader.library import keep

    entries = []
    for offer in offers:
        kept = keep(places, offer.article, offer.original, offer.suffix)
        entries.append(Entry(offer.article.title, kept.path))
    if not entries:
        raise UserError("nothing was found in it that could be added")
    return entries
