"""`reader match A B`: what two articles share, and how it differs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.base.phrases import counted
from reader.cli.common import CommandError, print_export, print_json

if TYPE_CHECKING:
    from reader.articles.model import Article
    from reader.exchange.formats import ExportFormat
    from reader.matching.model import Alignment

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "What two articles share, and how it differs."


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    from reader.exchange.formats import MATCH_FORMATS

    parser.add_argument("a", metavar="A", type=Path)
    parser.add_argument("b", metavar="B", type=Path)
    parser.add_argument(
        "--threshold", type=_score, metavar="N", help="show matches that score at least N of 100"
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument(
        "--json", action="store_true", help="one JSON object; offsets in code points of the files"
    )
    for known in MATCH_FORMATS:
        formats.add_argument(
            f"--{known.name}", action="store_const", dest="format", const=known, help=known.about
        )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write one of these three to FILE, by its ending"
    )


def _score(text: str) -> float:
    score = float(text)
    if not 0 <= score <= 100:
        raise ValueError(text)
    return score


def run(options: Namespace) -> None:
    """Matches the two articles and prints what was found, or writes it to a file."""
    from reader.articles.loading import load
    from reader.cli import match_report
    from reader.differences.compare import compare
    from reader.matching.thresholds import DEFAULT_THRESHOLD, FLOOR

    if options.json and options.output:
        raise CommandError("--json goes to standard output: leave --output away")
    a, b = load(options.a), load(options.b)
    threshold = DEFAULT_THRESHOLD if options.threshold is None else options.threshold
    alignment = compare(a, b, floor=min(FLOOR, threshold))
    if options.format or options.output:
        _export((a, b), alignment, threshold, options)
    elif options.json:
        print_json(match_report.as_json(a, b, alignment, threshold))
    else:
        print(match_report.as_text(a, b, alignment, threshold))


def _export(
    articles: tuple[Article, Article], found: Alignment, threshold: float, options: Namespace
) -> None:
    from reader.exchange.collecting import export_of_matches
    from reader.exchange.exporting import render, write_export
    from reader.exchange.formats import MATCH_FORMATS, format_of

    kind: ExportFormat = options.format or format_of(options.output, MATCH_FORMATS)
    matches = found.above(threshold)
    content = render(export_of_matches(articles, matches, threshold), kind)
    if options.output is None:
        print_export(content)
    else:
        write_export(options.output, content, kind=kind)
        print(f"{counted(len(matches), 'match')} written to {options.output}")
