"""Rows: sentences as numbers, the ranks of the rarest words of each.

The most common word of the archive has rank 1, the next rank 2, and so on; 0 means that there is no word.
The higher of two ranks is the rarer word, and a sorted row is sorted by rarity.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.archive.hashing import each_once
from reader.archive.record import Words

__all__ = ["WIDTH", "Ranks", "Vocabulary", "distinct", "rows_of"]

WIDTH = 16
"""The number of a sentence's rarest words that are compared. Most sentences of news have no more."""

Ranks = NDArray[np.uint32]
"""A matrix with a row of WIDTH ranks for each sentence, ascending, with 0 in front if it has fewer words."""

_WORD = np.uint64(0xFFFFFFFF)
_UPPER = np.uint64(32)


def distinct(words: Words) -> NDArray[np.uint64]:
    """The distinct words of each sentence: the number of the sentence above 32 bits of the word's hash."""
    sentences = np.arange(len(words.counts), dtype=np.uint64)
    return each_once(np.repeat(sentences, words.counts) << _UPPER | words.hashes)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an archive: their hashes, ascending, and the rank of each. `frequencies` holds, by rank,
    the number of sentences that have the word; `sentences` is the number of all sentences."""

    hashes: NDArray[np.uint32]
    ranks: NDArray[np.uint32]
    frequencies: NDArray[np.uint32]
    sentences: int

    @classmethod
    def of(cls, hashes: NDArray[np.uint32], frequencies: NDArray[np.uint32], sentences: int) -> Vocabulary:
        """The vocabulary of words, given their hashes, ascending, and the number of sentences with each."""
        order = np.argsort(frequencies, kind="stable")[::-1]
        ranks = np.empty(len(order), np.uint32)
        ranks[order] = np.arange(1, len(order) + 1, dtype=np.uint32)
        return cls(hashes, ranks, np.append(np.uint32(0), frequencies[order]), sentences)

    def weights(self) -> NDArray[np.float32]:
        """The weight of each rank: the square of log(sentences / sentences that have it), as in tf-idf."""
        share = np.maximum(self.frequencies, 1) / max(self.sentences, 2)
        weights = np.square(np.log(np.minimum(share, 1))).astype(np.float32)
        weights[0] = 0
        return weights

    def rank(self, words: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """The ranks of words by their hashes; 0 for a word that is not in the archive."""
        if not len(self.hashes):
            return np.zeros(len(words), np.uint32)
        places = np.minimum(np.searchsorted(self.hashes, words), len(self.hashes) - 1)
        return np.where(self.hashes[places] == words, self.ranks[places], 0).astype(np.uint32)


def rows_of(words: Words, vocabulary: Vocabulary) -> Ranks:
    """The rows of sentences, in order."""
    sentences = len(words.counts)
    packed = distinct(words)
    ranks = vocabulary.rank((packed & _WORD).astype(np.uint32))
    ordered = np.sort(packed >> _UPPER << _UPPER | ranks)
    sentence = (ordered >> _UPPER).astype(np.int64)
    ends = np.searchsorted(sentence, np.arange(sentences), side="right")
    column = WIDTH - (ends[sentence] - np.arange(len(ordered)))
    rows = np.zeros((sentences, WIDTH), np.uint32)
    kept = column >= 0
    rows[sentence[kept], column[kept]] = (ordered[kept] & _WORD).astype(np.uint32)
    return rows
