"""The articles on screen and what is known of how they match: values that the widgets draw from."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles.model import Article
from reader.matching.model import Alignment, Match, Passage

__all__ = ["Comparison", "Link", "letter"]


@dataclass(frozen=True, slots=True)
class Link:
    """A match seen from one of its articles: the passage `here`, in sentence number `sentence`, says the
    same as `there`, in sentence number `counterpart` of article number `other`.
    """

    match: Match
    here: Passage
    there: Passage
    sentence: int
    other: int
    counterpart: int


def letter(number: int) -> str:
    """What article `number` is called on screen: A, B, C and so on."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


class Comparison:
    """Two or more articles, numbered from 0, with the alignments found so far.

    Changing `threshold` (0-100) recomputes nothing: it only hides links that score lower.
    """

    def __init__(self, articles: Sequence[Article], threshold: float) -> None:
        self.articles = tuple(articles)
        self.threshold = threshold
        self._alignments: dict[tuple[int, int], Alignment] = {}
        self._links: list[dict[int, list[Link]]] = [defaultdict(list) for _ in self.articles]
        self._linked: dict[tuple[int, float], list[int]] = {}
        self._landmarks: dict[tuple[int, int, float], list[tuple[int, int]]] = {}

    @property
    def is_complete(self) -> bool:
        """Whether every pair of articles has been matched."""
        return len(self._alignments) == len(list(self.pairs()))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs of article numbers, each once, the first two articles first."""
        return ((a, b) for b in range(len(self.articles)) for a in range(b))

    def add(self, a: int, b: int, alignment: Alignment) -> None:
        """Takes up the alignment of articles number `a` and `b`."""
        self._alignments[a, b] = alignment
        self._linked.clear()
        for match in alignment.matches:
            self._add_link(a, b, match, match.a, match.b)
            self._add_link(b, a, match, match.b, match.a)

    def _add_link(self, article: int, other: int, match: Match, here: Passage, there: Passage) -> None:
        sentence, counterpart = self.sentence_at(article, here.start), self.sentence_at(other, there.start)
        links = self._links[article][sentence]
        links.append(Link(match, here, there, sentence, other, counterpart))
        links.sort(key=lambda link: -link.match.score)

    def sentence_at(self, article: int, offset: int) -> int:
        """The number of the sentence at code point `offset`, or of the last one before it."""
        sentences = self.articles[article].sentences
        return max(bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1, 0)

    def links(self, article: int, sentence: int) -> list[Link]:
        """The links of a sentence at the threshold, the strongest first."""
        found = self._links[article].get(sentence, [])
        return [link for link in found if link.match.score >= self.threshold]

    def closest(self, article: int, sentence: int) -> Link | None:
        """The strongest link of a sentence, be it below the threshold."""
        return next(iter(self._links[article].get(sentence, [])), None)

    def linked(self, article: int) -> list[int]:
        """The numbers of the sentences that have a link, in order."""
        key = (article, self.threshold)
        if key not in self._linked:
            self._linked[key] = sorted(n for n in self._links[article] if self.links(article, n))
        return self._linked[key]

    def matches(self, a: int, b: int) -> tuple[Match, ...]:
        """The matches of articles number a < b at the threshold; none while they are not matched yet."""
        alignment = self._alignments.get((a, b))
        return alignment.above(self.threshold) if alignment else ()

    def landmarks(self, article: int, other: int) -> list[tuple[int, int]]:
        """What scrolling follows: pairs of offsets (in `article`, in `other`), both strictly increasing."""
        key = (article, other, self.threshold)
        if key not in self._landmarks and (min(article, other), max(article, other)) in self._alignments:
            self._landmarks[key] = self._find_landmarks(article, other)
        return self._landmarks.get(key, [])

    def _find_landmarks(self, article: int, other: int) -> list[tuple[int, int]]:
        from reader.matching.landmarks import landmarks

        chain = landmarks(self.matches(min(article, other), max(article, other)))
        starts = [(match.a.start, match.b.start) for match in chain]
        return starts if article < other else [(b, a) for a, b in starts]
