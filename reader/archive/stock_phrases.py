"""Formulas: words that come together again and again, and so say nothing of who repeats whom.

"The weather in … will be dry with highs of …": three words are a formula where they stand together in many
sentences that are not the same otherwise. They are taken out of every sentence that has all three; what is
left, the names above all, is compared.
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
"""Sentences that formulas are looked for in, about."""

OFTEN = 30
"""Different sentences of the sample that have the words of a formula at least. Copies of one count once:
many articles may print the same report."""

_RAREST = 12
"""Words of a sentence, the rarest, of which three may be a formula."""


def sampled(rows: Ranks, sentences: int) -> Ranks:
    """Those of some rows of an archive of so many sentences that belong to the sample.

    Their words decide, so that it is the same sample in whatever order sentences come.
    """
    share = np.uint64(max(1, sentences // SAMPLE))
    drawn = (scattered(rows.sum(axis=1, dtype=np.uint64)) >> np.uint64(32)) % share == 0
    chosen: Ranks = rows[drawn]
    return chosen


class StockPhrases(NamedTuple):
    """The formulas of an archive: their keys, ascending, and by rank which words may be part of one."""

    keys: NDArray[np.uint64]
    able: NDArray[np.bool_]

    @classmethod
    def of(cls, sample: Ranks, words: int) -> StockPhrases:
        """The formulas in the rows of a sample of the sentences, whose ranks go up to `words`."""
        able = np.bincount(sample.ravel(), minlength=words + 1) >= OFTEN
        able[0] = False
        found = [keys for _, _, keys in _triples(np.unique(sample, axis=0), able)]
        keys = np.sort(np.concatenate(found))
        last = keys[OFTEN - 1 :]
        again = last == keys[: len(last)]  # so many in a row
        return cls(each_once(last[again]), able)

    def without(self, rows: Ranks) -> Ranks:
        """The rows without formulas."""
        if not len(self.keys):
            return rows
        formulaic = np.zeros(rows.shape, np.bool_)
        for columns, there, keys in _triples(rows, self.able):
            places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
            hit = there[self.keys[places] == keys]
            for column in columns:
                formulaic[hit, column] = True
        return np.sort(np.where(formulaic, np.uint32(0), rows), axis=1)


def _triples(
    rows: Ranks, able: NDArray[np.bool_]
) -> Iterator[tuple[tuple[int, ...], NDArray[np.int64], NDArray[np.uint64]]]:
    """For every three columns: these, the numbers of the rows that may have a formula there, their keys."""
    may = able[rows]
    some = np.flatnonzero(may.sum(axis=1) >= 3)
    may, mixer = np.ascontiguousarray(may[some].T), Mixer(rows[some])
    for columns in combinations(range(WIDTH - _RAREST, WIDTH), 3):
        chosen = np.flatnonzero(may[columns[0]] & may[columns[1]] & may[columns[2]])
        yield columns, some[chosen], mixer.keys(columns, chosen)
