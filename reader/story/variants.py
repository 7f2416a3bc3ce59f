"""The variants of a fact: values that agree with each other, apart from those that differ from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reader.story.model import Variant
from reader.story.values import TypedValue

__all__ = ["grouped", "ranked"]

Item = TypeVar("Item")


def grouped(items: Iterable[Item], differ: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """The items in groups in which no two differ: each item joins the first group that it fits."""
    groups: list[list[Item]] = []
    for item in items:
        fitting = (group for group in groups if not any(differ(item, member) for member in group))
        if (group := next(fitting, None)) is not None:
            group.append(item)
        else:
            groups.append([item])
    return groups


def ranked(groups: Iterable[Sequence[TypedValue]]) -> tuple[Variant, ...]:
    """Groups of values as variants. The variant that most articles give comes first."""
    by_articles = sorted(groups, key=lambda group: -len({typed.value.article for typed in group}))
    return tuple(Variant(tuple(typed.value for typed in group)) for group in by_articles)
