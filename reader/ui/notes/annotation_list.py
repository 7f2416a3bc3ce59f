"""The list of annotations: which of them are shown, in which order, which are marked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from annotations.model import Annotation
from annotations.searching import Query

__all__ = ["AnnotationList"]

_Key = Callable[[Annotation], tuple[object, ...]]


def _place(annotation: Annotation) -> tuple[object, ...]:
    first = annotation.targets[0]
    return first.article.title, first.article.id, first.position.start


def _newest(annotation: Annotation) -> tuple[object, ...]:
    return tuple(-ord(character) for character in annotation.created)


class AnnotationList:
    """The user's annotations; `rows` are those shown, in their order. `marked` are ids."""

    orders: Mapping[str, _Key] = {
        "article": _place,
        "tag": lambda one: (not one.tags, one.tags, *_place(one)),
        "colour": lambda one: (one.colour, *_place(one)),
        "relation": lambda one: (not one.relation, one.relation, *_place(one)),
        "author": lambda one: (one.author, *_place(one)),
        "newest": _newest,
    }
    """By what the list is sorted."""

    def __init__(self) -> None:
        self.all: Sequence[Annotation] = ()
        self.rows: list[Annotation] = []
        self.marked: set[str] = set()
        self.states: dict[str, Collection[str]] = {}  # by id: how surely the targets were found
        self.query = Query()
        self.order = "article"

    def arrange(self, annotations: Sequence[Annotation] | None = None) -> None:
        """Shows what the query means of the annotations, or of other ones, in the order asked for."""
        if annotations is not None:
            self.all = annotations
            self.marked &= {annotation.id for annotation in annotations}
        shown = (one for one in self.all if self.query.accepts(one, self.states.get(one.id, ())))
        self.rows = sorted(shown, key=self.orders[self.order])

    def next_order(self) -> None:
        """Sorts by the next order."""
        names = list(self.orders)
        self.order = names[(names.index(self.order) + 1) % len(names)]
        self.arrange()

    def toggle(self, annotation: Annotation) -> None:
        """Marks an annotation, or takes its mark off."""
        self.marked ^= {annotation.id}

    def toggle_all(self) -> None:
        """Marks all that are shown, or none where they all are."""
        shown = {annotation.id for annotation in self.rows}
        self.marked = set() if shown <= self.marked else self.marked | shown

    def chosen(self, row: int) -> list[Annotation]:
        """What a command works on: the marked ones of those shown, else the one of a row."""
        marked = [annotation for annotation in self.rows if annotation.id in self.marked]
        return marked or self.rows[row : row + 1]
