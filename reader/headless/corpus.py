"""`reader corpus index DIR` and `reader corpus matches [ARTICLE…]`: an archive, without a screen."""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from annotations.text import clean_line

from .common import CommandError

if TYPE_CHECKING:
    from reader.archive.model import Excerpt, Group
    from reader.archive.search import Archive

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "An archive of many articles: an index of it, and which of its sentences say nearly the same."

_EVERY = 2.0
"""Seconds between two words on how far the work is."""


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    actions = parser.add_subparsers(dest="action", metavar="index | matches", required=True)
    about = "make an index of articles, or bring it up to date"
    index = actions.add_parser("index", help=about, description=about)
    index.add_argument("root", metavar="DIR", type=Path, help="a folder, zip archive or file of JSON lines")
    index.add_argument("-o", "--output", metavar="INDEX", type=Path, help="keep the index in this folder")
    index.set_defaults(act=_index)
    about = "what articles of the archive say nearly alike"
    matches = actions.add_parser("matches", help=about, description=about)
    matches.add_argument(
        "articles", metavar="ARTICLE", nargs="*", type=Path, help="what of it the archive says, not all"
    )
    matches.add_argument("--index", metavar="INDEX", type=Path, help="the folder of the index, if several")
    matches.add_argument("--json", action="store_true", help="a JSON object a line; see docs/archive.md")
    matches.add_argument(
        "--min-articles", type=_count, metavar="N", default=2, help="of all: what N articles say, or more"
    )
    matches.add_argument(
        "--max-articles",
        type=_count,
        metavar="N",
        default=100,
        help="of all: not what more articles say (else 100)",
    )
    matches.add_argument(
        "--threshold", type=_score, metavar="N", help="show what scores at least N of 100 (else 50)"
    )
    matches.set_defaults(act=_matches)
    for action in (index, matches):
        action.add_argument(
            "--jobs",
            type=_count,
            metavar="N",
            default=os.cpu_count() or 1,
            help="use N processors, not all",
        )


def _count(text: str) -> int:
    if int(text) < 1:
        raise ArgumentTypeError(f"{text} is less than 1")
    return int(text)


def _score(text: str) -> float:
    if not 0 <= (score := float(text)) <= 100:
        raise ArgumentTypeError(f"{text} is not from 0 to 100")
    return score


def run(options: Namespace) -> None:
    """Makes the index, or prints what was found in it."""
    options.act(options)


def _index(options: Namespace) -> None:
    from reader.archive.update import update

    folder = options.output or _folder(options)
    report = update(options.root, folder, options.jobs, _reporter())
    for problem in report.problems:
        print(f"reader: not read: {clean_line(problem)}", file=sys.stderr)
    print(
        f"{report.articles:,} articles, {report.sentences:,} sentences in {folder}\n"
        f"read {report.read:,}, unchanged {report.unchanged:,}, removed {report.removed:,}, "
        f"could not be read {len(report.problems):,}"
    )


def _matches(options: Namespace) -> None:
    from reader.archive.search import Archive

    with Archive.opened(options.index or _only_index(options)) as archive:
        shown = 0
        for group in _found(archive, options):
            print(_as_json(group) if options.json else _as_text(group), flush=True)
            shown += 1
    if not shown and not options.json:
        print("No two articles say nearly the same, at this threshold.")


def _found(archive: Archive, options: Namespace) -> Iterator[Group]:
    from reader.archive.verify import THRESHOLD
    from reader.articles.loading import load

    threshold = THRESHOLD if options.threshold is None else options.threshold
    if not options.articles:
        pairs = archive.pairs(threshold, jobs=options.jobs, progress=_reporter())
        yield from _usual(archive.groups(pairs, options.min_articles), options.max_articles)
    for path in options.articles:
        yield from archive.like(load(path), threshold)


def _usual(groups: Iterator[Group], most: int) -> Iterator[Group]:
    """The groups without those of more articles: boilerplate, of which only the number is told."""
    recurring = 0
    for group in groups:
        if group.articles <= most:
            yield group
        else:
            recurring += 1
    if recurring:
        print(
            f"reader: left out as boilerplate: {recurring:,} that over {most} articles say (--max-articles)",
            file=sys.stderr,
        )


def _shelf(options: Namespace) -> Path:
    """The folder of the indexes that have no place of their own."""
    from reader.paths import paths

    return paths(options.data).data / "corpora"


def _folder(options: Namespace) -> Path:
    from reader.files import slug

    root = options.root.resolve()
    mark = hashlib.sha256(os.fsencode(root)).hexdigest()[:8]
    return _shelf(options) / f"{slug(root.name, 'corpus')}-{mark}"


def _only_index(options: Namespace) -> Path:
    shelf = _shelf(options)
    found = sorted(path for path in shelf.glob("*") if path.is_dir())
    if not found:
        raise CommandError('there is no index yet; make one with "reader corpus index DIR"')
    if len(found) > 1:
        names = ", ".join(clean_line(str(path)) for path in found)
        raise CommandError(f"there are several indexes: name one with --index: {names}")
    return found[0]


def _reporter() -> Callable[[str, int, int], None]:
    """Tells on standard error, every other second, how far the work is."""
    next_time = monotonic() + _EVERY

    def report(what: str, done: int, total: int) -> None:
        nonlocal next_time
        if monotonic() >= next_time:
            print(f"reader: {what} … {done:,} of {total:,}", file=sys.stderr, flush=True)
            next_time = monotonic() + _EVERY

    return report


def _as_text(group: Group) -> str:
    heading = f"{group.score:3.0f}  {group.kind}"
    if group.articles > 2:
        heading += f", {group.articles} articles"
    return "\n".join([heading, *(line for excerpt in group.excerpts for line in _lines(excerpt))]) + "\n"


def _lines(excerpt: Excerpt) -> Iterator[str]:
    known = (excerpt.article.title, excerpt.article.source, excerpt.article.date)
    yield f"  {' · '.join(part for part in known if part)}"
    yield f"     {clean_line(excerpt.text)}"


def _as_json(group: Group) -> str:
    import json

    return json.dumps(
        {
            "kind": str(group.kind),
            "score": round(group.score, 1),
            "articles": group.articles,
            "passages": [_passage(excerpt) for excerpt in group.excerpts],
        },
        ensure_ascii=False,
    )


def _passage(excerpt: Excerpt) -> dict[str, Any]:
    article = excerpt.article
    return {
        **{name: getattr(article, name) for name in ("title", "source", "date", "url", "place")},
        "start": excerpt.start,
        "end": excerpt.end,
        "text": excerpt.text,
    }
