"""The profiles of an article as a list that makes them again when they are asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from reader.articles.model import Article
from reader.base.lazy_sequence import LazySequence
from reader.language.quotation_marks import quotations
from reader.matching.compounds import Compounds, split
from reader.matching.profile import Profile, QuotationList, profile_at

__all__ = ["ProfileList"]

_KEPT = 64  # paragraphs


class ProfileList(LazySequence[Profile]):
    """The profiles of an `article`, eight bytes each, made again from its text whenever one is asked for.

    A profile takes ten kilobytes of memory, and a tenth of a millisecond to make.
    """

    def __init__(self, article: Article, profiles: Iterable[Profile], compounds: Compounds) -> None:
        self.article = article
        self._compounds = compounds
        self._kept: dict[tuple[int, int], QuotationList] = {}
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
        start, end = self._starts[number], self._ends[number]
        profile = profile_at(self.article.text, start, end, self._quoted(start))
        return split(profile, self._compounds)

    def _quoted(self, offset: int) -> QuotationList:
        """The quotations of the paragraph at an offset; those of the last few paragraphs are kept."""
        paragraphs = self.article.paragraphs
        paragraph = paragraphs[bisect_right(paragraphs, offset, key=lambda p: p.start) - 1]
        span = (paragraph.start, paragraph.end)
        if span not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[span] = QuotationList(quotations(self.article.text, [span]))
        return self._kept[span]
