"""The results of an archive as a list: groups of sentences, and which of them are listed. Free of textual.

Groups are numbers until a row is shown: reading the passages of all of a hundred thousand pairs takes long.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import overload

import numpy as np
from numpy.typing import NDArray

from reader.archive.groups import BOILERPLATE, SentencePair, grouped
from reader.archive.model import Excerpt
from reader.archive.results_file import ResultsFile
from reader.matching.model import Kind

__all__ = ["ArchiveList", "ArchiveQuery", "ArchiveRow", "ArchiveRows"]

_PASSAGES = 50
"""Passages of a group that are read: a screen shows fewer, and boilerplate may have thousands."""

_CACHED = 200
"""Rows that are kept in memory: those of several screens."""


@dataclass(frozen=True, slots=True)
class ArchiveQuery:
    """The groups to list: those with all these words, in at least so many articles, and not of a hidden kind.

    Sentences are grouped by the pairs that score (0-100) so much or more. What more than BOILERPLATE
    articles say is listed only with `boilerplate`.
    """

    words: str = ""
    articles: int = 2
    score: float = 0.0
    hidden: frozenset[Kind] = frozenset()
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """A group: kind and score (0-100) of its best pair, the numbers of its articles and sentences, and its
    first passages, those of the best pair before the others.
    """

    kind: Kind
    score: float
    articles: int
    sentences: int
    excerpts: Sequence[Excerpt]


@dataclass(frozen=True, slots=True)
class _ListedGroups:
    """The groups of two articles or more: of each the best pair, the kind and the number of articles; the
    sentences of all, one group after the other, and where those of each begin."""

    best: Sequence[SentencePair]
    kinds: NDArray[np.str_]
    sentences: NDArray[np.int64]
    firsts: NDArray[np.int64]
    articles: NDArray[np.int64]

    def members(self, number: int) -> list[int]:
        """The sentences of a group, those of its best pair first."""
        last = self.firsts[number + 1] if number + 1 < len(self.firsts) else len(self.sentences)
        best = self.best[number]
        others = self.sentences[self.firsts[number] : last].tolist()
        return [best.a, best.b, *(number for number in others if number not in (best.a, best.b))]

    def having(self, sentences: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether each group has one of these sentences."""
        hits: NDArray[np.bool_] = np.isin(self.sentences, sentences)
        return np.logical_or.reduceat(hits, self.firsts) if len(self.firsts) else hits


class ArchiveRows(Sequence[ArchiveRow]):
    """The groups that are listed, in the order of ResultsFile.groups; each is read when it is asked for.

    `total` counts all groups, listed or not, `kinds` those of each kind, `boilerplate` those that more than
    BOILERPLATE articles have.
    """

    def __init__(self, file: ResultsFile, groups: _ListedGroups, numbers: Sequence[int]) -> None:
        self.total = len(groups.best)
        self.boilerplate = int((groups.articles > BOILERPLATE).sum())
        self.kinds: Mapping[str, int] = Counter(groups.kinds.tolist())
        self._file, self._groups, self._numbers = file, groups, numbers
        self._row = lru_cache(_CACHED)(self._read_row)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, number: int) -> ArchiveRow: ...

    @overload
    def __getitem__(self, number: slice) -> list[ArchiveRow]: ...

    def __getitem__(self, number: int | slice) -> ArchiveRow | list[ArchiveRow]:
        """The row at a number, or the rows of a slice."""
        if isinstance(number, slice):
            return [self._row(row) for row in range(len(self))[number]]
        return self._row(range(len(self))[number])

    def _read_row(self, row: int) -> ArchiveRow:
        number, groups = self._numbers[row], self._groups
        members = groups.members(number)
        return ArchiveRow(
            Kind(groups.kinds[number]),
            groups.best[number].score,
            int(groups.articles[number]),
            len(members),
            [self._file.excerpt(sentence) for sentence in members[:_PASSAGES]],
        )


class ArchiveList:
    """The contents of a file of pairs. One thread may ask for rows while another reads ArchiveRows."""

    def __init__(self, file: ResultsFile) -> None:
        self._file = file
        self._kinds = dict(zip(file.pairs(), file.kinds(), strict=True))
        self.least = math.floor(min((pair.score for pair in self._kinds), default=0))
        """The score (0-100) of the weakest pair, rounded down."""
        self._grouped = lru_cache(2)(self._group)

    def rows(self, query: ArchiveQuery) -> ArchiveRows:
        """The groups that a query asks for."""
        groups = self._grouped(query.score)
        shown = (groups.articles >= query.articles) & ~np.isin(groups.kinds, list(query.hidden))
        if not query.boilerplate:
            shown &= groups.articles <= BOILERPLATE
        for word in query.words.split():
            shown &= groups.having(self._file.sentences_with(word))
        return ArchiveRows(self._file, groups, np.flatnonzero(shown).tolist())

    def _group(self, score: float) -> _ListedGroups:
        groups = grouped([pair for pair in self._kinds if pair.score >= score])
        articles = self._articles([members for _best, members in groups])
        groups = [group for group, count in zip(groups, articles, strict=True) if count > 1]
        sizes = [len(members) for _best, members in groups]
        return _ListedGroups(
            [best for best, _members in groups],
            np.array([self._kinds[best] for best, _members in groups], np.str_),
            np.fromiter(chain.from_iterable(members for _best, members in groups), np.int64),
            np.cumsum([0, *sizes])[:-1],
            articles[articles > 1],
        )

    def _articles(self, groups: Sequence[Sequence[int]]) -> NDArray[np.int64]:
        """The number of articles of each group of sentences."""
        sentences = np.fromiter(chain.from_iterable(groups), np.int64)
        of_group = np.repeat(np.arange(len(groups)), [len(members) for members in groups])
        articles = np.unique(np.stack([of_group, self._file.articles(sentences)]), axis=1)
        return np.bincount(articles[0], minlength=len(groups))
