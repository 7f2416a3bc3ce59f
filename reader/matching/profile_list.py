"""The profiles of an article as a list that makes them again when they are asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from reader.articles.model import Article
from reader.base.lazy_sequence import LazySequence
from reader.matching.compounds import Compounds, split
from reader.matching.profile import Profile, profile_at

__all__ = ["ProfileList"]


class ProfileList(LazySequence[Profile]):
    """The profiles of an `article`, eight bytes each, made again from its text whenever one is asked for.

    A profile takes ten kilobytes of memory, and a tenth of a millisecond to make.
    """

    def __init__(self, article: Article, profiles: Iterable[Profile], compounds: Compounds) -> None:
        self.article = article
        self._compounds = compounds
        self._starts, self._ends = array("i"), array("i")
        for profile in profiles:
            self._starts.append(profile.start)
            self._ends.append(profile.end)

    def number_at(self, offset: int) -> int:
        """The number of the profile of the sentence that code point `offset` is in."""
        return bisect_right(self._starts, offset) - 1

    def __len__(self) -> int:
        return len(self._starts)

    def _at(self, number: int) -> Profile:
        profile = profile_at(self.article, self._starts[number], self._ends[number])
        return split(profile, self._compounds)
