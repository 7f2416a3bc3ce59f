"""`reader codebook`: lists the tags with their meaning, and changes them everywhere at once."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli import codebook_actions as actions
from reader.cli.argument_types import output_file
from reader.cli.filters import add_filters
from reader.cli.output import print_json
from reader.notes.opening import open_notebook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.codebook import CodebookEntry
    from reader.notes.notebook import Notebook

__all__ = ["ABOUT", "arguments", "as_json", "as_text", "run"]

ABOUT = (
    "List the tags with uses, colour, glyph and description, or change them. Each change is one undo step."
)

_TAG = "a tag; tags nested in it (a/b in a) change with it"


def arguments(parser: ArgumentParser) -> None:
    """Adds the actions with their arguments. Without an action, the tags are listed."""
    parser.add_argument("--json", action="store_true", help="print the list as JSON")
    parser.set_defaults(do=_list)
    actions_parser = parser.add_subparsers(metavar="ACTION", title="actions")

    def action(name: str, do: Callable[[Namespace, Notebook], str], about: str, *tags: str) -> ArgumentParser:
        subparser = actions_parser.add_parser(name, help=about, description=about)
        subparser.set_defaults(do=do)
        for tag in tags:
            subparser.add_argument(tag.lower(), metavar=tag, help=_TAG)
        return subparser

    listing = action("list", _list, "list the tags (the default action)")
    listing.add_argument("--json", action="store_true", default=SUPPRESS, help="print the list as JSON")
    action("rename", actions.rename, "rename a tag and all tags nested in it", "OLD", "NEW")
    merging = action("merge", actions.merge, "merge several tags into one")
    merging.add_argument("tags", metavar="TAG", nargs="+", help=_TAG)
    merging.add_argument("--into", metavar="TAG", required=True, help="the tag that remains; it may be new")
    _add_choice(action("split", actions.split, "replace a tag on some annotations", "OLD", "NEW"))
    action("remove", actions.remove, "remove a tag, with all tags nested in it, from every annotation", "TAG")
    describing = action("describe", actions.describe, "set colour, glyph or description of a tag", "TAG")
    describing.add_argument("--colour", "--color", metavar="NAME", help='"" for none')
    describing.add_argument("--glyph", metavar="SIGN", help='one character, "" for none')
    describing.add_argument("--description", metavar="TEXT", help='"" for none')
    importing = action(
        "import", actions.import_, "read descriptions of tags from a CSV file; other tags do not change"
    )
    importing.add_argument("file", metavar="FILE", type=Path)
    exporting = action("export", actions.export, "write all tags as CSV, to edit and import again")
    exporting.add_argument(
        "-o", "--output", type=output_file, metavar="FILE", help="default: standard output"
    )
    exporting.add_argument("--force", action="store_true", help="replace an existing file")


def _add_choice(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--annotation", metavar="ID", action="append", default=[], help="this annotation; can be repeated"
    )
    add_filters(parser)


def run(options: Namespace) -> None:
    """Runs the action and prints its message."""
    with open_notebook(options.data) as notebook:
        message = options.do(options, notebook)
    if message:
        print(message)


def as_json(entries: Sequence[CodebookEntry]) -> list[dict[str, Any]]:
    """The tags with their uses: `own` annotations have the tag, `nested` have it or a tag nested in it."""
    return [
        {
            "tag": entry.tag.name,
            "colour": entry.tag.colour,
            "glyph": entry.tag.glyph,
            "description": entry.tag.description,
            "own": entry.own,
            "nested": entry.nested,
        }
        for entry in entries
    ]


def as_text(entries: Sequence[CodebookEntry]) -> str:
    """The tags for people, one a line."""
    return "\n".join(map(_line, entries)) or "no tags yet; press t in the app, or use reader annotate --tag"


def _line(entry: CodebookEntry) -> str:
    tag, count = entry.tag, f"{entry.own}"
    if entry.nested != entry.own:
        count += f" ({entry.nested} with nested)"
    facts = (f"{tag.glyph} #{tag.name}".strip(), count, tag.colour, tag.description)
    return "  " * entry.depth + "  ".join(fact for fact in facts if fact)


def _list(options: Namespace, notebook: Notebook) -> str:
    entries = notebook.codebook_entries()
    if not options.json:
        return as_text(entries)
    print_json(as_json(entries))
    return ""
