"""Copies: articles with the same words, and the likely origin of each article."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.model import Article
from reader.matching.model import Kind, Passage
from reader.story.body import Body
from reader.story.credits import credited
from reader.story.model import Copy, Origin
from reader.story.pairs import AlignedPairs

__all__ = ["copies_of", "origins_of"]

_LARGE = 0.1
"""The copy share from which the other article, if it is earlier, is a likely origin."""


def copies_of(pairs: AlignedPairs, threshold: float, bodies: Sequence[Body]) -> tuple[Copy, ...]:
    """The copies in both directions for each two articles with the same words, the largest share first."""
    copies = []
    for (i, j), alignment in pairs.alignments.items():
        same = [match for match in alignment.above(threshold) if match.kind is Kind.VERBATIM]
        if same:
            copies.append(_copy(i, j, bodies[i], [(match.a, match.b) for match in same]))
            copies.append(_copy(j, i, bodies[j], [(match.b, match.a) for match in same]))
    return tuple(sorted(copies, key=lambda copy: (-copy.share, copy.article, copy.other)))


def _copy(article: int, other: int, body: Body, copied: Sequence[tuple[Passage, Passage]]) -> Copy:
    """The copy of passages of an article, each given with its counterpart. Of several, the first counts."""
    counterparts = dict(sorted(copied, key=_place, reverse=True))
    passages = tuple(counterparts)
    return Copy(article, other, body.share(passages), passages[::-1], tuple(counterparts.values())[::-1])


def _place(copied: tuple[Passage, Passage]) -> tuple[int, int, int]:
    passage, counterpart = copied
    return passage.start, passage.end, counterpart.start


def origins_of(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Origin | None, ...]:
    """The likely origin of each article: the one it credits, else the earliest article that it copies."""
    return tuple(_origin(articles, number, copies) for number in range(len(articles)))


def _origin(articles: Sequence[Article], number: int, copies: Sequence[Copy]) -> Origin | None:
    name, other = credited(articles, number)
    if name:
        return Origin(name, other, credited=True)
    date = articles[number].date
    earlier = [
        copy.other
        for copy in copies
        if copy.article == number and copy.share >= _LARGE and _is_before(articles[copy.other].date, date)
    ]
    if not earlier:
        return None
    first = min(earlier, key=lambda other: articles[other].date)
    return Origin(articles[first].source or articles[first].title, first, credited=False)


def _is_before(date: str, other: str) -> bool:
    """Whether one ISO 8601 date is before another, to the precision that both have."""
    precision = min(len(date), len(other))
    return bool(precision) and date[:precision] < other[:precision]
