"""The columns of the list of annotations, in their order, and the orders that it can be sorted by."""

from __future__ import annotations

from collections.abc import Callable

from annotations.model import Annotation
from reader.ui.kit.columns import Column, Order

__all__ = ["ORDERS", "annotation_columns"]


def _position(annotation: Annotation) -> tuple[object, ...]:
    first = annotation.targets[0]
    return first.article.title, first.article.id, first.position.start


def _newest(annotation: Annotation) -> tuple[object, ...]:
    return tuple(-ord(character) for character in annotation.created)


_ARTICLE = Order("article", _position)
_TAG: Order[Annotation] = Order("tag", lambda one: (not one.tags, one.tags, *_position(one)))
_COLOUR: Order[Annotation] = Order("colour", lambda one: (one.colour, *_position(one)))
_RELATION: Order[Annotation] = Order(
    "relation", lambda one: (not one.relation, one.relation, *_position(one))
)
_AUTHOR: Order[Annotation] = Order("author", lambda one: (one.author, *_position(one)))
_NEWEST = Order("newest", _newest)

ORDERS: tuple[Order[Annotation], ...] = (_ARTICLE, _TAG, _COLOUR, _RELATION, _AUTHOR, _NEWEST)


def annotation_columns(sign: Callable[[Annotation], str]) -> tuple[Column[Annotation], ...]:
    """The columns, from left to right; `sign` says whether an annotation is marked, and its state."""
    return (
        Column("", sign, cells=2),
        Column("Quote", lambda one: one.targets[0].quote.exact, share=4, order=_ARTICLE),
        Column("Tags", lambda one: " ".join(f"#{tag}" for tag in one.tags), share=2, order=_TAG),
        Column("Note", _note, share=3, least=60, order=_RELATION),
        Column("Article", lambda one: one.targets[0].article.title, share=2, least=76, order=_ARTICLE),
    )


def _note(annotation: Annotation) -> str:
    return " · ".join(filter(None, (annotation.relation, annotation.note)))
