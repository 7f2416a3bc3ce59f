"""`reader corpus index DIR` and `reader corpus matches [ARTICLE…]`: index an archive, and search it."""

from __future__ import annotations

import hashlib
import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.argument_types import positive, score
from reader.cli.output import warn
from reader.cli.progress import count_reporter

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Index an archive of many articles, and find the passages that several of them share."


def arguments(parser: ArgumentParser) -> None:
    """Adds the two actions with their arguments."""
    actions = parser.add_subparsers(dest="action", metavar="index | matches", required=True)
    about = "index the articles of an archive, or update its index"
    index = actions.add_parser("index", help=about, description=about)
    index.add_argument(
        "root", metavar="DIR", type=Path, help="a folder, a zip archive, or a file of JSON lines or Parquet"
    )
    index.add_argument(
        "-o",
        "--output",
        metavar="INDEX",
        type=Path,
        help="keep the index in this folder",
    )
    index.set_defaults(act=_index)
    about = "find passages that several articles of the archive share"
    matches = actions.add_parser("matches", help=about, description=about)
    _add_query(matches)
    _add_places(matches)
    matches.set_defaults(act=_matches)
    for action in (index, matches):
        action.add_argument(
            "--jobs",
            type=positive,
            metavar="N",
            default=os.cpu_count() or 1,
            help="use N processors (default: all)",
        )


def _add_query(matches: ArgumentParser) -> None:
    """Adds the articles and limits of a search, and the form of its output."""
    matches.add_argument(
        "articles",
        metavar="ARTICLE",
        nargs="*",
        type=Path,
        help="show passages that this article shares with the archive",
    )
    matches.add_argument(
        "--json", action="store_true", help="print one JSON object per line (docs/archive.md)"
    )
    matches.add_argument(
        "--min-articles", type=positive, metavar="N", help="show groups of N articles or more (default: 2)"
    )
    matches.add_argument(
        "--max-articles",
        type=positive,
        metavar="N",
        help="omit groups of more than N articles as boilerplate (default: 100)",
    )
    matches.add_argument(
        "--threshold",
        type=score,
        metavar="N",
        help="show passages that score at least N of 100 (default: 50)",
    )


def _add_places(matches: ArgumentParser) -> None:
    """Adds the places to search, and the place for the results."""
    matches.add_argument(
        "--index", metavar="INDEX", type=Path, help="the folder of the index, if there are several"
    )
    matches.add_argument(
        "--found", metavar="FILE", type=Path, help="show results that an earlier search wrote with -o"
    )
    matches.add_argument(
        "-o", "--output", metavar="FILE", help="write all pairs to a Parquet file; open it with reader FILE"
    )
    matches.add_argument("--force", action="store_true", help="replace an existing file")
    cluster = matches.add_argument_group("archives too large for one machine; see docs/scale.md")
    cluster.add_argument(
        "--engine",
        choices=("local", "spark"),
        default="local",
        help="spark searches on a cluster",
    )
    cluster.add_argument("--corpus", metavar="PARQUET", help="the articles: a file, folder or URI of Parquet")
    cluster.add_argument("--master", metavar="URL", help="the Spark master (default: this machine)")


def run(options: Namespace) -> None:
    """Indexes the archive, or searches it."""
    options.act(options)


def _index(options: Namespace) -> None:
    from reader.archive.update import update

    folder = options.output or _folder(options)
    report = update(options.root, folder, options.jobs, count_reporter())
    for problem in report.problems:
        warn(f"skipped: {problem}")
    print(
        f"{report.articles:,} articles, {report.sentences:,} sentences in {folder}\n"
        f"read {report.read:,}, unchanged {report.unchanged:,}, removed {report.removed:,}, "
        f"skipped {len(report.problems):,}"
    )


def _folder(options: Namespace) -> Path:
    """The folder of the index of DIR, unless --output names one."""
    from reader.base.files import slug
    from reader.base.paths import paths

    root = options.root.resolve()
    mark = hashlib.sha256(os.fsencode(root)).hexdigest()[:8]
    return paths(options.data).indexes / f"{slug(root.name, 'corpus')}-{mark}"


def _matches(options: Namespace) -> None:
    from reader.cli.corpus_matches import search

    search(options)
