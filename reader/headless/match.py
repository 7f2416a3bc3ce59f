"""`reader match A B`: what two articles share, and how it differs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from .common import print_json

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "What two articles share, and how it differs."


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("a", metavar="A", type=Path)
    parser.add_argument("b", metavar="B", type=Path)
    parser.add_argument(
        "--threshold", type=_score, metavar="N", help="show matches that score at least N of 100"
    )
    parser.add_argument(
        "--json", action="store_true", help="one JSON object; offsets in code points of the files"
    )


def _score(text: str) -> float:
    score = float(text)
    if not 0 <= score <= 100:
        raise ValueError(text)
    return score


def run(options: Namespace) -> None:
    """Matches the two articles and prints what was found."""
    from reader.articles.loading import load
    from reader.matching.align import align
    from reader.matching.thresholds import DEFAULT_THRESHOLD, FLOOR

    from . import match_report

    a, b = load(options.a), load(options.b)
    threshold = DEFAULT_THRESHOLD if options.threshold is None else options.threshold
    alignment = align(a, b, floor=min(FLOOR, threshold))
    if options.json:
        print_json(match_report.as_json(a, b, alignment, threshold))
    else:
        print(match_report.as_text(a, b, alignment, threshold))
