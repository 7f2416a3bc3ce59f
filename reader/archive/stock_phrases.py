"""Stock phrases: words that occur together again and again, which are not evidence of copying.

"The weather in … will be dry with highs of …": three words are a stock phrase if they occur together in
many sentences that are otherwise different. They are removed from every sentence that has all three. The
other words, names above all, are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.archive.hashing import Mixer, each_once, scattered
from reader.archive.rows import WIDTH, Ranks

__all__ = ["OFTEN", "SAMPLE", "StockPhrases", "sampled"]

SAMPLE = 100_000
"""The approximate number of sentences in which stock phrases are sought."""

OFTEN = 30
"""The least number of different sentences of the sample that have a stock phrase. Copies count once, because
many articles may print the same report."""

_RAREST = 12
"""The number of a sentence's rarest words that may be part of a stock phrase."""


def sampled(rows: Ranks, sentences: int) -> Ranks:
    """The rows that belong to the sample of an archive with that number of sentences.

    The words of a row decide, so that the sample does not depend on the order of the sentences.
    """
    share = np.uint64(max(1, sentences // SAMPLE))
    drawn = (scattered(rows.sum(axis=1, dtype=np.uint64)) >> np.uint64(32)) % share == 0
    chosen: Ranks = rows[drawn]
    return chosen


class StockPhrases(NamedTuple):
    """The stock phrases of an archive: their keys, ascending, and by rank whether a word may be in one."""

    keys: NDArray[np.uint64]
    able: NDArray[np.bool_]

    @classmethod
    def of(cls, sample: Ranks, words: int) -> StockPhrases:
        """The stock phrases in the rows of a sample, whose ranks go up to `words`."""
        able = np.bincount(sample.ravel(), minlength=words + 1) >= OFTEN
        able[0] = False
        triples = [keys for _, _, keys in _triples(np.unique(sample, axis=0), able)]
        keys = np.sort(np.concatenate(triples))
        last = keys[OFTEN - 1 :]
        is_often = last == keys[: len(last)]  # OFTEN equal keys in a row
        return cls(each_once(last[is_often]), able)

    def without(self, rows: Ranks) -> Ranks:
        """The rows without the words of stock phrases."""
        if not len(self.keys):
            return rows
        is_stock = np.zeros(rows.shape, np.bool_)
        for columns, numbers, keys in _triples(rows, self.able):
            places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
            hit = numbers[self.keys[places] == keys]
            for column in columns:
                is_stock[hit, column] = True
        return np.sort(np.where(is_stock, np.uint32(0), rows), axis=1)


def _triples(
    rows: Ranks, able: NDArray[np.bool_]
) -> Iterator[tuple[tuple[int, ...], NDArray[np.int64], NDArray[np.uint64]]]:
    """For every three columns: the columns, the rows that may have a stock phrase in them, and its keys."""
    may = able[rows]
    candidates = np.flatnonzero(may.sum(axis=1) >= 3)
    may, mixer = np.ascontiguousarray(may[candidates].T), Mixer(rows[candidates])
    for columns in combinations(range(WIDTH - _RAREST, WIDTH), 3):
        chosen = np.flatnonzero(may[columns[0]] & may[columns[1]] & may[columns[2]])
        yield columns, candidates[chosen], mixer.keys(columns, chosen)
