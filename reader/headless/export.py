"""`reader export`: the annotations as Markdown, to a file or to standard output."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.exporting import as_json, as_markdown, chosen, counted, write_export

from .common import open_notebook

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "The annotations as Markdown."


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to FILE (else to standard output)"
    )
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="only what has this tag, or one below it"
    )
    parser.add_argument(
        "--article",
        action="append",
        default=[],
        type=Path,
        metavar="PATH",
        help="only what is on this article",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is no export")
    parser.add_argument("--json", action="store_true", help="the annotations as JSON instead")


def run(options: Namespace) -> None:
    """Writes the chosen annotations."""
    from reader.articles.loading import load

    articles = {load(path).id for path in options.article}
    with open_notebook(options.data) as notebook:
        annotations = chosen(notebook, options.tag, articles)
    text = as_json(annotations) if options.json else as_markdown(annotations)
    if options.output is None:
        print(text, end="")
    else:
        write_export(options.output, text, force=options.force)
        print(f"{counted(annotations)} written to {options.output}")
