"""`reader add SOURCE…`: articles from anywhere, put on the shelf."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.base.errors import UserError
from reader.base.paths import Paths
from reader.cli.common import CommandError, print_json
from reader.shelf.adding import Feed, Offer

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Put articles on the shelf: files, folders, archives, web pages, feeds, or - for standard input."

Source = Callable[[], Offer]
"""Gets one article. Raises UserError."""


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help="file, folder, address, feed, or -")
    parser.add_argument(
        "--item",
        action="append",
        type=int,
        default=[],
        metavar="N",
        help="add item N of the feed (see the list)",
    )
    parser.add_argument("--all", action="store_true", help="add all items of the feed")
    parser.add_argument("--json", action="store_true", help="print what was added as JSON")


def run(options: Namespace) -> None:
    """Adds what it can, a line for each; what cannot be had is told in a line each and fails the command."""
    from reader.base.paths import paths

    shelf = _Shelf(paths(options.data))
    for source in options.sources:
        try:
            found = _found(source)
            if isinstance(found, Feed):
                _take_feed(found, source, options, shelf)
            else:
                shelf.take(found)
        except UserError as error:
            shelf.failures.append(str(error))
    shelf.report(as_json=options.json)


def _found(source: str) -> Feed | Iterator[Source]:
    """The feed that a source is, or the ways to its articles. Raises UserError."""
    from reader.articles.files import read_bytes
    from reader.shelf import adding
    from reader.shelf.fetching import is_address

    if is_address(source):
        found = adding.from_address(source)
        return found if isinstance(found, Feed) else iter([lambda: found])
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
    from functools import partial

    from reader.articles.corpus import list_corpus
    from reader.shelf.adding import from_paths

    listed = list_corpus([path])
    yield from (partial(from_paths, entry) for entry in listed.entries)
    yield from (partial(_fail, problem) for problem in listed.problems)


def _fail(problem: str) -> Offer:
    raise CommandError(problem)


def _take_feed(feed: Feed, source: str, options: Namespace, shelf: _Shelf) -> None:
    """Adds the chosen items, or lists all of them where none is chosen."""
    from functools import partial

    from reader.shelf.adding import from_item

    if not (options.all or options.item):
        return _list(feed, source, as_json=options.json)
    if feed.of_feeds:
        raise CommandError(f"{source} lists feeds, not articles: add one of them by its address")
    numbers = range(1, len(feed.items) + 1) if options.all else options.item
    if wrong := [number for number in numbers if not 1 <= number <= len(feed.items)]:
        raise CommandError(f"{source} has no item {wrong[0]}: its items are numbered 1 to {len(feed.items)}")
    return shelf.take(partial(from_item, feed.items[number - 1]) for number in numbers)


def _list(feed: Feed, source: str, *, as_json: bool) -> None:
    if as_json:
        names = ("title", "url", "date", "author")
        return print_json([{name: getattr(item, name) for name in names} for item in feed.items])
    print(f"{feed.title}: {len(feed.items)} {'feeds' if feed.of_feeds else 'items'}")
    for number, item in enumerate(feed.items, 1):
        facts = (item.title or "(without a title)", item.date, item.url)
        print(f"{number:4}  {' · '.join(fact for fact in facts if fact)}")
    way = (
        "reader add ADDRESS lists one of them" if feed.of_feeds else f"reader add {source} --item N, or --all"
    )
    return print(way)


class _Shelf:
    """Puts articles on the user's shelf and remembers how that went."""

    def __init__(self, places: Paths) -> None:
        self._places = places
        self._kept: list[dict[str, object]] = []
        self.failures: list[str] = []

    def take(self, sources: Iterator[Source]) -> None:
        """Keeps what can be had; what cannot becomes a failure."""
        for source in sources:
            try:
                self._keep(source())
            except UserError as error:
                self.failures.append(str(error))

    def _keep(self, offer: Offer) -> None:
        from reader.shelf.library import keep

        kept = keep(self._places, offer.article, offer.original, offer.suffix)
        self._kept.append({"title": offer.article.title, "path": str(kept.path), "new": kept.new})

    def report(self, *, as_json: bool) -> None:
        """Prints what was kept. Raises CommandError with the last failure, once the others are told."""
        if as_json and self._kept:
            print_json(self._kept)
        for kept in [] if as_json else self._kept:
            print(f"{'added' if kept['new'] else 'on the shelf already'}: {kept['title']} · {kept['path']}")
        for failure in self.failures[:-1]:
            print(f"reader: {failure}", file=sys.stderr)
        if self.failures:
            raise CommandError(self.failures[-1])
