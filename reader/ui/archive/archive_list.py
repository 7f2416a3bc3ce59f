"""What was found in an archive, as a list: groups of sentences, which of them are listed. Free of textual.

Groups are numbers until a row is shown: to read the passages of all of a hundred thousand pairs takes long.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from reader.archive.groups import BOILERPLATE, SentencePair, grouped
from reader.archive.model import Excerpt
from reader.archive.results_file import ResultsFile
from reader.matching.model import Kind

__all__ = ["ArchiveList", "ArchiveRow", "Listing", "Wanted"]

_MOST = 50
"""Passages of a group that are read: a screen shows fewer, and boilerplate may have thousands."""

_KEPT = 200
"""Rows that are kept: those of several screens."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list: groups with all these words, as at least so many articles say, and of no hidden kind.

    Sentences are grouped by the pairs that score (0-100) so much or more. What more than BOILERPLATE
    articles say is listed with `boilerplate` only.
    """

    words: str = ""
    articles: int = 2
    score: float = 0.0
    hidden: frozenset[Kind] = frozenset()
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """A group: kind and score (0-100) of its best pair, how many articles and sentences it has, and the
    first passages of it, those of the best pair before the others.
    """

    kind: Kind
    score: float
    articles: int
    sentences: int
    excerpts: Sequence[Excerpt]


@dataclass(frozen=True, slots=True)
class _ListedGroups:
    """Groups that two articles or more have: the best pair and the kind of each; of all, one after the
    other, the sentences, where those of each begin, and how many articles each has."""

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
        return [best.a, best.b, *(one for one in others if one not in (best.a, best.b))]

    def having(self, sentences: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Of each group, whether it has one of these sentences."""
        found: NDArray[np.bool_] = np.isin(self.sentences, sentences)
        return np.logical_or.reduceat(found, self.firsts) if len(self.firsts) else found


class Listing:
    """Groups in the order of Found.groups; `total` is how many there are, listed or not, `kinds` of which,
    `boilerplate` how many of them are that.
    """

    def __init__(self, found: ResultsFile, groups: _ListedGroups, numbers: Sequence[int]) -> None:
        self.total = len(groups.best)
        self.boilerplate = int((groups.articles > BOILERPLATE).sum())
        self.kinds: Mapping[str, int] = Counter(groups.kinds.tolist())
        self._found, self._groups, self._numbers = found, groups, numbers
        self.row = lru_cache(_KEPT)(self._row)

    def __len__(self) -> int:
        return len(self._numbers)

    def _row(self, row: int) -> ArchiveRow:
        number, groups = self._numbers[row], self._groups
        members = groups.members(number)
        return ArchiveRow(
            Kind(groups.kinds[number]),
            groups.best[number].score,
            int(groups.articles[number]),
            len(members),
            [self._found.excerpt(sentence) for sentence in members[:_MOST]],
        )


class ArchiveList:
    """What a file of pairs holds. May be asked in one thread while another looks at a Listing."""

    def __init__(self, found: ResultsFile) -> None:
        self._found = found
        self._kinds = dict(zip(found.pairs(), found.kinds(), strict=True))
        self.least = math.floor(min((pair.score for pair in self._kinds), default=0))
        """Score (0-100), rounded down, of the weakest pair."""
        self._grouped = lru_cache(2)(self._group)

    def listed(self, wanted: Wanted) -> Listing:
        """What is wanted of it."""
        groups = self._grouped(wanted.score)
        shown = (groups.articles >= wanted.articles) & ~np.isin(groups.kinds, list(wanted.hidden))
        if not wanted.boilerplate:
            shown &= groups.articles <= BOILERPLATE
        for word in wanted.words.split():
            shown &= groups.having(self._found.having(word))
        return Listing(self._found, groups, np.flatnonzero(shown).tolist())

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
        """How many articles each group of sentences has."""
        sentences = np.fromiter(chain.from_iterable(groups), np.int64)
        of_group = np.repeat(np.arange(len(groups)), [len(members) for members in groups])
        told = np.unique(np.stack([of_group, self._found.articles(sentences)]), axis=1)
        return np.bincount(told[0], minlength=len(groups))
