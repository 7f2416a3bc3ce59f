"""The arrays of an archive made of its catalogue, a thousand articles at a time."""

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

_RECORDS = 1000
"""Articles that are made rows of at a time."""

_ROWS = 50_000
"""Rows that are made keys of at a time."""


def build(database: ArchiveDatabase, folder: Path, jobs: int, progress: Progress) -> Arrays:
    """Opens the arrays, which are made first unless there are some of the catalogue as it is."""
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
    sentences, articles = int(firsts[-1]), len(numbers)
    vocabulary = _vocabulary(database, sentences, articles, progress)
    rows = np.lib.format.open_memmap(
        folder / "rows.npy", mode="w+", dtype=np.uint32, shape=(sentences, WIDTH)
    )
    sample = [np.zeros((0, WIDTH), np.uint32)]
    first = done = 0
    for records in _batches(database):
        made = rows_of(all_words(records), vocabulary)
        sample.append(sampled(made, sentences))
        rows[first : first + len(made)] = made
        first, done = first + len(made), done + len(records)
        progress("sorting words", articles + done, 2 * articles)
    stock_phrases = StockPhrases.of(np.concatenate(sample), len(vocabulary.hashes))
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


def _batches(database: ArchiveDatabase) -> Iterator[list[Record]]:
    records = database.records()
    while batch := list(islice(records, _RECORDS)):
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
    """Takes the formulas out of the rows, and writes their keys, sorted by partition."""
    spread = [folder / f"{number}.keys" for number in range(PARTITIONS)]

    def parts(first: int) -> list[NDArray[np.uint64]]:
        part = stock_phrases.without(rows[first : first + _ROWS])
        rows[first : first + _ROWS] = part
        keys, numbers = keys_of(part, vocabulary)
        packed = packed_keys(keys, numbers.astype(np.uint64) + np.uint64(first))
        partition = partition_of(keys)
        return [packed[partition == number] for number in range(PARTITIONS)]

    firsts = iter(range(0, len(rows), _ROWS))
    done = 0
    with ThreadPoolExecutor(jobs) as threads:
        while some := list(islice(firsts, jobs)):
            for found in threads.map(parts, some):
                _append(spread, found)
                done = min(done + _ROWS, len(rows))
                progress("fingerprints", done, len(rows))
    for number, path in enumerate(spread):
        keys = np.fromfile(path, np.uint64) if path.exists() else np.zeros(0, np.uint64)
        np.save(folder / f"{number}.npy", np.sort(keys))
        path.unlink(missing_ok=True)


def _append(paths: Sequence[Path], parts: Sequence[NDArray[np.uint64]]) -> None:
    for path, part in zip(paths, parts, strict=True):
        with path.open("ab") as file:
            part.tofile(file)
