"""The search of an archive: pairs of sentences that say nearly the same thing, or those of one article."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import numpy as np

from reader.archive.arrays import PARTITIONS, Arrays
from reader.archive.database import ArchiveDatabase
from reader.archive.groups import SentencePair, groups_of
from reader.archive.join import PairArrays, Weigher, join_partition, look_up
from reader.archive.model import Excerpt, Group, Progress
from reader.archive.record import Record, all_words, record_of
from reader.archive.rows import rows_of
from reader.archive.scoring import THRESHOLD, kind, score
from reader.articles.model import Article

__all__ = ["Archive"]

_CACHED = 4096
"""The number of records that stay in memory, those used last."""


class Archive:
    """An index that can be searched."""

    def __init__(self, database: ArchiveDatabase, arrays: Arrays) -> None:
        self.arrays = arrays
        self._weigher = Weigher(arrays.vocabulary)
        self._record = lru_cache(_CACHED)(database.record)

    @classmethod
    @contextmanager
    def opened(cls, folder: Path) -> Iterator[Archive]:
        """The index in a folder. Raises ArchiveError if there is none, or if it is not complete."""
        with ArchiveDatabase.opened(folder) as database:
            yield cls(database, Arrays.opened(database, folder))

    def pairs(self, threshold: float = THRESHOLD, *, jobs: int, progress: Progress) -> list[SentencePair]:
        """The pairs of sentences of two articles that score at least `threshold` (0-100), by number."""
        candidates, cosines = self._candidates(jobs, progress)
        pairs = []
        for done, (a, b, cosine) in enumerate(zip(*candidates, cosines, strict=True), start=1):
            pair = self._scored(a, b, cosine)
            if pair.score >= threshold:
                pairs.append(pair)
            if done % 1000 == 0 or done == len(cosines):
                progress("comparing", done, len(cosines))
        return pairs

    def groups(self, pairs: list[SentencePair], least: int = 2) -> Iterator[Group]:
        """The groups of at least `least` articles: the largest first, then those with the best pair."""
        return groups_of(pairs, self.excerpt, least)

    def similar_to(self, article: Article, threshold: float = THRESHOLD) -> list[Group]:
        """The sentences of the archive that say nearly the same thing as one of `article`, the best first.

        Each group is a pair that begins with the sentence of `article`. The article itself is left out.
        """
        record = record_of(article)
        if not len(record.counts):
            return []
        rows = self.arrays.stock_phrases.without(rows_of(all_words([record]), self.arrays.vocabulary))
        (a, b), cosines = look_up(self.arrays, rows, self._weigher)
        groups = []
        for own, number, cosine in zip(a.tolist(), b.tolist(), cosines.tolist(), strict=True):
            other, place = self._located(number)
            if not _is_same(record, other):
                points = _score(cosine, record, own, other, place)
                if points >= threshold:
                    pair = record.excerpt(own), other.excerpt(place)
                    groups.append(Group(pair, kind(pair[0].text, pair[1].text), points))
        return sorted(groups, key=lambda group: -group.score)

    def excerpt(self, sentence: int) -> Excerpt:
        """The sentence with a number."""
        record, place = self._located(sentence)
        return record.excerpt(place)

    def _candidates(self, jobs: int, progress: Progress) -> tuple[PairArrays, list[float]]:
        """The distinct pairs that are worth a closer look, in order, with their cosines."""
        packed, cosines = [], []
        with ThreadPoolExecutor(jobs) as threads:
            parts = threads.map(
                lambda part: join_partition(self.arrays, part, self._weigher), range(PARTITIONS)
            )
            for done, ((a, b), cosine) in enumerate(parts, start=1):
                packed.append(a << 32 | b)
                cosines.append(cosine)
                progress("joining", done, PARTITIONS)
        pairs, places = np.unique(np.concatenate(packed), return_index=True)
        return (pairs >> 32, pairs & 0xFFFFFFFF), np.concatenate(cosines)[places].tolist()

    def _scored(self, a: int, b: int, cosine: float) -> SentencePair:
        points = _score(cosine, *self._located(a), *self._located(b))
        return SentencePair(int(a), int(b), cosine, points)

    def _located(self, sentence: int) -> tuple[Record, int]:
        """The article of a sentence, and the number of the sentence in it."""
        place = int(self.arrays.article_of(np.int64(sentence)))  # type: ignore[arg-type]
        return self._record(int(self.arrays.numbers[place])), int(sentence - self.arrays.firsts[place])


def _score(cosine: float, a: Record, i: int, b: Record, j: int) -> float:
    texts = a.excerpt(i).text, b.excerpt(j).text
    return score(cosine, texts, (a.words_of(i).tolist(), b.words_of(j).tolist()))


def _is_same(a: Record, b: Record) -> bool:
    """Whether two records are of one article, and not of two articles with the same text."""
    return Path(a.article.place).absolute() == Path(b.article.place).absolute()
