"""The command line: `reader` opens the app, `reader match` and its like work without a screen.

Nothing is imported before it is wanted: textual takes a fifth of a second, argparse as long as Python itself.
"""

from __future__ import annotations

import sys

from reader.base.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from reader.base.paths import Paths
    from reader.ui.launch import Launch

__all__ = ["main"]

_VERSION = f"reader {__version__}"
_ABOUT = (
    "Read several articles of one event side by side: what they share, where they differ, your notes on both."
)
_MORE = """without a screen:
  reader match A B          what two articles share, and how it differs
  reader story PATH…        a whole story: what all say, who differs, who leaves out
  reader corpus index DIR   an archive of many articles; reader corpus matches: what it says twice
  reader annotate ARTICLE   make an annotation
  reader add SOURCE         put files, web pages, feeds on your shelf
  reader remove ARTICLE     take an article off it; its annotations stay
  reader list               the articles and the annotations
  reader export             the annotations as Markdown, HTML, CSV, JSON and more
  reader import FILE        annotations from such a file
  reader history            who changed what of the annotations, and when
  reader restore ID         bring deleted annotations back
  reader codebook           the tags: list, describe, rename, merge, split, import, export
  reader merge OTHER.json   bring another person’s annotations in
  reader agreement          how far several people’s tags agree: kappa, alpha
each has its own --help; a file of such a name is opened as ./match"""

_HEADLESS = {
    "match": "match",
    "story": "story",
    "corpus": "corpus",
    "annotate": "annotate",
    "list": "list",
    "export": "export",
    "import": "import_",
    "add": "add",
    "remove": "remove",
    "agreement": "agreement",
    "merge": "merge",
    "codebook": "codebook",
    "history": "history",
    "restore": "restore",
}
"""Each command with the module of reader.headless that does it."""

_WITH_VALUE = ("--data", "--at", "--annotation")
"""Options after which a word is no command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs reader; the exit status is 0, 1 where something could not be done, 2 where the words were off."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given == ["--version"]:
        print(_VERSION)
        return 0
    command, rest = _split(given)
    from reader.base.errors import UserError
    from reader.base.sanitizing import sanitize_line

    try:
        if command:
            _run(command, rest)
        else:
            return _launch(rest)
    except UserError as error:
        print(f"reader: {sanitize_line(str(error))}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has enough
        _leave_quietly()
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001  whatever nobody expected is a fault of ours
        from reader.base.faults import fault

        print(f"reader: {fault(error, f'running reader {command}'.rstrip())}", file=sys.stderr)
        return 1
    return 0


def _split(arguments: list[str]) -> tuple[str, list[str]]:
    """The headless command, if the first word is one, and the other arguments."""
    index = 0
    while index < len(arguments) and arguments[index].startswith("-"):
        index += 2 if arguments[index] in _WITH_VALUE else 1
    if index < len(arguments) and arguments[index] in _HEADLESS:
        return arguments[index], arguments[:index] + arguments[index + 1 :]
    return "", arguments


def _leave_quietly() -> None:
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(name: str, about: str, more: str = "") -> ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        f"reader {name}".strip(),
        description=about,
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--data", metavar="DIR", help="keep annotations in DIR, not in READER_DATA or the XDG data folder"
    )
    return parser


def _run(command: str, arguments: list[str]) -> None:
    from importlib import import_module

    module = import_module(f"reader.cli.{_HEADLESS[command]}")
    parser = _parser(command, module.ABOUT)
    module.arguments(parser)
    module.run(_parsed(parser, arguments))


def _parsed(parser: ArgumentParser, arguments: list[str]) -> Namespace:
    """The options. The data folder is chosen for child processes and the log too."""
    options = parser.parse_args(arguments)
    if options.data:
        import os

        os.environ["READER_DATA"] = options.data
    return options


def _launch(arguments: list[str]) -> int:
    from pathlib import Path

    parser = _parser("", _ABOUT, _MORE)
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="articles to compare, folders to choose from, or what was found in an archive (a Parquet file)",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--at", metavar="WORDS", default="", help="begin where an article has these words, or most like them"
    )
    where.add_argument(
        "--annotation",
        metavar="ID",
        help="open an annotation in its articles, by its id or how that begins",
    )
    parser.add_argument("--sample", action="store_true", help="open the articles that come with reader")
    parser.add_argument(
        "--paths", action="store_true", dest="show_paths", help="say where things are kept, and leave"
    )
    parser.add_argument("--keys", action="store_true", help="list all keys, and leave")
    parser.add_argument("--version", action="version", version=_VERSION)
    options = _parsed(parser, arguments)
    if options.keys:
        _print_keys()
        return 0
    from reader.base.paths import paths

    places = paths(options.data)
    if options.show_paths:
        _print_paths(places)
        return 0
    return _open(places, options)


def _print_keys() -> None:
    from reader.ui.commands import Context, commands_of

    for place in Context:
        print(f"{place}:")
        for command in commands_of(place):
            print(f"  {', '.join(command.keys):18} {command.id:26} {command.help}")


def _print_paths(places: Paths) -> None:
    from reader.base.resources import sample_corpus
    from reader.shelf.library import shelf_folder

    print(f"annotations  {places.annotations}")
    print(f"session      {places.session}")
    print(f"cache        {places.cache}")
    print(f"log          {places.log}")
    print(f"shelf        {shelf_folder(places)}")
    print(f"settings     {places.settings}")
    print(f"sample       {sample_corpus()}")


def _open(places: Paths, options: Namespace) -> int:
    """Runs the app; its exit status, which is not 0 where it broke down."""
    import gc

    gc.disable()  # until the first paint: collecting while Textual is imported costs a seventh of the start
    from reader.base.errors import UserError
    from reader.cli.common import saying

    with saying("reading", after=0.5):
        begin = _beginning(places, options)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):  # Textual draws on standard error
        raise UserError(
            "the app needs a terminal; without one there are match, annotate, list, export, add and remove"
        )
    from reader.ui.app import ReaderApp

    app = ReaderApp(begin)
    app.run()
    if app.unsaved():
        raise UserError(app.unsaved())
    return app.return_code or 0


def _beginning(places: Paths, options: Namespace) -> Launch:
    from reader.base.settings import load_settings
    from reader.ui.launch import launch_at, launch_on

    settings = load_settings(places.settings)
    if options.annotation is None:
        return launch_on(places, settings, options.paths, sample=options.sample, at=options.at)
    from reader.base.errors import UserError
    from reader.notes.opening import open_notebook

    if options.paths or options.sample:
        raise UserError("--annotation opens the articles that it is on: leave the paths away")
    with open_notebook(options.data) as notebook:
        annotation = notebook.meant(options.annotation)
    return launch_at(places, settings, annotation)


if __name__ == "__main__":
    sys.exit(main())
