"""The columns of the list of annotations, in their order, and the orders that it can be sorted by."""

from __future__ import annotations

from collections.abc import Callable

from annotations.model import Annotation
from reader.ui.kit.table_columns import Column, Order

__all__ = ["ORDERS", "annotation_columns"]


def _position(annotation: Annotation) -> tuple[object, ...]:
    first = annotation.targets[0]
    return first.article.title, first.article.id, first.position.start


def _newest(annotation: Annotation) -> tuple[object, ...]:
    return tuple(-ord(character) for character in annotation.created)


def _by(name: str, value: Callable[[Annotation], object]) -> Order[Annotation]:
    """The order of a field; annotations with the same value are in the order of their passages."""
    return Order(name, lambda annotation: (not value(annotation), value(annotation), *_position(annotation)))


_ARTICLE = Order("article", _position)
_TAG = _by("tag", lambda annotation: annotation.tags)
_COLOUR = _by("colour", lambda annotation: annotation.colour)
_RELATION = _by("relation", lambda annotation: annotation.relation)
_AUTHOR: Order[Annotation] = Order("author", lambda annotation: (annotation.author, *_position(annotation)))
_NEWEST = Order("newest", _newest)

ORDERS: tuple[Order[Annotation], ...] = (_ARTICLE, _TAG, _COLOUR, _RELATION, _AUTHOR, _NEWEST)


def annotation_columns(sign: Callable[[Annotation], str]) -> tuple[Column[Annotation], ...]:
    """The columns, from left to right; `sign` says whether an annotation is marked, and its state."""
    return (
        Column("", sign, cells=2),
        Column("Quote", _quote, share=4, order=_ARTICLE),
        Column("Tags", _tags, share=2, order=_TAG),
        Column("Note", _note, share=3, least=60, order=_RELATION),
        Column("Article", _title, share=2, least=76, order=_ARTICLE),
    )


def _quote(annotation: Annotation) -> str:
    return annotation.targets[0].quote.exact


def _title(annotation: Annotation) -> str:
    return annotation.targets[0].article.title


def _tags(annotation: Annotation) -> str:
    return " ".join(f"#{tag}" for tag in annotation.tags)


def _note(annotation: Annotation) -> str:
    return " · ".join(filter(None, (annotation.relation, annotation.note)))
