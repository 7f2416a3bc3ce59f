"""What is searched: arrays in files, made of the catalogue and mapped into memory.

Plain files, because a search touches a few pages of them, and the join of all reads each once from end to
end. They are written into a folder that gets its name when all is there: its number is that of the
catalogue's changes, so that nobody takes old arrays for new ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.archive.database import ArchiveDatabase
from reader.archive.model import ArchiveError
from reader.archive.rows import Ranks, Vocabulary
from reader.archive.stock_phrases import StockPhrases
from reader.base.sanitizing import sanitize_line

__all__ = ["NAMES", "PARTITIONS", "Arrays", "arrays_folder", "packed_keys", "partition_of"]

PARTITIONS = 16
"""Files that keys are spread over by their upper four bits: each is joined on its own, in little memory."""

NAMES = ("hashes", "ranks", "frequencies", "stock_phrases", "able", "rows", "numbers", "firsts")
"""The names of the files, but for those of the partitions, which have numbers."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """The arrays of an archive. Sentences are numbered through all articles, in the order of these.

    `numbers` are those of the articles in the catalogue, `firsts` the first sentence of each and, at the
    end, how many there are in all. A partition holds the lower 32 bits of a key above the number of a
    sentence, sorted.
    """

    numbers: NDArray[np.int64]
    firsts: NDArray[np.int64]
    vocabulary: Vocabulary
    stock_phrases: StockPhrases
    rows: Ranks
    partitions: tuple[NDArray[np.uint64], ...]

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self.numbers)

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return int(self.firsts[-1])

    def article_of(self, sentences: NDArray[np.int64]) -> NDArray[np.int64]:
        """The places in `numbers` of the articles of sentences."""
        return np.searchsorted(self.firsts, sentences, side="right") - 1

    @classmethod
    def opened(cls, database: ArchiveDatabase, folder: Path) -> Arrays:
        """The arrays of the catalogue in this folder. Raises ArchiveError where they are not there yet."""
        place = arrays_folder(database, folder)
        try:
            hashes, ranks, frequencies, keys, able, rows, numbers, firsts = (
                np.load(place / f"{name}.npy", mmap_mode="r") for name in NAMES
            )
            parts = [np.load(place / f"{number}.npy", mmap_mode="r") for number in range(PARTITIONS)]
        except (OSError, ValueError) as error:
            raise ArchiveError(
                f'{sanitize_line(str(folder))}: the index is not finished; run "reader corpus index" again'
            ) from error
        vocabulary = Vocabulary(hashes, ranks, frequencies, int(firsts[-1]))
        return cls(numbers, firsts, vocabulary, StockPhrases(keys, able), rows, tuple(parts))


def arrays_folder(database: ArchiveDatabase, folder: Path) -> Path:
    """The folder of the arrays that are made of the catalogue as it is, in the folder of the index."""
    return folder / f"arrays-{database.changes}"


def partition_of(keys: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """The partition of keys: their upper four bits."""
    return (keys >> np.uint64(32)).astype(np.uint8)


def packed_keys(keys: NDArray[np.uint64], sentences: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The lower 32 bits of keys, above the numbers of their sentences."""
    return keys << np.uint64(32) | sentences
