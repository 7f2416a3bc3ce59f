"""The options that choose among annotations, and the filter that they make."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotations.filtering import STATES, Filter, Only, has_tag
from annotations.model import COLOURS, ArticleReference
from reader.base.sanitizing import sanitize_line
from reader.cli.common import CommandError
from reader.notes.notebook import Notebook, reference

__all__ = ["add_filters", "filter_and_order", "filter_of"]

_NEAR, _MOST_NEAR = 60, 3
"""Likeness (rapidfuzz's ratio, 0-100) from which a tag may have been meant, and how many are named."""

_BEGINNING_OF_A_TIME = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d{1,3}Z?)?)?)?)?)?)?")


def add_filters(parser: ArgumentParser) -> None:
    """Lets a command choose annotations. Each option may be given several times and means any of them."""
    group = parser.add_argument_group("which annotations (of each option given several times, any)")
    several: dict[str, Any] = {"action": "append", "default": []}
    group.add_argument("--tag", metavar="TAG", help="those with this tag, or one below it", **several)
    group.add_argument("--article", metavar="ARTICLE", help="on this article: path, id or address", **several)
    group.add_argument(
        "--between", nargs="+", default=[], metavar="ARTICLE", help="on each of these: pairs of a comparison"
    )
    group.add_argument("--colour", "--color", choices=COLOURS, metavar="NAME", **several)
    group.add_argument("--author", metavar="NAME", **several)
    group.add_argument(
        "--relation", metavar="WORDS", help="pairs with this relation: contradicts, …", **several
    )
    group.add_argument("--state", choices=STATES, help="how surely their words are found again", **several)
    group.add_argument("--since", type=_date, metavar="DATE", help="made then or later (UTC)")
    group.add_argument("--until", type=_date, metavar="DATE", help="made then or before (UTC)")
    group.add_argument("--only", type=Only, choices=list(Only), help="one kind of them")


def filter_of(options: Namespace, notebook: Notebook) -> Filter:
    """The filter of `filter_and_order`."""
    return filter_and_order(options, notebook)[0]


def filter_and_order(options: Namespace, notebook: Notebook) -> tuple[Filter, list[ArticleReference]]:
    """The filter that the options make; of a tag that no annotation has, that is said on standard error.

    Raises CommandError for an article that nothing is known of.
    """
    for tag in options.tag:
        if not any(has_tag(annotation, tag) for annotation in notebook.all()):
            print(f"reader: {_not_in_use(tag, notebook)}", file=sys.stderr)
    articles = [_named(name, notebook) for name in options.article]
    between = [_named(name, notebook) for name in options.between]
    accepted = Filter(
        tags=tuple(options.tag),
        articles=frozenset().union(*map(_keys, articles)),
        between=tuple(map(_keys, between)),
        colours=tuple(options.colour),
        authors=tuple(options.author),
        relations=tuple(options.relation),
        states=tuple(options.state),
        since=options.since or "",
        until=options.until or "",
        only=options.only,
    )
    return accepted, [reference for references in (*between, *articles) for reference in references]


def _not_in_use(wanted: str, notebook: Notebook) -> str:
    """That no annotation has a tag, and which of those in use are near it."""
    from rapidfuzz import fuzz, process

    name, in_use = sanitize_line(wanted).lstrip("#"), [tag for tag, _uses in notebook.tags()]
    near = process.extract(
        name, in_use, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=_NEAR, limit=_MOST_NEAR
    )
    told = f"; near it: {', '.join(f'#{tag}' for tag, *_ in near)}" if near else ""
    return f"no annotation has the tag #{name}{told}"


def _date(text: str) -> str:
    if not _BEGINNING_OF_A_TIME.fullmatch(text):
        raise ArgumentTypeError(f"{text!r} is no date: write it as 2026-02-03")
    return text


def _named(name: str, notebook: Notebook) -> list[ArticleReference]:
    """The article at a path, else the articles of that id, address, path or title that annotations are on."""
    from reader.articles.errors import ArticleError
    from reader.articles.loading import load

    try:
        return [reference(load(Path(name)))]
    except ArticleError as error:
        articles = {
            target.article.id: target.article
            for annotation in notebook.all()
            for target in annotation.targets
            if name in (target.article.id, target.article.url, target.article.path, target.article.title)
        }
        if not articles:
            raise CommandError(f"{error}; and no annotation is on an article of that name") from error
        return list(articles.values())


def _keys(articles: Sequence[ArticleReference]) -> frozenset[str]:
    """The ids and checksums of articles."""
    return frozenset(key for article in articles for key in (article.id, article.sha256))
