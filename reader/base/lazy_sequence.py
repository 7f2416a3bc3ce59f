"""A sequence that makes each item when it is asked for: the base of long lists kept in arrays."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

__all__ = ["LazySequence"]


Item = TypeVar("Item", covariant=True)


class LazySequence(Sequence[Item]):
    """A sequence made of `__len__` and `_at`: indices, slices (tuples), iteration and equality.

    One whose length takes long to find out overrides `_has` too; then only a negative index or a slice asks
    for the length. It equals any sequence of equal items, so it has no hash.
    """

    @abstractmethod
    def _at(self, number: int) -> Item:
        """The item of a number from 0 up that `_has` has affirmed."""

    def _has(self, number: int) -> bool:
        """Whether the sequence is longer than `number`, which is 0 or more."""
        return number < len(self)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(map(self._at, range(*index.indices(len(self)))))
        number = index if index >= 0 else index + len(self)
        if number < 0 or not self._has(number):
            raise IndexError(index)
        return self._at(number)

    def __iter__(self) -> Iterator[Item]:
        number = 0
        while self._has(number):
            yield self._at(number)
            number += 1

    def __bool__(self) -> bool:
        return self._has(0)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return self is other or tuple(self) == tuple(other)
