"""Who copies whom, and from where: word by word, by credit, by date."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.model import Article
from reader.matching.model import Kind, Passage
from reader.story.body import Body
from reader.story.credits import credited
from reader.story.model import Copy, Origin
from reader.story.pairs import AlignedPairs

__all__ = ["copies_of", "origins_of"]

_MUCH = 0.1
"""Share of an article's body words from which, copied, they say where it likely comes from."""


def copies_of(pairs: AlignedPairs, threshold: float, bodies: Sequence[Body]) -> tuple[Copy, ...]:
    """What stands word by word in two articles, both ways, the largest share first."""
    found = []
    for (i, j), alignment in pairs.alignments.items():
        same = [match for match in alignment.above(threshold) if match.kind is Kind.VERBATIM]
        if same:
            ways = (i, j, [(m.a, m.b) for m in same]), (j, i, [(m.b, m.a) for m in same])
            for one, other, copied in ways:
                stands = dict(sorted(copied, key=_place, reverse=True))  # of several places, the first
                share = bodies[one].share(stands)
                found.append(Copy(one, other, share, tuple(stands)[::-1], tuple(stands.values())[::-1]))
    return tuple(sorted(found, key=lambda copy: (-copy.share, copy.article, copy.other)))


def _place(copied: tuple[Passage, Passage]) -> tuple[int, int, int]:
    here, there = copied
    return here.start, here.end, there.start


def origins_of(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Origin | None, ...]:
    """Where each article likely comes from: what it credits, else the earliest article that it copies."""
    return tuple(_origin(articles, number, copies) for number in range(len(articles)))


def _origin(articles: Sequence[Article], number: int, copies: Sequence[Copy]) -> Origin | None:
    name, other = credited(articles, number)
    if name:
        return Origin(name, other, credited=True)
    date = articles[number].date
    earlier = [
        copy.other
        for copy in copies
        if copy.article == number and copy.share >= _MUCH and _is_before(articles[copy.other].date, date)
    ]
    if not earlier:
        return None
    first = min(earlier, key=lambda one: articles[one].date)
    return Origin(articles[first].source or articles[first].title, first, credited=False)


def _is_before(date: str, other: str) -> bool:
    """Whether one ISO 8601 date is before another, as far as both tell."""
    known = min(len(date), len(other))
    return bool(known) and date[:known] < other[:known]
