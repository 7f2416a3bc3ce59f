"""`reader restore ID…`: deleted annotations brought back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from annotations.wording import quotes
from reader.base.sanitizing import sanitize_line
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Bring deleted annotations back as they last were; one step, which can be undone."


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="as `reader history` prints it")


def run(options: Namespace) -> None:
    """Restores all of them or none, and prints one line for each."""
    with open_notebook(options.data) as notebook:
        restored = notebook.restore(*map(sanitize_line, options.ids))
    for annotation in restored:
        print(f"restored: {annotation.id}  {quotes(annotation, 60)}")
