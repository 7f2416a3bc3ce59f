"""Keys: sets of a sentence's rarest words that other sentences hardly share by chance.

Two words are a key if hardly any sentence has both by chance; if they are too common, a third is added. As
the archive grows, keys therefore get longer, and the lists of sentences that share a key do not.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from reader.archive.hashing import Mixer
from reader.archive.rows import Ranks, Vocabulary

__all__ = ["BITS", "CHANCE", "RAREST", "keys_of"]

RAREST = 8
"""The number of a sentence's rarest words from which keys are made: at most 28 pairs."""

BITS = 36
"""Bits of a key. If two sets of words have one key by chance, weighing their words tells them apart."""

CHANCE = 1.0
"""The number of sentences expected to have all words of a key if words were independent, at most."""


def keys_of(rows: Ranks, vocabulary: Vocabulary) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """The keys (hashes of BITS bits) of rows, and the number of the row of each."""
    ranks = rows[:, -RAREST:]
    shares = (vocabulary.frequencies / max(vocabulary.sentences, 1)).astype(np.float32)
    shares[0] = np.inf  # rank 0 is an empty place, and never part of a key
    share = shares[np.ascontiguousarray(ranks.T)]
    mixer = Mixer(ranks)
    rare: dict[tuple[int, int], NDArray[np.bool_]] = {}
    keys: list[NDArray[np.uint64]] = []
    numbers: list[NDArray[np.uint32]] = []
    for columns in (*combinations(range(RAREST), 2), *combinations(range(RAREST), 3)):
        chance = share[columns[0]] * share[columns[1]]
        if len(columns) == 3:
            chance *= share[columns[2]]
        chosen = chance * vocabulary.sentences <= CHANCE
        if len(columns) == 2:
            rare[columns] = chosen
        else:
            for pair in combinations(columns, 2):
                chosen &= ~rare[pair]
        rows_with_key = np.flatnonzero(chosen)
        keys.append(mixer.keys(columns, rows_with_key) >> np.uint64(64 - BITS))
        numbers.append(rows_with_key.astype(np.uint32))
    return np.concatenate(keys), np.concatenate(numbers)
