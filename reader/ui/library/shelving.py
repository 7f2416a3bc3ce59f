"""What the library does when something is to be added: get it, put it on the shelf, list it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader.articles.corpus import CorpusEntry, list_corpus
from reader.base.errors import UserError
from reader.base.paths import Paths, user_path

if TYPE_CHECKING:
    from reader.shelf.adding import Feed, Item, Offer

__all__ = ["Shelved", "add", "add_item", "add_text"]


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is on the shelf now, one entry or more, and why the rest is not, a line each."""

    entries: Sequence[CorpusEntry]
    problems: Sequence[str] = ()


def add(paths: Paths, source: str) -> Shelved | Feed:
    """Puts what a path or an address leads to on the shelf; a feed is handed back, to choose from.

    Raises UserError where nothing could be added.
    """
    from reader.articles.files import read_bytes
    from reader.shelf import adding
    from reader.shelf.fetching import is_address

    source = source.strip()
    path = user_path(source)
    if is_address(source):
        found = adding.from_address(source)
        return _kept(paths, [lambda: found]) if isinstance(found, adding.Offer) else found
    if adding.is_feed_file(path):
        return adding.feed_in(read_bytes(path), source)
    listed = list_corpus([path])
    return _kept(paths, [partial(adding.from_paths, entry) for entry in listed.entries], listed.problems)


def add_item(paths: Paths, item: Item) -> Shelved:
    """Puts what an item of a feed leads to on the shelf. Raises UserError."""
    from reader.shelf.adding import from_item

    return _kept(paths, [partial(from_item, item)])


def add_text(paths: Paths, text: str) -> Shelved:
    """Puts a text that was pasted on the shelf. Raises UserError."""
    from reader.shelf.adding import from_bytes

    return _kept(paths, [partial(from_bytes, text.encode("utf-8", "replace"), "the text that was pasted")])


def _kept(paths: Paths, offers: Iterable[Callable[[], Offer]], problems: Sequence[str] = ()) -> Shelved:
    from reader.shelf.library import keep

    entries: list[CorpusEntry] = []
    told = list(problems)
    for get in offers:
        try:
            offer = get()
            kept = keep(paths, offer.article, offer.original, offer.suffix)
        except UserError as error:
            told.append(str(error))
        else:
            entries.append(CorpusEntry(offer.article.title, kept.path))
    if not entries:
        raise UserError(told[0] if told else "nothing was found in it that could be added")
    return Shelved(entries, told)
