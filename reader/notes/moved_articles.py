"""Annotated articles that were moved: the same text, the same address, or clearly the same text edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.model import Annotation, ArticleReference, Revision, Target, edited
from annotations.surroundings import segments_of
from reader.articles.containers.members import split_member
from reader.articles.model import Article
from reader.base.folding import fold
from reader.base.phrases import counted
from reader.notes.references import is_same_article, reference

if TYPE_CHECKING:
    from reader.notes.notebook import Notebook

__all__ = ["MovedArticle", "is_gone", "moved_articles", "relinked"]

_MOST = 0.6
"""The part of the sentences known from annotations, 0-1, that an edited article must still have."""


@dataclass(frozen=True, slots=True)
class MovedArticle:
    """An article whose annotations name a file that is gone, and the articles that may be it.

    Several are candidates among which nobody has chosen. `annotations` are those on it, oldest first.
    """

    old: ArticleReference
    candidates: tuple[Article, ...]
    annotations: tuple[Annotation, ...]


def moved_articles(annotations: Iterable[Annotation], articles: Sequence[Article]) -> Iterator[MovedArticle]:
    """The annotated articles whose files are gone, and that are among `articles` now.

    Where one of these has the same text or the same address, the others are no candidates.
    """
    for old, those in _by_path(annotations).items():
        if not is_gone(old):
            continue
        same = [each for each in articles if is_same_article(old, each) or (old.url and old.url == each.url)]
        targets = [target for each in those for target in each.targets if target.article.path == old.path]
        found = same or [each for each in articles if _is_edited(old, targets, each)]
        if candidates := {each.path: each for each in found if each.path}:
            yield MovedArticle(old, tuple(candidates.values()), tuple(those))


def is_gone(old: ArticleReference) -> bool:
    """Whether the file of an article is no longer at its path; not for articles without one."""
    try:
        return bool(old.path) and not split_member(Path(old.path))[0].exists()
    except (OSError, ValueError):
        return False  # it cannot be seen, which does not mean that it is gone


def relinked(notebook: Notebook, moves: Iterable[MovedArticle]) -> list[tuple[MovedArticle, Article]]:
    """Writes the new places of articles that have one candidate into their annotations, in one step of undo.

    Returns what was written. Raises StoreError where nothing can be changed.
    """
    done = [(move, move.candidates[0]) for move in moves if len(move.candidates) == 1]
    changed: dict[str, Annotation] = {}
    for move, article in done:
        for annotation in move.annotations:
            current = changed.get(annotation.id) or notebook.get(annotation.id) or annotation
            targets = [_at_new_place(target, move.old, article) for target in current.targets]
            changed[annotation.id] = edited(current, targets=targets)
    if changed:
        articles = counted(len(done), "article")
        notebook.revise(Revision(f"found {articles} at a new place", tuple(changed.values())))
    return done


def _by_path(annotations: Iterable[Annotation]) -> dict[ArticleReference, list[Annotation]]:
    """Annotations by the last reference to each path."""
    references: dict[str, ArticleReference] = {}
    those: defaultdict[str, dict[str, Annotation]] = defaultdict(dict)
    for annotation in annotations:
        for target in annotation.targets:
            references[target.article.path] = target.article
            those[target.article.path][annotation.id] = annotation
    return {references[path]: list(each.values()) for path, each in those.items() if path}


def _is_edited(old: ArticleReference, targets: Sequence[Target], article: Article) -> bool:
    """Whether an article is clearly the old one, edited: the same title, and most of the known sentences."""
    if fold(old.title).strip() != fold(article.title).strip():
        return False
    segments, words = segments_of(article.text), fold(article.text)
    known: dict[str, bool] = {}
    for target in targets:
        known[target.quote.exact] = fold(target.quote.exact).strip() in words
        if around := target.surroundings:
            checksums = (*around.own, *around.before, *around.after)
            known |= {each: bool(segments.numbers_alike(each)) for each in checksums}
    return sum(known.values()) >= _MOST * len(known)


def _at_new_place(target: Target, old: ArticleReference, article: Article) -> Target:
    if target.article.path != old.path:
        return target
    return replace(target, article=replace(reference(article), extra=target.article.extra))
