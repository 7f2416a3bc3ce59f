"""The articles on screen and their matches: the values that the widgets draw from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.articles.model import Article, Role
from reader.base.letters import letter
from reader.matching.model import Alignment, Kind, Match, Passage
from reader.ui.compare.link_table import LinkTable

__all__ = ["Comparison", "Judgement", "MatchLink"]


@dataclass(frozen=True, slots=True)
class MatchLink:
    """A match seen from one of its articles: the `passage`, in sentence number `sentence`, says the
    same as `other_passage`, in sentence number `other_sentence` of article number `other`.
    """

    match: Match
    passage: Passage
    other_passage: Passage
    sentence: int
    other: int
    other_sentence: int


class Judgement(NamedTuple):
    """The reader's word on two passages [start, end) of articles number `a` < `b`: they match, or not."""

    a: int
    passage_a: tuple[int, int]
    b: int
    passage_b: tuple[int, int]
    is_match: bool


class Comparison:
    """Two or more articles, numbered from 0, with the alignments found so far.

    Changing `threshold` (0-100), `hidden` kinds or the reader's judgements recomputes nothing: it only hides
    links. A pinned match is always shown, a rejected one never. `letters` are what the articles are called
    where they are some of a larger story; else they are A, B, C and so on.
    """

    def __init__(self, articles: Sequence[Article], threshold: float, letters: Sequence[str] = ()) -> None:
        self.articles = tuple(articles)
        self._letters = tuple(letters) or tuple(map(letter, range(len(self.articles))))
        self.threshold = threshold
        self.hidden: frozenset[Kind] = frozenset()
        self._alignments: dict[tuple[int, int], Alignment] = {}
        self._tables: dict[tuple[int, int], LinkTable] = {}
        self._judgements: frozenset[Judgement] = frozenset()
        self._pinned: list[dict[int, list[MatchLink]]] = [defaultdict(list) for _ in self.articles]
        self._judged: set[tuple[int, int, int, int]] = set()  # article, sentence, other, its sentence
        self._linked: dict[int, list[int]] = {}
        self._alone: dict[int, list[int]] = {}
        self._landmarks: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._cached_for: object = None

    def letter(self, number: int) -> str:
        """The letter, or letters, of article `number`."""
        return self._letters[number]

    @property
    def is_complete(self) -> bool:
        """Whether every pair of articles has been matched."""
        return len(self._alignments) == len(list(self.pairs()))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs of article numbers, each once, the first two articles first."""
        return ((a, b) for b in range(len(self.articles)) for a in range(b))

    def add(self, a: int, b: int, alignment: Alignment) -> None:
        """Adds the alignment of articles number `a` and `b`."""
        self._alignments[a, b] = alignment
        self._tables[a, b] = LinkTable(self.articles[a], self.articles[b], alignment.matches)
        self._cached_for = None

    def _link(self, article: int, other: int, match: Match) -> MatchLink:
        passage, other_passage = (match.a, match.b) if article < other else (match.b, match.a)
        sentence = self.sentence_at(article, passage.start)
        other_sentence = self.sentence_at(other, other_passage.start)
        return MatchLink(match, passage, other_passage, sentence, other, other_sentence)

    def judge(self, judgements: Iterable[Judgement]) -> bool:
        """Respects these judgements and no others; whether that changes anything."""
        new = frozenset(judgements)
        if new == self._judgements:
            return False
        self._judgements = new
        self._judged.clear()
        for links in self._pinned:
            links.clear()
        for judgement in new:
            self._respect(judgement)
        self._cached_for = None
        return True

    def _respect(self, judgement: Judgement) -> None:
        from reader.differences.pinned import pinned_match

        a, passage_a, b, passage_b, is_match = judgement
        sentence_a, sentence_b = self.sentence_at(a, passage_a[0]), self.sentence_at(b, passage_b[0])
        self._judged |= {(a, sentence_a, b, sentence_b), (b, sentence_b, a, sentence_a)}
        if is_match:
            match = pinned_match(self.articles[a], passage_a, self.articles[b], passage_b)
            self._pinned[a][sentence_a].append(self._link(a, b, match))
            self._pinned[b][sentence_b].append(self._link(b, a, match))

    def sentence_at(self, article: int, offset: int) -> int:
        """The number of the sentence at code point `offset`, or of the last one before it."""
        return self.articles[article].sentence_at(offset)

    # What is shown

    def links(self, article: int, sentence: int) -> list[MatchLink]:
        """The links of a sentence that are shown: the pinned ones, then the strongest first."""
        return [
            *self._pinned[article].get(sentence, []),
            *(
                link
                for link in self._all_links(article, sentence)
                if self._passes(link.match) and not self._is_judged(article, link)
            ),
        ]

    def _all_links(self, article: int, sentence: int) -> list[MatchLink]:
        """The links of a sentence, shown or not, the strongest first."""
        links: list[MatchLink] = []
        for (a, b), table in self._tables.items():
            if article == a:
                links += [self._link(a, b, table.matches[n]) for n in table.beginning_in_a(sentence)]
            elif article == b:
                links += [self._link(b, a, table.matches[n]) for n in table.beginning_in_b(sentence)]
        return sorted(links, key=lambda link: -link.match.score)

    def _passes(self, match: Match) -> bool:
        return match.score >= self.threshold and match.kind not in self.hidden

    def _is_judged(self, article: int, link: MatchLink) -> bool:
        return (article, link.sentence, link.other, link.other_sentence) in self._judged

    def closest(self, article: int, sentence: int) -> MatchLink | None:
        """The strongest link of a sentence, shown or not."""
        return next(iter(self._all_links(article, sentence)), None)

    def linked(self, article: int) -> list[int]:
        """The numbers of the sentences that have a link, in order."""
        self._forget_outdated()
        if article not in self._linked:
            pinned = {sentence for sentence, links in self._pinned[article].items() if links}
            self._linked[article] = sorted(pinned.union(self._linked_by_matches(article)))
        return self._linked[article]

    def _linked_by_matches(self, article: int) -> Iterator[int]:
        for (a, b), table in self._tables.items():
            if article in (a, b):
                for match, in_a, in_b in table:
                    if self._passes(match) and (a, in_a, b, in_b) not in self._judged:
                        yield in_a if article == a else in_b

    def alone(self, article: int) -> list[int]:
        """The numbers of the body's sentences without a link: only this article says them."""
        linked = self.linked(article)  # first: it clears what was kept for another threshold
        if article not in self._alone:
            text, shared = self.articles[article], set(linked)
            self._alone[article] = [
                number
                for number, sentence in enumerate(text.sentences)
                if number not in shared and text.role(sentence) is Role.BODY
            ]
        return self._alone[article]

    def matches(self, a: int, b: int) -> list[Match]:
        """The matches of articles number a < b that are shown, in the order of a, then of b."""
        pinned = [link.match for links in self._pinned[a].values() for link in links if link.other == b]
        shown = [
            match
            for match, in_a, in_b in self._tables.get((a, b), ())
            if self._passes(match) and (a, in_a, b, in_b) not in self._judged
        ]
        return sorted(pinned + shown, key=lambda match: (match.a.start, match.b.start))

    def unfiltered(self, a: int, b: int) -> tuple[Match, ...]:
        """The matches of articles number a < b that reach the threshold, of hidden kinds too."""
        alignment = self._alignments.get((a, b))
        return alignment.above(self.threshold) if alignment else ()

    def landmarks(self, article: int, other: int) -> list[tuple[int, int]]:
        """The pairs of offsets (in `article`, in `other`) that scrolling follows; both strictly increase."""
        self._forget_outdated()
        if (article, other) not in self._landmarks:
            self._landmarks[article, other] = self._find_landmarks(article, other)
        return self._landmarks[article, other]

    def _find_landmarks(self, article: int, other: int) -> list[tuple[int, int]]:
        from reader.matching.landmarks import landmarks

        chain = landmarks(self.matches(min(article, other), max(article, other)))
        starts = [(match.a.start, match.b.start) for match in chain]
        return starts if article < other else [(b, a) for a, b in starts]

    def _forget_outdated(self) -> None:
        shown = self.threshold, self.hidden
        if shown != self._cached_for:
            self._linked.clear()
            self._alone.clear()
            self._landmarks.clear()
            self._cached_for = shown
