"""Independence: the accounts of a cluster that are neither copied nor drawn from one outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from reader.matching.model import DifferenceKind, Kind, Match, Passage
from reader.story.credits import Credits
from reader.story.model import Dependence, Origin, StoryLink

__all__ = ["Independence", "Provenance"]

_CHANCE = 40
"""Code points (six or seven words) from which two articles do not use the same words by chance.

Near-duplicates must be twice as long: there is one usual way to state "the cost of repairs".
"""

_BOTH_QUOTE = "direct/direct"
"""The form of a match in which both passages quote: the words are the speaker's, and not a copy."""


class Provenance(NamedTuple):
    """The source of an account; `Account` describes the fields."""

    source: int
    dependence: Dependence | None
    credits: str
    as_whole: bool


class Independence:
    """The credits and origins of a story's articles, by which the accounts of its clusters are judged."""

    def __init__(self, named: Credits, origins: Sequence[Origin | None]) -> None:
        self._named = named
        self._origins = origins

    def provenances(
        self, accounts: Sequence[tuple[int, Passage]], links: Sequence[StoryLink]
    ) -> list[Provenance]:
        """The provenance of each account of a cluster, given by article and passage.

        Accounts have one source if they are of one article, are copies, or draw on one outlet.
        """
        articles = [article for article, _ in accounts]
        credited = [self._named.of(*account) for account in accounts]
        copies = [(link.a, link.b) for link in links if self._is_copy(link, articles)]
        sources = _sources(articles, (*copies, *self._drawn(articles, credited)))
        provenances = []
        for number, article in enumerate(articles):
            same = [b if a == number else a for a, b in copies if number in (a, b)]
            outlet = credited[number] or self._credited(article, {articles[copy] for copy in same})
            others = [copy for copy in same if not self._follows(articles[copy], credited[copy], article)]
            dependence = Dependence.CREDIT if outlet else Dependence.COPY if others else None
            as_whole = bool(outlet) and not credited[number]
            provenances.append(Provenance(sources[number], dependence, outlet, as_whole))
        return provenances

    def _drawn(self, articles: Sequence[int], credited: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The pairs of accounts of which one credits the other's outlet, or both credit the same."""
        outlets = [self._named.outlet(article) for article in articles]
        for a, b in combinations(range(len(articles)), 2):
            one_credits_other = {credited[a], credited[b]} & {outlets[a], outlets[b]} - {""}
            if one_credits_other or (credited[a] and credited[a] == credited[b]):
                yield a, b

    def _follows(self, article: int, credited: str, other: int) -> bool:
        """Whether an article, which credits `credited` for its account, draws on another."""
        return self._is_from(article, other) or (credited != "" and credited == self._named.outlet(other))

    def _credited(self, article: int, others: set[int]) -> str:
        """The outlet that an article credits as a whole, "" unless one of the others is it or credits it."""
        origin = self._origins[article]
        if origin is None or not origin.credited:
            return ""
        is_shared = any(origin.article == other or origin == self._origins[other] for other in others)
        return origin.name if is_shared else ""

    def _is_copy(self, link: StoryLink, articles: Sequence[int]) -> bool:
        """Whether one of two accounts is a copy: the same or nearly the same words, and no difference.

        They are too long for chance, unless one article credits the other or both credit the same. Quoted
        words are a copy only if the articles share their origin.
        """
        a, b = articles[link.a], articles[link.b]
        match, quoted = link.match, link.match.form == _BOTH_QUOTE
        alike = match.kind in (Kind.VERBATIM, Kind.NEAR_DUPLICATE) or (quoted and match.kind is Kind.QUOTE)
        differs = any(each.kind is not DifferenceKind.ROUNDING for each in match.differences)
        if not alike or differs:
            return False
        if quoted:
            return _is_long(match) and self._share_origin(a, b)
        return _is_long(match) or bool(self._credited(a, {b}) or self._credited(b, {a}))

    def _share_origin(self, a: int, b: int) -> bool:
        """Whether one of two articles comes from the other, or both come from the same."""
        same = self._origins[a] is not None and self._origins[a] == self._origins[b]
        return same or self._is_from(a, b) or self._is_from(b, a)

    def _is_from(self, article: int, other: int) -> bool:
        origin = self._origins[article]
        return origin is not None and origin.article == other


def _sources(articles: Sequence[int], same: Sequence[tuple[int, int]]) -> list[int]:
    """A number for each account, equal for those of one article and for the pairs that have one source."""
    sources = [articles.index(article) for article in articles]
    for a, b in same:
        lower, higher = sorted((sources[a], sources[b]))
        sources = [lower if number == higher else number for number in sources]
    return sources


def _is_long(match: Match) -> bool:
    least = _CHANCE if match.kind is Kind.VERBATIM else 2 * _CHANCE
    return min(match.a.end - match.a.start, match.b.end - match.b.start) >= least
