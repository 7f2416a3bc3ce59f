"""`reader restore ID…`: restores deleted annotations, or the annotations in a rescue file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from annotations.wording import quotes
from reader.base.sanitizing import sanitize_line
from reader.notes.opening import open_notebook

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = (
    "Restore deleted annotations as they last were, or bring back a rescue file, which reader wrote when it "
    "could not save. Either is one step that can be undone."
)


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument(
        "ids", metavar="ID", nargs="+", help="an id, as reader history prints it; or a rescue file"
    )


def run(options: Namespace) -> None:
    """Restores all of them or none, and prints one line for each; of a rescue file, a report."""
    if len(options.ids) == 1 and Path(options.ids[0]).is_file():
        _restore_file(options, Path(options.ids[0]))
        return
    with open_notebook(options.data) as notebook:
        restored = notebook.restore(*map(sanitize_line, options.ids))
    for annotation in restored:
        print(f"restored: {annotation.id}  {quotes(annotation, 60)}")


def _restore_file(options: Namespace, path: Path) -> None:
    """Merges a rescue file, which removes nothing that is newer in the annotations file."""
    from annotations.merging.sides import side_of_file
    from reader.cli.merge import as_text, merge_into

    theirs = side_of_file(path)
    with open_notebook(options.data) as notebook:
        merged = merge_into(notebook, path, theirs)
    print(as_text(merged, theirs.notices))
