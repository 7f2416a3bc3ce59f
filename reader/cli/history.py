"""`reader history`: shows who changed which annotations, and when."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from annotations.wording import changed
from reader.base.errors import UserError
from reader.base.phrases import shortened
from reader.base.sanitizing import sanitize_line
from reader.cli.argument_types import positive
from reader.cli.output import print_json
from reader.notes.opening import open_notebook

if TYPE_CHECKING:
    from annotations.store import Change

__all__ = ["ABOUT", "arguments", "as_text", "run"]

ABOUT = "Show who changed which annotations, and when (UTC), the last change first."

_QUOTE, _VALUE = 60, 40  # code points shown of each


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("--annotation", metavar="ID", help="show only the changes of this annotation")
    parser.add_argument("--limit", type=positive, metavar="N", help="show only the last N changes")
    parser.add_argument("--json", action="store_true", help="print the changes as JSON, with whole texts")


def run(options: Namespace) -> None:
    """Prints the changes, one a line."""
    from dataclasses import asdict

    with open_notebook(options.data) as notebook:
        changes = notebook.history()[::-1]
    if options.annotation:
        changes = tuple(change for change in changes if change.id == options.annotation)
        if not changes:
            raise UserError(f"the history has no annotation {sanitize_line(options.annotation)}")
    changes = changes[: options.limit]
    if options.json:
        print_json([asdict(change) for change in changes])
    else:
        print(as_text(changes))


def as_text(changes: tuple[Change, ...]) -> str:
    """The changes for people, one a line: time, author, action, the annotated words, id, fields."""
    return "\n".join(map(_line, changes)) or "no changes yet"


def _line(change: Change) -> str:
    moment = change.at[:19].replace("T", " ")
    action = f"{change.way}: {change.verb}" if change.way else change.verb
    fields = (changed(field, _VALUE) for field in change.fields)
    facts = (moment, change.author, action, shortened(change.words, _QUOTE), change.id, "; ".join(fields))
    return "  ".join(fact for fact in facts if fact)
