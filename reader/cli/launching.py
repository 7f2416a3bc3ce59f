"""`reader` without a command: opens the app, or prints keys or file locations."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.base.version import __version__
from reader.cli.parsing import new_parser, parse
from reader.cli.progress import announced
from reader.cli.subcommands import overview

if TYPE_CHECKING:
    from reader.base.paths import Paths
    from reader.ui.launch import Launch

__all__ = ["launch"]

_ABOUT = (
    "Read several articles about one event side by side, "
    "see what they share and how they differ, and annotate."
)
_MORE = "\n".join(
    [
        "commands that work without a screen:",
        *overview(),
        "Each command has its own --help. To open a file with the name of a command, write ./match.",
    ]
)


def launch(arguments: Sequence[str]) -> int:
    """Does what the arguments say and returns the exit status, which is not 0 if the app broke down."""
    options = parse(_parser(), arguments)
    if options.keys:
        from reader.cli.lookup import print_keys

        print_keys()
        return 0
    from reader.base.paths import paths

    places = paths(options.data)
    if options.show_paths:
        from reader.cli.lookup import print_paths

        print_paths(places)
        return 0
    return _open_app(places, options)


def _parser() -> ArgumentParser:
    parser = new_parser("reader", _ABOUT, _MORE)
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="articles to compare, folders to choose from, or a Parquet file of matches in an archive",
    )
    start = parser.add_mutually_exclusive_group()
    start.add_argument(
        "--at", metavar="WORDS", default="", help="start at these words, or at the passage most like them"
    )
    start.add_argument(
        "--annotation",
        metavar="ID",
        help="open an annotation in its articles; the beginning of its id is enough",
    )
    parser.add_argument("--sample", action="store_true", help="open the articles that come with reader")
    parser.add_argument(
        "--paths", action="store_true", dest="show_paths", help="show file locations and exit"
    )
    parser.add_argument("--keys", action="store_true", help="list all keys and exit")
    parser.add_argument(
        "--version", action="version", version=f"reader {__version__}", help="show the version and exit"
    )
    return parser


def _open_app(places: Paths, options: Namespace) -> int:
    import gc

    gc.disable()  # until the first paint: collecting while Textual is imported costs a seventh of the start
    with announced("reading", after=0.5):
        start = _start(places, options)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual draws on standard error
        raise UserError("the app needs a terminal; reader --help lists the commands that work without one")
    from reader.ui.app import ReaderApp

    app = ReaderApp(start)
    app.run()
    if app.unsaved():
        raise UserError(app.unsaved())
    return app.return_code or 0


def _start(places: Paths, options: Namespace) -> Launch:
    from reader.base.settings import load_settings
    from reader.ui.launch import launch_at, launch_on

    settings = load_settings(places.settings)
    if options.annotation is None:
        return launch_on(places, settings, options.paths, sample=options.sample, at=options.at)
    from reader.notes.opening import open_notebook

    if options.paths or options.sample:
        raise UserError("--annotation opens the articles of the annotation; name no other articles")
    with open_notebook(options.data) as notebook:
        annotation = notebook.find(options.annotation)
    return launch_at(places, settings, annotation)
