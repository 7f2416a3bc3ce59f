"""`reader add SOURCE…`: adds articles from anywhere to the shelf."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from reader.base.errors import UserError
from reader.base.paths import Paths, paths
from reader.base.phrases import counted
from reader.cli.argument_types import positive
from reader.cli.output import print_json, shown, warn
from reader.shelf.adding import Added, add, add_bytes, add_items
from reader.shelf.feeds import Feed
from reader.shelf.folder import ShelvedArticle

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Add articles to the shelf: files, folders, archives, web pages, feeds, or - for standard input."


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
    folders, articles, failures = paths(options.data), list[ShelvedArticle](), list[str]()
    for source in options.sources:
        try:
            added = _added(folders, source, options)
        except UserError as error:
            failures.append(str(error))
        else:
            articles += added.articles
            failures += added.problems
    _report(articles, failures, as_json=options.json)


def _added(folders: Paths, source: str, options: Namespace) -> Added:
    """The articles of one source, on the shelf; of a feed without chosen items none, which are listed."""
    if source == "-":
        return add_bytes(folders, _standard_input(), "standard input")
    added = add(folders, source)
    if isinstance(added, Added):
        return added
    if options.all or options.item:
        return _add_from_feed(folders, added, source, options)
    _list(added, source, as_json=options.json)
    return Added()


def _standard_input() -> bytes:
    from reader.articles.limits import LARGEST_FILE, refuse_large

    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    refuse_large(data, "standard input", LARGEST_FILE)
    return data


def _add_from_feed(folders: Paths, feed: Feed, source: str, options: Namespace) -> Added:
    """Adds the chosen items."""
    if feed.of_feeds:
        raise UserError(f"{source} lists feeds, not articles; add one of them by its address")
    numbers = range(1, len(feed.items) + 1) if options.all else options.item
    if unknown := [number for number in numbers if number > len(feed.items)]:
        raise UserError(f"{source} has no item {unknown[0]}; its items are numbered 1 to {len(feed.items)}")
    return add_items(folders, [feed.items[number - 1] for number in numbers])


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


def _report(articles: Sequence[ShelvedArticle], failures: Sequence[str], *, as_json: bool) -> None:
    """Prints what was added. Raises UserError with the last failure, after the others are printed."""
    if as_json and articles:
        print_json([{"title": each.title, "path": str(each.path), "new": each.new} for each in articles])
    for each in () if as_json else articles:
        print(f"{'added' if each.new else 'already on the shelf'}: {each.title} · {shown(each.path)}")
    for each in articles:
        if each.notice:
            warn(f"{each.title}: {each.notice}")
    for failure in failures[:-1]:
        warn(failure)
    if failures:
        raise UserError(failures[-1])
