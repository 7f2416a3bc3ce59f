"""Imported annotations attached to the user's articles: those of another program know only the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from annotations.anchoring.anchor import anchor
from annotations.anchoring.model import State
from annotations.model import Annotation, ArticleReference, Target
from reader.base.folding import fold, occurrences
from reader.notes.references import reference

if TYPE_CHECKING:
    from reader.articles.model import Article

__all__ = ["Attached", "attached"]


@dataclass
class Attached:
    """Annotations after the search, and the numbers of their passages that other programs had made.

    `found` passages are at their place in an article. The others stay as they came, with their words:
    `orphans` are not in their article, `unclear` occur there several times, and the articles of `elsewhere`
    are not among those that were searched.
    """

    annotations: list[Annotation] = field(default_factory=list)
    found: int = 0
    orphans: int = 0
    unclear: int = 0
    elsewhere: int = 0


def attached(annotations: Iterable[Annotation], articles: Sequence[Article]) -> Attached:
    """The annotations, their passages attached to the articles that have their address, title or file name.

    Passages that name the checksum of their article's text have their place already.
    """
    done, known = Attached(), _by_name(articles)
    for annotation in annotations:
        targets = tuple(
            target if target.article.sha256 else _attach(target, known, done) for target in annotation.targets
        )
        done.annotations.append(replace(annotation, targets=targets))
    return done


def _attach(target: Target, known: dict[str, Article | None], done: Attached) -> Target:
    names = (target.article.id, *_names(target.article.title))
    article = next((found for name in names if (found := known.get(name))), None)
    if article is None:
        done.elsewhere += 1
        return target
    places = _places(target, article.text)
    if len(places) == 1:
        done.found += 1
        return Target.of(reference(article), article.text, *places[0])
    done.unclear += bool(places)
    done.orphans += not places
    return replace(target, article=_named(reference(article), target.article))


def _places(target: Target, text: str) -> list[tuple[int, int]]:
    """The places that may be meant: the one of the context, where there is a context, else all."""
    if target.quote.prefix or target.quote.suffix:
        place = anchor(target, text)
        if place.state in (State.OK, State.CHANGED):
            return [(place.start, place.end)]
    return [*occurrences(target.quote.exact, text)]


def _named(article: ArticleReference, foreign: ArticleReference) -> ArticleReference:
    """The reference to an article, with the address under which the other program knows it."""
    return replace(article, url=article.url or foreign.url)


def _by_name(articles: Sequence[Article]) -> dict[str, Article | None]:
    """Articles by all names under which they may be meant; None for a name that several have."""
    known: dict[str, Article | None] = {}
    for article in articles:
        for name in {article.id, *_names(article.title), *_names(PurePath(article.path).name)}:
            known[name] = article if known.get(name, article) is article else None
    return known


def _names(title: str) -> list[str]:
    """A title or file name as it is compared, and without the ending of a file."""
    name = fold(title).strip()
    return [each for each in (name, PurePath(name).stem) if each]
