"""The user's annotations as they stand in the articles: what the screens and the headless commands share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.model import Annotation, ArticleReference, Target
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line

if TYPE_CHECKING:
    from annotations.anchoring.model import Anchor
    from annotations.codebook import CodebookEntry
    from annotations.merging.merge import MergeSide
    from annotations.model import Revision, Tag
    from annotations.store import AnnotationStore, Change
    from reader.base.paths import Paths

__all__ = [
    "Notebook",
    "Placed",
    "find_article",
    "reference",
]

_NAMED = 5  # annotations that a refusal names


@dataclass(frozen=True, slots=True)
class Placed:
    """One target of an annotation, found again in an article."""

    annotation: Annotation
    target: Target
    anchor: Anchor


def reference(article: Article) -> ArticleReference:
    """How annotations speak of an article."""
    path = str(Path(article.path).absolute()) if article.path else ""
    return ArticleReference(
        article.id, article.sha256, article.title, article.source, article.date, article.url, path
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
        self._store = store
        self._author = author

    @classmethod
    def open(cls, places: Paths, author: str = "") -> Notebook:
        """Opens the user's annotations file. Raises StoreError where it cannot be used."""
        from annotations.store import AnnotationStore

        return cls(AnnotationStore.open(places.annotations, author=author), author)

    # Reading

    def all(self) -> tuple[Annotation, ...]:
        """Every annotation, oldest first."""
        return self._store.all()

    def get(self, identity: str) -> Annotation | None:
        """The annotation with exactly this id."""
        return self._store.get(identity)

    def of_article(self, article: ArticleReference) -> tuple[Annotation, ...]:
        """The annotations on an article, known by its id or the checksum of its text; oldest first."""
        return self._store.of_article(article)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use with its number of uses, the most used first."""
        return self._store.tags()

    def codebook(self) -> tuple[Tag, ...]:
        """The tags that the codebook describes, by name; each is followed by those nested in it."""
        return self._store.codebook()

    def codebook_entries(self) -> tuple[CodebookEntry, ...]:
        """Every tag that is described, used, or the parent of such a tag, with its number of uses."""
        from annotations.codebook import entries

        return entries(self.codebook(), self.all())

    def history(self) -> tuple[Change, ...]:
        """Every change, oldest first, as far back as the journal goes. Raises as `undo` does."""
        return self._store.history()

    def merge_side(self) -> MergeSide:
        """Everything that a merge with another person's file must know."""
        from annotations.merging.sides import side_of_store

        return side_of_store(self._store)

    # Changing

    def annotate(self, passages: Sequence[tuple[Article, int, int]], **what: Any) -> Annotation:
        """Annotates passages (article, start, end); `what` are the fields of Annotation, such as tags.

        Passages of two articles make a pair. Raises ValueError where a passage is none of its text.
        """
        from annotations.model import new_annotation

        targets = [
            Target.of(reference(article), article.text, start, end) for article, start, end in passages
        ]
        annotation = new_annotation(targets, author=self._author, **what)
        self._store.add(annotation)
        return annotation

    def meant(self, identity: str) -> Annotation:
        """The annotation whose id is, or begins with, `identity`.

        Raises UserError where there is none, or several begin so.
        """
        wanted = sanitize_line(identity)
        if known := self._store.get(wanted):
            return known
        found = [one for one in self._store.all() if wanted and one.id.startswith(wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            named = ", ".join(one.id for one in found[:_NAMED])
            raise UserError(f"{len(found)} annotations begin with {wanted}: give more of the id: {named} …")
        if wanted in self._store.deleted():
            raise UserError(f'{wanted} is deleted: "reader restore {wanted}" brings it back')
        raise UserError(f'no annotation has the id {wanted}: "reader list" prints them')

    def change(self, annotation: Annotation, **changes: Any) -> Annotation:
        """Replaces fields of an annotation as it is kept now; the result is what is kept then.

        Raises UserError where it was deleted meanwhile.
        """
        [changed] = self.change_all([(annotation, changes)])
        return changed

    def change_all(self, changes: Iterable[tuple[Annotation, Mapping[str, Any]]]) -> tuple[Annotation, ...]:
        """Replaces fields of several annotations, each its own, in one step. Raises as `change` does."""
        from annotations.model import edited

        self._store.refresh()  # what others changed meanwhile is kept
        changed = tuple(edited(self._kept(annotation), **fields) for annotation, fields in changes)
        self._store.replace(*changed)
        return changed

    def delete(self, *ids: str) -> None:
        """Deletes annotations in one step; unknown ids are ignored."""
        self._store.delete(*ids)

    def restore(self, *ids: str) -> tuple[Annotation, ...]:
        """Restores deleted annotations as they last were, in one step. Raises UserError for an unknown id."""
        return self._store.restore(*ids)

    def revise(self, revision: Revision) -> None:
        """Makes all changes of a revision in one step. An empty revision does nothing."""
        self._store.revise(revision)

    def undo(self) -> str | None:
        """Undoes the last step and returns its description; None where there is nothing to undo.

        Raises StoreError, and changes nothing, where the history cannot be read or the file is read-only.
        """
        return self._store.undo()

    def redo(self) -> str | None:
        """Redoes the step that was last undone; returns and raises as `undo` does."""
        return self._store.redo()

    def refresh(self) -> bool:
        """Reads what other processes have written; whether anything was new."""
        return self._store.refresh()

    def close(self) -> None:
        """Brings the annotations file up to date. `unsaved` still reports what could not be written."""
        self._store.close()

    # State of the file

    @property
    def unsaved(self) -> str:
        """The reason why changes are not on disk, with a way out; "" where everything is saved."""
        return self._store.unsaved

    @property
    def notices(self) -> tuple[str, ...]:
        """Repairs that the user should know of, one line each."""
        return self._store.notices

    @property
    def read_only(self) -> str:
        """The reason why nothing can be changed; "" where changes are possible."""
        return self._store.read_only

    # Annotations in their articles

    def _kept(self, annotation: Annotation) -> Annotation:
        kept = self._store.get(annotation.id)
        if kept is None:
            raise UserError("The annotation was deleted meanwhile: u, or H, the history, brings it back.")
        return kept

    def move(self, annotation: Annotation, article: Article, start: int, end: int) -> Annotation:
        """The annotation's first target in `article` is code points [start, end) from now on.

        One that has no other target may come from another article. Raises UserError where it has several,
        all of them in other articles, and as `change` does.
        """
        mine = reference(article)
        self._store.refresh()
        targets = list(self._kept(annotation).targets)
        inside = [n for n, target in enumerate(targets) if _is_in(target, mine)]
        if not inside and len(targets) > 1:
            raise UserError("None of its passages is in this article: select the words in one that it joins.")
        first = inside[0] if inside else 0
        targets[first] = Target.of(mine, article.text, start, end)
        return self.change(annotation, targets=targets)

    def placed(self, article: Article) -> tuple[Placed, ...]:
        """The targets that are in `article`, orphans among them, in the order of the annotations."""
        from annotations.anchoring.anchor import anchor

        mine = reference(article)
        return tuple(
            Placed(annotation, target, anchor(target, article.text))
            for annotation in self._store.of_article(mine)
            for target in annotation.targets
            if _is_in(target, mine)
        )

    def count(self, article: Article) -> int:
        """How many annotations speak of `article`."""
        return len(self._store.of_article(reference(article)))


def _is_in(target: Target, article: ArticleReference) -> bool:
    return target.article.id == article.id or target.article.sha256 == article.sha256
