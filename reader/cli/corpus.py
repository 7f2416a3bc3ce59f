"""`reader corpus index DIR` and `reader corpus matches [ARTICLE…]`: an archive, without a screen."""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from reader.base.sanitizing import sanitize_line
from reader.cli.common import progress_told

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "An archive of many articles: an index of it, and which of its sentences say nearly the same."


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    actions = parser.add_subparsers(dest="action", metavar="index | matches", required=True)
    about = "make an index of articles, or bring it up to date"
    index = actions.add_parser("index", help=about, description=about)
    index.add_argument(
        "root", metavar="DIR", type=Path, help="a folder, a zip archive, a file of JSON lines or Parquet"
    )
    index.add_argument("-o", "--output", metavar="INDEX", type=Path, help="keep the index in this folder")
    index.set_defaults(act=_index)
    about = "what articles of the archive say nearly alike"
    matches = actions.add_parser("matches", help=about, description=about)
    _what(matches)
    _where(matches)
    matches.set_defaults(act=_matches)
    for action in (index, matches):
        action.add_argument(
            "--jobs",
            type=count,
            metavar="N",
            default=os.cpu_count() or 1,
            help="use N processors, not all",
        )


def _what(matches: ArgumentParser) -> None:
    """What is asked for, and how it is told."""
    matches.add_argument(
        "articles", metavar="ARTICLE", nargs="*", type=Path, help="what of it the archive says, not all"
    )
    matches.add_argument("--json", action="store_true", help="a JSON object a line; see docs/archive.md")
    matches.add_argument(
        "--min-articles", type=count, metavar="N", help="of all: what N articles say, or more (else 2)"
    )
    matches.add_argument(
        "--max-articles",
        type=count,
        metavar="N",
        help="of all: not what more articles say (else 100): it is boilerplate",
    )
    matches.add_argument(
        "--threshold", type=score, metavar="N", help="show what scores at least N of 100 (else 50)"
    )


def _where(matches: ArgumentParser) -> None:
    """Where it is looked for, and where it goes to."""
    matches.add_argument("--index", metavar="INDEX", type=Path, help="the folder of the index, if several")
    matches.add_argument(
        "--found", metavar="FILE", type=Path, help="show what was found before, and written with -o"
    )
    matches.add_argument(
        "-o", "--output", metavar="FILE", help="write all pairs to a Parquet file, for reader FILE to open"
    )
    matches.add_argument("--force", action="store_true", help="write over a file that is there")
    cluster = matches.add_argument_group("an archive that outgrows one machine; see docs/scale.md")
    cluster.add_argument(
        "--engine", choices=("local", "spark"), default="local", help="spark: without an index, on a cluster"
    )
    cluster.add_argument("--corpus", metavar="PARQUET", help="the articles: a file, folder or URI of Parquet")
    cluster.add_argument("--master", metavar="URL", help="Spark's master (else this machine)")


def count(text: str) -> int:
    if int(text) < 1:
        raise ArgumentTypeError(f"{text} is less than 1")
    return int(text)


def score(text: str) -> float:
    if not 0 <= (number := float(text)) <= 100:
        raise ArgumentTypeError(f"{text} is not from 0 to 100")
    return number


def run(options: Namespace) -> None:
    """Makes the index, or prints what was found in it."""
    options.act(options)


def _index(options: Namespace) -> None:
    from reader.archive.update import update

    folder = options.output or _folder(options)
    report = update(options.root, folder, options.jobs, progress_told())
    for problem in report.problems:
        print(f"reader: not read: {sanitize_line(problem)}", file=sys.stderr)
    print(
        f"{report.articles:,} articles, {report.sentences:,} sentences in {folder}\n"
        f"read {report.read:,}, unchanged {report.unchanged:,}, removed {report.removed:,}, "
        f"could not be read {len(report.problems):,}"
    )


def _folder(options: Namespace) -> Path:
    """The folder of the index of DIR that has no place of its own."""
    from reader.base.files import slug
    from reader.base.paths import paths

    root = options.root.resolve()
    mark = hashlib.sha256(os.fsencode(root)).hexdigest()[:8]
    return paths(options.data).indexes / f"{slug(root.name, 'corpus')}-{mark}"


def _matches(options: Namespace) -> None:
    from reader.cli.corpus_matches import find

    find(options)
