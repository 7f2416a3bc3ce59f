"""`reader restore ID…`: restores deleted annotations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from annotations.wording import quotes
from reader.base.sanitizing import sanitize_line
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Restore deleted annotations as they last were, in one step that can be undone."


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="an id, as reader history prints it")


def run(options: Namespace) -> None:
    """Restores all of them or none, and prints one line for each."""
    with open_notebook(options.data) as notebook:
        restored = notebook.restore(*map(sanitize_line, options.ids))
    for annotation in restored:
        print(f"restored: {annotation.id}  {quotes(annotation, 60)}")
