"""The options that choose among annotations, and the filter that they make."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotations.filtering import STATES, Filter, Only, has_tag
from annotations.model import COLOURS, ArticleReference
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.cli.argument_types import date_prefix
from reader.cli.output import warn
from reader.notes.notebook import Notebook
from reader.notes.references import reference

__all__ = ["add_filters", "filter_and_order", "filter_of", "warn_of_unused_tags"]

_SIMILAR, _SUGGESTIONS = 60, 3
"""The likeness (rapidfuzz's ratio, 0-100) from which a tag may have been meant, and how many are named."""


def add_filters(parser: ArgumentParser) -> None:
    """Lets a command choose annotations. An option that is repeated means any of its values."""
    group = parser.add_argument_group("which annotations (a repeated option means any of its values)")
    repeatable: dict[str, Any] = {"action": "append", "default": []}
    group.add_argument("--tag", metavar="TAG", help="with this tag, or one nested in it", **repeatable)
    group.add_argument(
        "--article", metavar="ARTICLE", help="on this article: a path, id or web address", **repeatable
    )
    group.add_argument(
        "--between", nargs="+", default=[], metavar="ARTICLE", help="pairs that are on all these articles"
    )
    group.add_argument(
        "--colour",
        "--color",
        choices=COLOURS,
        metavar="NAME",
        help=f"of this colour: {', '.join(COLOURS)}",
        **repeatable,
    )
    group.add_argument("--author", metavar="NAME", help="by this author", **repeatable)
    group.add_argument(
        "--relation", metavar="WORDS", help="pairs with this relation, such as contradicts", **repeatable
    )
    group.add_argument(
        "--state", choices=STATES, help="whose words are in this state in their article", **repeatable
    )
    group.add_argument("--since", type=date_prefix, metavar="DATE", help="made on DATE (UTC) or later")
    group.add_argument("--until", type=date_prefix, metavar="DATE", help="made on DATE (UTC) or earlier")
    group.add_argument("--only", type=Only, choices=list(Only), help="only highlights, or only pairs")


def filter_of(options: Namespace, notebook: Notebook) -> Filter:
    """The filter of `filter_and_order`."""
    return filter_and_order(options, notebook)[0]


def filter_and_order(options: Namespace, notebook: Notebook) -> tuple[Filter, list[ArticleReference]]:
    """The filter that the options make, and the articles that they name, in the order of the options.

    A tag that no annotation has is reported on standard error. Raises UserError for an unknown article.
    """
    warn_of_unused_tags(options.tag, notebook)
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


def warn_of_unused_tags(tags: Sequence[str], notebook: Notebook) -> list[str]:
    """The tags that an annotation has; each of the others is reported on standard error."""
    used = [tag for tag in tags if any(has_tag(annotation, tag) for annotation in notebook.all())]
    for tag in tags:
        if tag not in used:
            warn(_unused_tag(tag, notebook))
    return used


def _unused_tag(tag: str, notebook: Notebook) -> str:
    """The message that no annotation has a tag, with similar tags that are in use."""
    from rapidfuzz import fuzz, process

    name, in_use = sanitize_line(tag).lstrip("#"), [used for used, _uses in notebook.tags()]
    similar = process.extract(
        name, in_use, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=_SIMILAR, limit=_SUGGESTIONS
    )
    suggestion = f"; similar tags: {', '.join(f'#{used}' for used, *_ in similar)}" if similar else ""
    return f"no annotation has the tag #{name}{suggestion}"


def _named(name: str, notebook: Notebook) -> list[ArticleReference]:
    """The article at a path, or the annotated articles of that id, address, path or title."""
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
            raise UserError(f"{error}; no annotation is on an article of that name either") from error
        return list(articles.values())


def _keys(articles: Sequence[ArticleReference]) -> frozenset[str]:
    """The ids and checksums of articles."""
    return frozenset(key for article in articles for key in (article.id, article.sha256))
