"""`reader add SOURCE…`: adds articles from anywhere to the shelf."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.base.phrases import counted
from reader.cli.argument_types import positive
from reader.cli.output import print_json, warn
from reader.shelf.adding import Feed, Offer

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Add articles to the shelf: files, folders, archives, web pages, feeds, or - for standard input."

Source = Callable[[], Offer]
"""Reads one article. Raises UserError."""


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="+", help="a file, folder, web address, feed, or -"
    )
    parser.add_argument(
        "--item",
        action="append",
        type=positive,
        default=[],
        metavar="N",
        help="add item N of the feed; can be repeated",
    )
    parser.add_argument("--all", action="store_true", help="add all items of the feed")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: Namespace) -> None:
    """Adds every source that can be read, one line each; any other gets a line too and fails the command."""
    from reader.base.paths import paths

    additions = _Additions(paths(options.data))
    for source in options.sources:
        try:
            offer = _offer(source)
            if isinstance(offer, Feed):
                _take_feed(offer, source, options, additions)
            else:
                additions.take(offer)
        except UserError as error:
            additions.failures.append(str(error))
    additions.report(as_json=options.json)


def _offer(source: str) -> Feed | Iterator[Source]:
    """The feed that a source is, or the articles that it has. Raises UserError."""
    from reader.articles.files import read_bytes
    from reader.shelf import adding
    from reader.shelf.fetching import is_address

    if is_address(source):
        offer = adding.from_address(source)
        return offer if isinstance(offer, Feed) else iter([lambda: offer])
    if source != "-" and adding.is_feed_file(Path(source)):
        return adding.feed_in(read_bytes(Path(source)), source)
    return iter([_from_input]) if source == "-" else _from_paths(Path(source))


def _from_input() -> Offer:
    from reader.articles.files import LIMIT, refuse_large
    from reader.shelf.adding import from_bytes

    data = sys.stdin.buffer.read(LIMIT + 1)
    refuse_large(data, "standard input", LIMIT)
    return from_bytes(data, "standard input")


def _from_paths(path: Path) -> Iterator[Source]:
    from reader.articles.corpus import list_corpus
    from reader.shelf.adding import from_paths

    corpus = list_corpus([path])
    yield from (partial(from_paths, entry) for entry in corpus.entries)
    yield from (partial(_fail, problem) for problem in corpus.problems)


def _fail(problem: str) -> Offer:
    raise UserError(problem)


def _take_feed(feed: Feed, source: str, options: Namespace, additions: _Additions) -> None:
    """Adds the chosen items, or lists all items if none is chosen."""
    from reader.shelf.adding import from_item

    if not (options.all or options.item):
        return _list(feed, source, as_json=options.json)
    if feed.of_feeds:
        raise UserError(f"{source} lists feeds, not articles; add one of them by its address")
    numbers = range(1, len(feed.items) + 1) if options.all else options.item
    if unknown := [number for number in numbers if number > len(feed.items)]:
        raise UserError(f"{source} has no item {unknown[0]}; its items are numbered 1 to {len(feed.items)}")
    return additions.take(partial(from_item, feed.items[number - 1]) for number in numbers)


def _list(feed: Feed, source: str, *, as_json: bool) -> None:
    if as_json:
        names = ("title", "url", "date", "author")
        return print_json([{name: getattr(item, name) for name in names} for item in feed.items])
    print(f"{feed.title}: {counted(len(feed.items), 'feed' if feed.of_feeds else 'item')}")
    for number, item in enumerate(feed.items, 1):
        facts = (item.title or "(without a title)", item.date, item.url)
        print(f"{number:4}  {' · '.join(fact for fact in facts if fact)}")
    if feed.of_feeds:
        return print("To list the items of a feed: reader add ADDRESS")
    return print(f"To add items: reader add {source} --item N, or --all")


class _Additions:
    """Adds articles to the user's shelf and remembers the outcome of each."""

    def __init__(self, places: Paths) -> None:
        self._places = places
        self._added: list[dict[str, object]] = []
        self.failures: list[str] = []

    def take(self, sources: Iterator[Source]) -> None:
        """Adds the articles that can be read; any other becomes a failure."""
        for source in sources:
            try:
                self._add(source())
            except UserError as error:
                self.failures.append(str(error))

    def _add(self, offer: Offer) -> None:
        from reader.shelf.library import keep

        kept = keep(self._places, offer.article, offer.original, offer.suffix)
        self._added.append({"title": offer.article.title, "path": str(kept.path), "new": kept.new})

    def report(self, *, as_json: bool) -> None:
        """Prints what was added. Raises UserError with the last failure, after the others are printed."""
        if as_json and self._added:
            print_json(self._added)
        for entry in [] if as_json else self._added:
            print(
                f"{'added' if entry['new'] else 'already on the shelf'}: {entry['title']} · {entry['path']}"
            )
        for failure in self.failures[:-1]:
            warn(failure)
        if self.failures:
            raise UserError(self.failures[-1])
