"""Values sorted into facts, and each fact into the versions that are told of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from reader.story.model import Version
from reader.story.values import Said

__all__ = ["Values", "grouped", "ranked"]

Item = TypeVar("Item")


class Values:
    """Values of which some are known to differ and some to be the same: all such are of one fact."""

    def __init__(self) -> None:
        self._near: defaultdict[Said, dict[Said, None]] = defaultdict(dict)  # in the order they were found
        self._apart: set[frozenset[Said]] = set()

    def differ(self, a: Said, b: Said) -> None:
        """Two values of one thing differ."""
        self.agree(a, b)
        self._apart.add(frozenset((a, b)))

    def agree(self, a: Said, b: Said) -> None:
        """Two values are of one thing."""
        self._near[a][b] = self._near[b][a] = None

    def facts(self) -> Iterator[list[Said]]:
        """The values of each fact of two or more articles, in the order of the articles."""
        seen: set[Said] = set()
        for value in self._near:
            if value not in seen:
                found = self._reached(value)
                seen.update(found)
                if len({one.value.article for one in found}) > 1:
                    yield sorted(found, key=lambda one: one.value.article)

    def _reached(self, first: Said) -> dict[Said, None]:
        found, waiting = {first: None}, [first]
        while waiting:
            new = [other for other in self._near[waiting.pop()] if other not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return found

    def versions(self, values: Sequence[Said]) -> tuple[Version, ...]:
        """The values in groups inside which none differs from another, that of most articles first."""
        return ranked(grouped(values, lambda one, other: frozenset((one, other)) in self._apart))


def grouped(items: Iterable[Item], are_apart: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """The items in groups of which no two are apart: each is in the first group that it fits."""
    groups: list[list[Item]] = []
    for one in items:
        fitting = (group for group in groups if not any(are_apart(one, other) for other in group))
        if (group := next(fitting, None)) is not None:
            group.append(one)
        else:
            groups.append([one])
    return groups


def ranked(groups: Iterable[Sequence[Said]]) -> tuple[Version, ...]:
    """Groups of values as versions, that of most articles first."""
    tellers = sorted(groups, key=lambda group: -len({one.value.article for one in group}))
    return tuple(Version(tuple(one.value for one in group)) for group in tellers)
