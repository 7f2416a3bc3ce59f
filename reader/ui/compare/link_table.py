"""The matches of two articles by the sentences they begin in, in arrays, because they may be many."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reader.articles.model import Article
from reader.matching.model import Match

__all__ = ["LinkTable"]


class LinkTable:
    """The matches of articles a and b. Matches and sentences go by number."""

    def __init__(self, a: Article, b: Article, matches: Iterable[Match]) -> None:
        self.matches = list(matches)
        self._in_a = array("i", (a.sentence_at(match.a.start) for match in self.matches))
        self._in_b = array("i", (b.sentence_at(match.b.start) for match in self.matches))
        self._by_a = array("i", sorted(range(len(self.matches)), key=self._in_a.__getitem__))
        self._by_b = array("i", sorted(range(len(self.matches)), key=self._in_b.__getitem__))

    def beginning_in_a(self, sentence: int) -> Sequence[int]:
        """The matches that begin in a sentence of a."""
        return _of(self._by_a, self._in_a, sentence)

    def beginning_in_b(self, sentence: int) -> Sequence[int]:
        """The matches that begin in a sentence of b."""
        return _of(self._by_b, self._in_b, sentence)

    def __iter__(self) -> Iterator[tuple[Match, int, int]]:
        """Each match with its sentences of a and of b."""
        return zip(self.matches, self._in_a, self._in_b, strict=True)


def _of(numbers: array[int], sentences: array[int], sentence: int) -> Sequence[int]:
    first = bisect_left(numbers, sentence, key=sentences.__getitem__)
    last = bisect_right(numbers, sentence, lo=first, key=sentences.__getitem__)
    return numbers[first:last]
