"""The profiles of an article when all but few of them have been put away."""

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
    """Eight bytes for each of `profiles`, which is made anew, of its `article`, whenever it is asked for.

    A profile weighs ten kilobytes and is made in a tenth of a millisecond.
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
