"""`reader story PATH…`: a whole story of 3 to 50 articles, without a screen."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from textwrap import shorten
from time import monotonic

from reader.articles.corpus import open_corpus
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line
from reader.cli.common import CommandError, refuse_existing
from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.story.model import Story
from reader.story.report.formats import format_of, story_report

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "A whole story: what 3 to 50 articles all say, who says it otherwise, who leaves it out, who copies."

_EVERY = 1.0
"""Seconds between two words on how far the matching is."""


_TITLE = 30
"""Characters of a title by which an article is known."""


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="articles, or a folder of them")
    formats = parser.add_mutually_exclusive_group()
    for name, about in (
        ("json", "one JSON object; docs/story.md describes it"),
        ("markdown", "a Markdown document"),
        ("html", "a web page that needs nothing else"),
    ):
        formats.add_argument(f"--{name}", action="store_const", dest="format", const=name, help=about)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write to FILE, in the format that its ending says"
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument(
        "--threshold",
        type=_score,
        metavar="N",
        default=DEFAULT_THRESHOLD,
        help="count matches that score at least N of 100 (else %(default)g)",
    )


def _score(text: str) -> float:
    from reader.matching.thresholds import FLOOR

    score = float(text)
    if not FLOOR <= score <= 100:
        raise ArgumentTypeError(f"{text} is not from {FLOOR:g} to 100")
    return score


def run(options: Namespace) -> None:
    """Compares the articles and prints or writes what was found."""
    kind = options.format or format_of(options.output or Path())
    if options.output:
        refuse_existing(options.output, force=options.force)
    articles = _articles(options.paths)
    story = _told(articles, options)
    _warn_of_several(story)
    content = story_report(story, options.threshold, kind)
    if options.output is None:
        print(content.rstrip("\n"))
    else:
        from reader.base.files import write_file

        write_file(options.output, content)
        print(f"the story of {len(articles)} articles written to {options.output}")


def _articles(paths: list[Path]) -> tuple[Article, ...]:
    from reader.story.build import MAX_ARTICLES, MIN_ARTICLES

    corpus = open_corpus(paths)
    for problem in corpus.problems:
        print(f"reader: not read: {sanitize_line(problem)}", file=sys.stderr)
    count = len(corpus.articles)
    if not MIN_ARTICLES <= count <= MAX_ARTICLES:
        way_out = '"reader match" compares two' if count < MIN_ARTICLES else "name fewer"
        limits = f"{MIN_ARTICLES} to {MAX_ARTICLES}"
        raise CommandError(f"a story needs {limits} articles; you named {count}; {way_out}")
    return corpus.articles


def _told(articles: tuple[Article, ...], options: Namespace) -> Story:
    from reader.base.paths import paths
    from reader.story.build import build_story
    from reader.story.cache import AlignmentCache
    from reader.story.pairs import align_pairs

    known = AlignmentCache(paths(options.data).alignments)
    story = build_story(align_pairs(articles, known, _reporter()), options.threshold)
    if known.problem:
        print(f"reader: {known.problem}", file=sys.stderr)
    return story


def _warn_of_several(story: Story) -> None:
    """Says on standard error where the articles are hardly of one story."""
    from reader.base.sanitizing import sanitize_line
    from reader.story.queries import stories_in

    groups = stories_in(story)
    if 1 < len(groups) < len(story.articles):
        titles = [shorten(sanitize_line(one.title), _TITLE, placeholder=" …") for one in story.articles]
        told = " | ".join(", ".join(titles[number] for number in group) for group in groups)
        print(f"reader: these look like {len(groups)} stories: {told}", file=sys.stderr)


def _reporter() -> Callable[[float], None]:
    """Tells on standard error, if somebody looks there, how far the matching is."""
    looked_at = sys.stderr.isatty()
    next_time = monotonic() + _EVERY

    def report(share: float) -> None:
        nonlocal next_time
        if looked_at and monotonic() >= next_time:
            print(f"reader: matching … {share:.0%}", file=sys.stderr)
            next_time = monotonic() + _EVERY

    return report
