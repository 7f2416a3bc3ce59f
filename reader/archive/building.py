"""The building of an archive's arrays from its database, a batch of articles at a time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.archive.arrays import NAMES, PARTITIONS, Arrays, arrays_folder, packed_keys, partition_of
from reader.archive.database import ArchiveDatabase
from reader.archive.keys import keys_of
from reader.archive.model import ArchiveError, Progress
from reader.archive.record import Record, all_words
from reader.archive.rows import WIDTH, Ranks, Vocabulary, distinct, rows_of
from reader.archive.stock_phrases import StockPhrases, sampled

__all__ = ["build"]

_BATCH = 1000
"""Articles that are in memory at a time."""

_ROWS = 50_000
"""Rows for which keys are made at a time."""


def build(database: ArchiveDatabase, folder: Path, jobs: int, progress: Progress) -> Arrays:
    """The arrays of a database in the folder of its index, built first unless they are up to date."""
    try:
        return Arrays.opened(database, folder)
    except ArchiveError:  # there are none, or they are damaged
        unfinished = folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        _write(database, unfinished, jobs, progress)
        for old in folder.glob("arrays-*"):
            shutil.rmtree(old, ignore_errors=True)
        unfinished.replace(arrays_folder(database, folder))
    return Arrays.opened(database, folder)


def _write(database: ArchiveDatabase, folder: Path, jobs: int, progress: Progress) -> None:
    numbers = np.array(database.numbers(), np.int64).reshape(-1, 2)
    firsts = np.append(0, np.cumsum(numbers[:, 1]))
    vocabulary = _vocabulary(database, int(firsts[-1]), len(numbers), progress)
    rows, sample = _write_rows(database, folder, vocabulary, len(numbers), progress)
    stock_phrases = StockPhrases.of(sample, len(vocabulary.hashes))
    _write_keys(rows, vocabulary, stock_phrases, folder, jobs, progress)
    rows.flush()
    # A list: mypy would narrow a tuple to its items, then guess what these have in common.
    arrays: list[NDArray[Any]]
    arrays = [
        vocabulary.hashes,
        vocabulary.ranks,
        vocabulary.frequencies,
        *stock_phrases,
        numbers[:, 0],
        firsts,
    ]
    for name, array in zip((name for name in NAMES if name != "rows"), arrays, strict=True):
        np.save(folder / f"{name}.npy", array)


def _write_rows(
    database: ArchiveDatabase, folder: Path, vocabulary: Vocabulary, articles: int, progress: Progress
) -> tuple[np.memmap[Any, np.dtype[np.uint32]], Ranks]:
    """Writes the rows of all sentences; returns them as a file in memory, and those of the sample."""
    rows = np.lib.format.open_memmap(
        folder / "rows.npy", mode="w+", dtype=np.uint32, shape=(vocabulary.sentences, WIDTH)
    )
    sample = [np.zeros((0, WIDTH), np.uint32)]
    first = done = 0
    for records in _batches(database):
        batch = rows_of(all_words(records), vocabulary)
        sample.append(sampled(batch, vocabulary.sentences))
        rows[first : first + len(batch)] = batch
        first, done = first + len(batch), done + len(records)
        progress("sorting words", articles + done, 2 * articles)
    return rows, np.concatenate(sample)


def _batches(database: ArchiveDatabase) -> Iterator[list[Record]]:
    records = database.records()
    while batch := list(islice(records, _BATCH)):
        yield batch


def _vocabulary(database: ArchiveDatabase, sentences: int, articles: int, progress: Progress) -> Vocabulary:
    hashes, frequencies = np.zeros(0, np.uint32), np.zeros(0, np.int64)
    done = 0
    for records in _batches(database):
        words = (distinct(all_words(records)) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
        new, times = np.unique(words, return_counts=True)
        both, places = np.unique(np.concatenate([hashes, new]), return_inverse=True)
        frequencies = np.bincount(places, np.concatenate([frequencies, times]), len(both)).astype(np.int64)
        hashes = both
        done += len(records)
        progress("sorting words", done, 2 * articles)
    return Vocabulary.of(hashes, frequencies.astype(np.uint32), sentences)


def _write_keys(
    rows: Ranks,
    vocabulary: Vocabulary,
    stock_phrases: StockPhrases,
    folder: Path,
    jobs: int,
    progress: Progress,
) -> None:
    """Removes the stock phrases from the rows, and writes the keys of the rows, sorted by partition."""

    def parts(first: int) -> list[NDArray[np.uint64]]:
        part = stock_phrases.without(rows[first : first + _ROWS])
        rows[first : first + _ROWS] = part
        return _parts(part, first, vocabulary)

    unsorted = [folder / f"{number}.keys" for number in range(PARTITIONS)]
    firsts = iter(range(0, len(rows), _ROWS))
    done = 0
    with ThreadPoolExecutor(jobs) as threads:
        while batch := list(islice(firsts, jobs)):
            for keys_by_partition in threads.map(parts, batch):
                _append(unsorted, keys_by_partition)
                done = min(done + _ROWS, len(rows))
                progress("making keys", done, len(rows))
    _write_sorted(unsorted, folder)


def _write_sorted(unsorted: Sequence[Path], folder: Path) -> None:
    """Writes the keys of each partition, sorted, and deletes the files in which they were collected."""
    for number, path in enumerate(unsorted):
        keys = np.fromfile(path, np.uint64) if path.exists() else np.zeros(0, np.uint64)
        np.save(folder / f"{number}.npy", np.sort(keys))
        path.unlink(missing_ok=True)


def _parts(rows: Ranks, first: int, vocabulary: Vocabulary) -> list[NDArray[np.uint64]]:
    """The packed keys of rows, of which `first` is the number of the first, for each partition."""
    keys, numbers = keys_of(rows, vocabulary)
    packed = packed_keys(keys, numbers.astype(np.uint64) + np.uint64(first))
    partition = partition_of(keys)
    return [packed[partition == number] for number in range(PARTITIONS)]


def _append(paths: Sequence[Path], parts: Sequence[NDArray[np.uint64]]) -> None:
    for path, part in zip(paths, parts, strict=True):
        with path.open("ab") as file:
            part.tofile(file)
