"""`reader match A B`: shows what two articles share and how they differ."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.cli.argument_types import output_file, score
from reader.cli.output import print_export, print_json, shown

if TYPE_CHECKING:
    from reader.articles.model import Article
    from reader.exchange.export_formats import ExportFormat
    from reader.matching.model import Alignment

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Show what two articles share and how they differ."


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    from reader.exchange.export_formats import MATCH_FORMATS
    from reader.matching.thresholds import DEFAULT_THRESHOLD

    parser.add_argument("a", metavar="A", type=Path, help="an article")
    parser.add_argument("b", metavar="B", type=Path, help="another article")
    parser.add_argument(
        "--threshold",
        type=score,
        metavar="N",
        default=DEFAULT_THRESHOLD,
        help="show matches that score at least N of 100 (default: %(default)g)",
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument(
        "--json", action="store_true", help="print one JSON object; offsets are code points of the files"
    )
    for kind in MATCH_FORMATS:
        formats.add_argument(
            f"--{kind.name}", action="store_const", dest="format", const=kind, help=kind.about
        )
    parser.add_argument(
        "-o",
        "--output",
        type=output_file,
        metavar="FILE",
        help="write to FILE; its ending selects the format",
    )


def run(options: Namespace) -> None:
    """Compares the two articles and prints the matches, or writes them to a file."""
    from reader.articles.loading import load
    from reader.cli import match_report
    from reader.differences.compare import compare
    from reader.differences.set_apart import compare_set_apart
    from reader.matching.thresholds import FLOOR

    if options.json and options.output:
        raise UserError("--json goes to standard output; omit --output")
    a, b = load(options.a), load(options.b)
    alignment = compare(a, b, floor=min(FLOOR, options.threshold))
    if options.format or options.output:
        _export((a, b), alignment, options)
    else:
        apart = compare_set_apart(a, b, options.threshold)
        report = (a, b, alignment, apart, options.threshold)
        if options.json:
            print_json(match_report.as_json(*report))
        else:
            print(match_report.as_text(*report))


def _export(articles: tuple[Article, Article], alignment: Alignment, options: Namespace) -> None:
    from reader.exchange.collecting import export_of_matches
    from reader.exchange.export_files import render, write_export
    from reader.exchange.export_formats import MATCH_FORMATS, format_of

    kind: ExportFormat = options.format or format_of(options.output, MATCH_FORMATS)
    matches = alignment.above(options.threshold)
    content = render(export_of_matches(articles, matches, options.threshold), kind)
    if options.output is None:
        print_export(content)
    else:
        write_export(options.output, content, kind=kind)
        print(f"{counted(len(matches), 'match')} written to {shown(options.output)}")
