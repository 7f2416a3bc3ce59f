"""`reader remove ARTICLE…`: removes articles from the shelf. Their annotations stay."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Remove articles from the shelf. Their annotations are kept, with the words they quote."


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument(
        "articles",
        metavar="ARTICLE",
        nargs="+",
        help="its title or path, as reader list prints it, or the beginning of its id or file name",
    )


def run(options: Namespace) -> None:
    """Removes them and prints one line for each. Stops at the first that cannot be removed."""
    from reader.base.paths import paths
    from reader.cli.output import shown
    from reader.shelf.folder import remove

    places = paths(options.data)
    for article in options.articles:
        print(f"removed: {shown(remove(places, article))}")
