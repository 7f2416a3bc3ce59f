"""`reader story PATH…`: compares 3 to 50 articles about one event."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from textwrap import shorten

from reader.articles.corpus import open_corpus
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.phrases import counted
from reader.base.sanitizing import sanitize_line
from reader.cli.argument_types import output_file, score
from reader.cli.output import print_export, refuse_existing, shown, warn
from reader.cli.progress import share_reporter
from reader.matching.thresholds import DEFAULT_THRESHOLD, FLOOR
from reader.story.model import Story
from reader.story.report.formats import format_of, story_report

__all__ = ["ABOUT", "arguments", "run"]

ABOUT = "Compare 3 to 50 articles about one event: facts, differences, omissions, copies."

_TITLE = 30
"""Characters of a title that identify an article in a warning."""


def arguments(parser: ArgumentParser) -> None:
    """Adds the arguments of the command."""
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="articles, or a folder of them")
    formats = parser.add_mutually_exclusive_group()
    for name, about in (
        ("json", "one JSON object; docs/story.md describes it"),
        ("markdown", "a Markdown document"),
        ("html", "a web page in one file"),
    ):
        formats.add_argument(f"--{name}", action="store_const", dest="format", const=name, help=about)
    parser.add_argument(
        "-o",
        "--output",
        type=output_file,
        metavar="FILE",
        help="write to FILE; its ending selects the format",
    )
    parser.add_argument("--force", action="store_true", help="replace an existing file")
    parser.add_argument(
        "--threshold",
        type=partial(score, lowest=FLOOR),
        metavar="N",
        default=DEFAULT_THRESHOLD,
        help="use matches that score at least N of 100 (default: %(default)g)",
    )


def run(options: Namespace) -> None:
    """Compares the articles and prints or writes the story."""
    kind = options.format or format_of(options.output or Path())
    if options.output:
        refuse_existing(options.output, force=options.force)
    articles = _articles(options.paths)
    story = _story(articles, options)
    _warn_of_several(story)
    content = story_report(story, options.threshold, kind)
    if options.output is None and kind == "text":
        print(content.rstrip("\n"))
    elif options.output is None:
        print_export(content.rstrip("\n") + "\n")
    else:
        from reader.base.files import write_file

        write_file(options.output, content)
        print(f"the story of {counted(len(articles), 'article')} written to {shown(options.output)}")


def _articles(paths: list[Path]) -> tuple[Article, ...]:
    from reader.story.build import MAX_ARTICLES, MIN_ARTICLES

    corpus = open_corpus(paths)
    for problem in corpus.problems:
        warn(f"skipped: {problem}")
    count = len(corpus.articles)
    if not MIN_ARTICLES <= count <= MAX_ARTICLES:
        way_out = '"reader match" compares two' if count < MIN_ARTICLES else "name fewer"
        limits = f"{MIN_ARTICLES} to {MAX_ARTICLES}"
        raise UserError(f"a story needs {limits} articles; you named {count}; {way_out}")
    return corpus.articles


def _story(articles: tuple[Article, ...], options: Namespace) -> Story:
    from reader.base.paths import paths
    from reader.story.build import build_story
    from reader.story.cache import AlignmentCache
    from reader.story.pairs import align_pairs

    cache = AlignmentCache(paths(options.data).alignments)
    story = build_story(align_pairs(articles, cache, share_reporter("matching")), options.threshold)
    if cache.problem:
        warn(cache.problem)
    return story


def _warn_of_several(story: Story) -> None:
    """Warns if the articles seem to be about several events."""
    from reader.story.queries import stories_in

    groups = stories_in(story)
    if 1 < len(groups) < len(story.articles):
        titles = [
            shorten(sanitize_line(article.title), _TITLE, placeholder=" …") for article in story.articles
        ]
        groups_of_titles = (", ".join(titles[number] for number in group) for group in groups)
        warn(f"these look like {len(groups)} stories: {' | '.join(groups_of_titles)}")
