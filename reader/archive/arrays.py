"""The arrays of an archive that are searched: files made from the database and mapped into memory.

They are plain files because a search reads a few pages of them, and a join reads each once from end to end.
They are written into a folder that gets its name when it is complete. The name has the number of changes of
the database, so that old arrays are never taken for new ones.
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
"""Files over which keys are spread by their upper four bits. Each is joined separately, in little memory."""

NAMES = ("hashes", "ranks", "frequencies", "stock_phrases", "able", "rows", "numbers", "firsts")
"""The names of the files without their suffix; the files of the partitions have numbers."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """The arrays of an archive. Sentences are numbered through all articles, in the order of the articles.

    `numbers` holds the numbers of the articles in the database; `firsts` the first sentence of each, and at
    the end the number of all sentences. A partition holds, sorted, the lower 32 bits of a key above the
    number of a sentence.
    """

    numbers: NDArray[np.int64]
    firsts: NDArray[np.int64]
    vocabulary: Vocabulary
    stock_phrases: StockPhrases
    rows: Ranks
    partitions: tuple[NDArray[np.uint64], ...]

    @property
    def articles(self) -> int:
        """The number of articles."""
        return len(self.numbers)

    @property
    def sentences(self) -> int:
        """The number of sentences."""
        return int(self.firsts[-1])

    def article_of(self, sentences: NDArray[np.int64]) -> NDArray[np.int64]:
        """The places in `numbers` of the articles that contain the sentences."""
        return np.searchsorted(self.firsts, sentences, side="right") - 1

    @classmethod
    def opened(cls, database: ArchiveDatabase, folder: Path) -> Arrays:
        """The arrays of a database in the folder of its index. Raises ArchiveError if they are incomplete."""
        arrays = arrays_folder(database, folder)
        try:
            hashes, ranks, frequencies, keys, able, rows, numbers, firsts = (
                np.load(arrays / f"{name}.npy", mmap_mode="r") for name in NAMES
            )
            parts = [np.load(arrays / f"{number}.npy", mmap_mode="r") for number in range(PARTITIONS)]
        except (OSError, ValueError) as error:
            raise ArchiveError(
                f'{sanitize_line(str(folder))}: the index is not complete; run "reader corpus index" again'
            ) from error
        vocabulary = Vocabulary(hashes, ranks, frequencies, int(firsts[-1]))
        return cls(numbers, firsts, vocabulary, StockPhrases(keys, able), rows, tuple(parts))


def arrays_folder(database: ArchiveDatabase, folder: Path) -> Path:
    """The folder, in that of the index, of the arrays of a database in its current state."""
    return folder / f"arrays-{database.changes}"


def partition_of(keys: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """The partitions of keys: their upper four bits."""
    return (keys >> np.uint64(32)).astype(np.uint8)


def packed_keys(keys: NDArray[np.uint64], sentences: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The lower 32 bits of keys, above the numbers of their sentences."""
    return keys << np.uint64(32) | sentences
