"""Who copies whom, and from where: word by word, by credit, by date."""

from __future__ import annotations

from collections.abc import Sequence

from reader.articles.model import Article
from reader.matching.model import DifferenceKind, Kind, Match, Passage
from reader.story.body import Body
from reader.story.credits import credited
from reader.story.model import Copy, Link, Origin
from reader.story.pairs import Pairs

__all__ = ["copies_of", "origins_of", "share_origin", "sources"]

_MUCH = 0.1
"""Share of an article's body words from which, copied, they say where it likely comes from."""

_CHANCE = 40
"""Code points from which two articles do not hit upon the same words by chance: six or seven words.

Nearly the same words must be twice as many: "the cost of repairs" is put at a sum in one way.
"""

_SPEECH_OF = "direct/direct"
"""The form of a match in which both sides quote: the words are the speaker's, and no copy."""


def copies_of(pairs: Pairs, threshold: float, bodies: Sequence[Body]) -> tuple[Copy, ...]:
    """What stands word by word in two articles, both ways, the largest share first."""
    found = []
    for (i, j), alignment in pairs.alignments.items():
        same = [match for match in alignment.above(threshold) if match.kind is Kind.VERBATIM]
        if same:
            for one, other, passages in ((i, j, [m.a for m in same]), (j, i, [m.b for m in same])):
                found.append(Copy(one, other, bodies[one].share(passages), _in_order(passages)))
    return tuple(sorted(found, key=lambda copy: (-copy.share, copy.article, copy.other)))


def _in_order(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(set(passages), key=lambda passage: (passage.start, passage.end)))


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


def share_origin(origins: Sequence[Origin | None], a: int, b: int) -> bool:
    """Whether one of two articles comes from the other, or both from the same."""
    of_a, of_b = origins[a], origins[b]
    if (of_a and of_a.article == b) or (of_b and of_b.article == a):
        return True
    return bool(of_a and of_b) and of_a == of_b


def sources(
    articles: Sequence[int], links: Sequence[Link], origins: Sequence[Origin | None]
) -> tuple[int, ...]:
    """For each telling of a cluster, given by its article, a number: the same for copies of one another.

    Copies have the same or nearly the same words, and no figure, name or statement that differs; the words
    of a quotation are copied only where the articles share their origin. An article copies itself.
    """
    source = [articles.index(article) for article in articles]
    for link in links:
        if _is_copy(link.match, share_origin(origins, articles[link.a], articles[link.b])):
            kept, other = sorted((source[link.a], source[link.b]))
            source = [kept if number == other else number for number in source]
    return tuple(source)


def _is_copy(match: Match, related: bool) -> bool:
    quoted = match.form == _SPEECH_OF
    alike = match.kind in (Kind.VERBATIM, Kind.NEAR_DUPLICATE) or (quoted and match.kind is Kind.QUOTE)
    differs = any(one.kind is not DifferenceKind.ROUNDING for one in match.differences)
    least = _CHANCE if match.kind is Kind.VERBATIM else 2 * _CHANCE
    long = min(match.a.end - match.a.start, match.b.end - match.b.start) >= least
    return alike and long and not differs and (related or not quoted)
