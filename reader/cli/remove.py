"""`reader remove ARTICLE…`: articles off the shelf. Their annotations stay."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Take articles off the shelf. Annotations on them are kept, with the words they quote."


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "articles",
        metavar="ARTICLE",
        nargs="+",
        help="its title or path as `reader list` prints it, or the beginning of an id or file name",
    )


def run(options: Namespace) -> None:
    """Removes them, one line each; the first that cannot be had ends it."""
    from reader.base.paths import paths
    from reader.shelf.library import remove

    places = paths(options.data)
    for article in options.articles:
        print(f"removed: {remove(places, article)}")
