"""`reader codebook`: the tags with what they mean, and what can be done to them as wholes."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.cli import codebook_actions as actions
from reader.cli.common import print_json
from reader.cli.filters import add_filters
from reader.notes.opening import open_notebook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotations.codebook import CodebookEntry
    from reader.notes.notebook import Notebook

__all__ = ["ABOUT", "arguments", "as_json", "as_text", "run"]

ABOUT = "The tags: how often each is used, colour, glyph, description. Each change is one step of undo."

_TAG = "a tag; a/b is nested in a, and goes along with it"


def arguments(parser: ArgumentParser) -> None:
    """What the command takes: what is to be done, and to which tags. Without an action it lists them."""
    parser.add_argument("--json", action="store_true", help="the list as JSON")
    parser.set_defaults(do=_listed)
    of_tags = parser.add_subparsers(metavar="ACTION", title="actions")

    def action(name: str, do: Callable[[Namespace, Notebook], str], about: str, *tags: str) -> ArgumentParser:
        made = of_tags.add_parser(name, help=about, description=about)
        made.set_defaults(do=do)
        for tag in tags:
            made.add_argument(tag.lower(), metavar=tag, help=_TAG)
        return made

    listing = action("list", _listed, "list the tags, as without an action")
    listing.add_argument("--json", action="store_true", default=SUPPRESS, help="the list as JSON")
    action("rename", actions.rename, "call a tag and all that is nested in it something else", "OLD", "NEW")
    merging = action("merge", actions.merge, "make several tags one")
    merging.add_argument("tags", metavar="TAG", nargs="+", help=_TAG)
    merging.add_argument("--into", metavar="TAG", required=True, help="may be one of them, or new")
    _add_choice(action("split", actions.split, "give some annotations another tag instead", "OLD", "NEW"))
    action("remove", actions.remove, "take a tag, with all nested in it, from every annotation", "TAG")
    describing = action("describe", actions.describe, "say what a tag means; it need not be in use", "TAG")
    describing.add_argument("--colour", "--color", metavar="NAME", help='"" for none')
    describing.add_argument("--glyph", metavar="SIGN", help='one character, "" for none')
    describing.add_argument("--description", metavar="TEXT", help='"" for none')
    importing = action("import", actions.import_, "describe tags as a CSV file says; others stay as they are")
    importing.add_argument("file", metavar="FILE", type=Path)
    exporting = action("export", actions.export, "write all tags as CSV, to be edited and imported again")
    exporting.add_argument("-o", "--output", type=Path, metavar="FILE", help="else to standard output")
    exporting.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_choice(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--annotation", metavar="ID", action="append", default=[], help="this one; may be given several times"
    )
    add_filters(parser)


def run(options: Namespace) -> None:
    """Does what was asked for, and says what came of it."""
    with open_notebook(options.data) as notebook:
        said = options.do(options, notebook)
    if said:
        print(said)


def as_json(entries: Sequence[CodebookEntry]) -> list[dict[str, Any]]:
    """The tags with their use: `own` annotations have the tag, `nested` have it or one nested in it."""
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
    """The same for people, one a line."""
    return "\n".join(map(_line, entries)) or "no tags yet: reader annotate --tag, or t in the app, makes them"


def _line(entry: CodebookEntry) -> str:
    tag, count = entry.tag, f"{entry.own}"
    if entry.nested != entry.own:
        count += f" ({entry.nested} with nested)"
    facts = (f"{tag.glyph} #{tag.name}".strip(), count, tag.colour, tag.description)
    return "  " * entry.depth + "  ".join(fact for fact in facts if fact)


def _listed(options: Namespace, notebook: Notebook) -> str:
    found = notebook.codebook_entries()
    if not options.json:
        return as_text(found)
    print_json(as_json(found))
    return ""
