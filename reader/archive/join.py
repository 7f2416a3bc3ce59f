"""Candidates: the pairs of sentences that share a key and whose shared words have enough weight."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reader.archive.arrays import Arrays, packed_keys, partition_of
from reader.archive.hashing import each_once
from reader.archive.keys import keys_of
from reader.archive.rows import WIDTH, Ranks, Vocabulary

__all__ = ["LONGEST", "RECURRING", "Weigher", "join_partition", "look_up", "pairs_in_lists"]

LONGEST = 30
"""The number of sentences that share a key up to which all are paired. If there are more, each is paired
with the next and the first."""

RECURRING = 100
"""The number of sentences that share a key above which a search of one article ignores the key."""

_ALIKE = 0.3
"""The weight of shared words (mean of cosine and containment) from which a pair is a candidate. Fewer than
one in a hundred planted pairs that would pass are lost."""

_MIN_SHARED = 3
"""The number of words that a pair shares at least."""

_AT_ONCE = 500_000
"""The number of pairs that are weighed at a time, which takes about 100 MB."""

_UPPER = np.uint64(32)
_LOWER = np.uint64(0xFFFFFFFF)

PairArrays = tuple[NDArray[np.int64], NDArray[np.int64]]
"""The numbers of the first sentences of pairs, and those of the second."""


class Weigher:
    """The comparison of rows by the weight of the words that they share."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._weights = vocabulary.weights()

    def alike(self, a: Ranks, b: Ranks) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
        """Whether each row of a is worth a closer look with the row of b beside it, and their cosine."""
        shared = np.zeros(len(a), np.float32)
        count = np.zeros(len(a), np.uint8)
        for column in range(WIDTH):
            ranks = b[:, column]
            hit = (a == ranks[:, None]).any(axis=1) & (ranks > 0)
            shared += np.where(hit, self._weights[ranks], 0)
            count += hit
        of_a, of_b = (np.maximum(self._weights[rows].sum(axis=1), 1e-6) for rows in (a, b))
        cosine = shared / np.sqrt(of_a * of_b)
        contained = shared / np.minimum(of_a, of_b)
        return (cosine + contained >= 2 * _ALIKE) & (count >= _MIN_SHARED), cosine


def join_partition(
    arrays: Arrays, partition: int, weigher: Weigher
) -> tuple[PairArrays, NDArray[np.float32]]:
    """The pairs of a partition that are worth a closer look, the smaller number first, with their cosines."""
    pairs = _pairs(arrays.partitions[partition])
    a, b = (pairs >> _UPPER).astype(np.int64), (pairs & _LOWER).astype(np.int64)
    apart = arrays.article_of(a) != arrays.article_of(b)
    a, b = a[apart], b[apart]
    places, cosines = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
    for first in range(0, len(a), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        chosen, cosine = weigher.alike(arrays.rows[a[part]], arrays.rows[b[part]])
        places.append(np.flatnonzero(chosen) + first)
        cosines.append(cosine[chosen])
    candidates = np.concatenate(places)
    return (a[candidates], b[candidates]), np.concatenate(cosines)


def _pairs(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The distinct pairs of sentences that share a key, the smaller number in the upper half."""
    upper = keys >> _UPPER
    starts = np.flatnonzero(np.append(True, upper[1:] != upper[:-1])) if len(keys) else np.zeros(0, np.int64)
    sentences = keys & _LOWER
    lengths = np.diff(np.append(starts, len(keys)))
    return each_once(
        np.concatenate([sentences[a] << _UPPER | sentences[b] for a, b in pairs_in_lists(lengths)])
    )


def pairs_in_lists(lengths: NDArray[np.int64]) -> Iterator[PairArrays]:
    """The pairs of items in lists of these lengths, which follow each other in one array.

    A pair is given by places in that array, the smaller first. In a list longer than LONGEST each item is
    paired with the next and the first only; such a pair may come twice.
    """
    starts = np.cumsum(lengths) - lengths
    for length in range(2, LONGEST + 1):
        first = starts[lengths == length]
        for i in range(length - 1):
            for j in range(i + 1, length):
                yield first + i, first + j
    first, places = np.repeat(starts, lengths), np.arange(int(lengths.sum()))
    later = np.flatnonzero((np.repeat(lengths, lengths) > LONGEST) & (first < places))
    yield later - 1, later
    yield first[later], later


def look_up(arrays: Arrays, rows: Ranks, weigher: Weigher) -> tuple[PairArrays, NDArray[np.float32]]:
    """The pairs of a row (by number) and a sentence of the archive that are worth a closer look."""
    keys, numbers = keys_of(rows, arrays.vocabulary)
    lowest, partition = packed_keys(keys, np.zeros(len(keys), np.uint64)), partition_of(keys)
    packed = [np.zeros(0, np.uint64)]
    for number, part in enumerate(arrays.partitions):
        own = partition == number
        first = np.searchsorted(part, lowest[own])
        last = np.searchsorted(part, lowest[own] | _LOWER, side="right")
        for row, start, end in zip(numbers[own], first, last, strict=True):
            if end - start <= RECURRING:
                packed.append(np.uint64(row) << _UPPER | (part[start:end] & _LOWER))
    pairs = each_once(np.concatenate(packed))
    a, b = (pairs >> _UPPER).astype(np.int64), (pairs & _LOWER).astype(np.int64)
    chosen, cosine = weigher.alike(rows[a], arrays.rows[b])
    return (a[chosen], b[chosen]), cosine[chosen]
