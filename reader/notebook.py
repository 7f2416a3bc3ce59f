"""The user's annotations as they stand in the articles: what the screens and the headless commands share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.model import Annotation, ArticleReference, Target
from reader.articles.model import Article

if TYPE_CHECKING:
    from annotations.anchoring import Anchor
    from annotations.store import AnnotationStore
    from reader.paths import Paths

__all__ = ["Notebook", "Placed", "find_article", "reference"]


@dataclass(frozen=True, slots=True)
class Placed:
    """One target of an annotation, found again in an article."""

    annotation: Annotation
    target: Target
    anchor: Anchor


def reference(article: Article) -> ArticleReference:
    """How annotations speak of an article."""
    return ArticleReference(
        article.id, article.sha256, article.title, article.source, article.date, article.url, article.path
    )


def find_article(wanted: ArticleReference, articles: Iterable[Article]) -> Article | None:
    """The article that annotations speak of: among `articles`, else from its path; None where it is gone."""
    from reader.articles.errors import ArticleError
    from reader.articles.loading import load

    for article in articles:
        if wanted.id == article.id or wanted.sha256 == article.sha256:
            return article
    try:
        return load(Path(wanted.path)) if wanted.path else None
    except ArticleError:
        return None


class Notebook:
    """The annotations of a store, made of and found in articles. Every change is one undoable step."""

    def __init__(self, store: AnnotationStore, author: str = "") -> None:
        self.store = store
        self._author = author

    @classmethod
    def open(cls, places: Paths, author: str = "") -> Notebook:
        """Opens the user's annotations file. Raises annotations.store.StoreError where it cannot be used."""
        from annotations.store import AnnotationStore

        return cls(AnnotationStore.open(places.annotations), author)

    def annotate(self, passages: Sequence[tuple[Article, int, int]], **what: Any) -> Annotation:
        """Annotates passages (article, start, end); `what` are the fields of Annotation, such as tags.

        Passages of two articles make a pair. Raises ValueError where a passage is none of its text.
        """
        from annotations.model import new_annotation

        targets = [
            Target.of(reference(article), article.text, start, end) for article, start, end in passages
        ]
        annotation = new_annotation(targets, author=self._author, **what)
        self.store.add(annotation)
        return annotation

    def change(self, annotation: Annotation, **changes: Any) -> Annotation:
        """Replaces fields of an annotation; the result is what is kept now."""
        from annotations.model import edited

        changed = edited(annotation, **changes)
        self.store.replace(changed)
        return changed

    def placed(self, article: Article) -> tuple[Placed, ...]:
        """The targets that are in `article`, orphans among them, in the order of the annotations."""
        from annotations.anchoring import anchor

        mine = reference(article)
        return tuple(
            Placed(annotation, target, anchor(target, article.text))
            for annotation in self.store.of_article(mine)
            for target in annotation.targets
            if target.article.id == mine.id or target.article.sha256 == mine.sha256
        )

    def count(self, article: Article) -> int:
        """How many annotations speak of `article`."""
        return len(self.store.of_article(reference(article)))
