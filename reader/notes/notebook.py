"""The notebook: the user's annotations, made in articles and found in them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.model import Annotation, ArticleReference, Target, edited, new_annotation
from reader.articles.model import Article
from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.notes.references import is_same_article, reference

if TYPE_CHECKING:
    from annotations.anchoring.model import Anchor
    from annotations.codebook import CodebookEntry
    from annotations.merging.merge import MergeSide
    from annotations.model import Revision, Tag
    from annotations.store import AnnotationStore, Change
    from reader.base.paths import Paths

__all__ = [
    "AnchoredTarget",
    "Notebook",
]

_LISTED = 5  # annotations that an error message lists


@dataclass(frozen=True, slots=True)
class AnchoredTarget:
    """A target of an annotation, found again in an article."""

    annotation: Annotation
    target: Target
    anchor: Anchor


class Notebook:
    """The user's annotations. Every change is one step of undo."""

    def __init__(self, store: AnnotationStore, author: str = "") -> None:
        self._store = store
        self._author = author

    @classmethod
    def open(cls, paths: Paths, author: str = "", *, patience: float | None = None) -> Notebook:
        """Opens the user's annotations file. Raises StoreError where it cannot be used.

        `patience` is how many seconds a change waits for another program that has locked the file.
        """
        from annotations.store import PATIENCE, AnnotationStore

        wait = PATIENCE if patience is None else patience
        return cls(AnnotationStore.open(paths.annotations, author=author, patience=wait), author)

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

    def annotate(self, passages: Sequence[tuple[Article, int, int]], **fields: Any) -> Annotation:
        """Annotates passages (article, start, end); `fields` are those of Annotation, such as tags.

        Passages of two articles make a pair. Raises ValueError where a passage is not in its article.
        """
        targets = [
            Target.of(reference(article), article.text, start, end) for article, start, end in passages
        ]
        annotation = new_annotation(targets, author=self._author, **fields)
        self._store.add(annotation)
        return annotation

    def find(self, prefix: str) -> Annotation:
        """The annotation whose id is `prefix` or begins with it.

        Raises UserError where no id, or more than one, begins with it.
        """
        prefix = sanitize_line(prefix)
        if exact := self._store.get(prefix):
            return exact
        matches = [each for each in self._store.all() if prefix and each.id.startswith(prefix)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            ids = ", ".join(each.id for each in matches[:_LISTED])
            raise UserError(f"{len(matches)} annotations begin with {prefix}; give more of the id: {ids} …")
        if prefix in self._store.deleted():
            raise UserError(f"{prefix} is deleted; reader restore {prefix} restores it")
        raise UserError(f"no annotation has the id {prefix}; reader list shows the ids")

    def change(self, annotation: Annotation, **changes: Any) -> Annotation:
        """Replaces fields of an annotation in its present version, and returns the new version.

        Raises UserError where the annotation has been deleted.
        """
        [changed] = self.change_all([(annotation, changes)])
        return changed

    def change_all(self, changes: Iterable[tuple[Annotation, Mapping[str, Any]]]) -> tuple[Annotation, ...]:
        """Replaces fields of several annotations in one step. Raises as `change` does."""
        self._store.refresh()  # changes of other processes are kept
        changed = tuple(edited(self._current(annotation), **fields) for annotation, fields in changes)
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
    def store(self) -> AnnotationStore:
        """The store, for what concerns its file alone: saving again, copying, whether it can be read."""
        return self._store

    @property
    def notices(self) -> tuple[str, ...]:
        """Repairs and odd records that the user should know of, one line each; more may follow."""
        return self._store.notices

    @property
    def read_only(self) -> str:
        """The reason why nothing can be changed; "" where changes are possible."""
        return self._store.read_only

    # Annotations in their articles

    def move(self, annotation: Annotation, article: Article, start: int, end: int) -> Annotation:
        """Moves the annotation's first target in `article` to code points [start, end).

        An annotation with one target may move to another article. Raises UserError where it has several, all
        of them in other articles, and as `change` does.
        """
        mine = reference(article)
        self._store.refresh()
        targets = list(self._current(annotation).targets)
        inside = [n for n, target in enumerate(targets) if is_same_article(target.article, mine)]
        if not inside and len(targets) > 1:
            raise UserError("None of the passages is in this article. Select words in one of their articles.")
        first = inside[0] if inside else 0
        targets[first] = Target.of(mine, article.text, start, end)
        return self.change(annotation, targets=targets)

    def anchored(self, article: Article) -> tuple[AnchoredTarget, ...]:
        """The targets in `article`, orphans too, oldest annotation first."""
        from annotations.anchoring.anchor import anchor

        mine = reference(article)
        return tuple(
            AnchoredTarget(annotation, target, anchor(target, article.text))
            for annotation in self._store.of_article(mine)
            for target in annotation.targets
            if is_same_article(target.article, mine)
        )

    def count(self, article: Article) -> int:
        """The number of annotations on `article`."""
        return len(self._store.of_article(reference(article)))

    def _current(self, annotation: Annotation) -> Annotation:
        current = self._store.get(annotation.id)
        if current is None:
            raise UserError("The annotation has been deleted. Press u to undo, or H for the history.")
        return current
