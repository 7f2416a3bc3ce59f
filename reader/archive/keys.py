"""Fingerprints of a sentence: sets of its rarest words, so rare that no two sentences share one by chance.

Two words are a key if hardly a sentence has both by chance; where they are too common, a third joins them.
So keys grow longer with the archive, and the lists of sentences that share one do not.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from reader.archive.hashing import Mixer
from reader.archive.rows import Ranks, Vocabulary

__all__ = ["BITS", "CHANCE", "RAREST", "keys_of"]

RAREST = 8
"""Words of a sentence that keys are made of, its rarest: at most 28 pairs."""

BITS = 36
"""Bits of a key. Two sets of words that have one key by chance are found not to be alike afterwards."""

CHANCE = 1.0
"""Sentences of the archive that may be expected to have all words of a key, were words independent."""


def keys_of(rows: Ranks, vocabulary: Vocabulary) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """The keys (hashes of BITS bits) of rows, and for each the number of its row."""
    ranks = rows[:, -RAREST:]
    shares = (vocabulary.frequencies / max(vocabulary.sentences, 1)).astype(np.float32)
    shares[0] = np.inf  # no word is no part of a key
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
        there = np.flatnonzero(chosen)
        keys.append(mixer.keys(columns, there) >> np.uint64(64 - BITS))
        numbers.append(there.astype(np.uint32))
    return np.concatenate(keys), np.concatenate(numbers)
