"""Which tellings of a cluster are independent of one another: neither copied nor drawn on one outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.matching.model import DifferenceKind, Kind, Match, Passage
from reader.story.credits import Credits
from reader.story.model import Dependence, Origin, StoryLink

__all__ = ["Independence", "Provenance"]

_CHANCE = 40
"""Code points from which two articles do not hit upon the same words by chance: six or seven words.

Nearly the same words must be twice as many: "the cost of repairs" is put at a sum in one way.
"""

_SPEECH_OF = "direct/direct"
"""The form of a match in which both sides quote: the words are the speaker's, and no copy."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a telling draws on; `Account` says what each part is."""

    source: int
    dependence: Dependence | None
    credits: str
    as_whole: bool


class Independence:
    """What the articles of a story credit and where they come from, to judge the tellings of its clusters."""

    def __init__(self, named: Credits, origins: Sequence[Origin | None]) -> None:
        self._named = named
        self._origins = origins

    def provenances(
        self, said: Sequence[tuple[int, Passage]], links: Sequence[StoryLink]
    ) -> list[Provenance]:
        """What each telling of a cluster, given by its article and passage, draws on.

        Tellings are of one source if they are of one article or copies, if one credits the other's outlet,
        or if both credit the same one.
        """
        articles = [article for article, _ in said]
        names = [self._named.of(*one) for one in said]
        copies = [(link.a, link.b) for link in links if self._is_copy(link, articles)]
        source = [articles.index(article) for article in articles]
        for a, b in (*copies, *self._drawn(articles, names)):
            kept, other = sorted((source[a], source[b]))
            source = [kept if number == other else number for number in source]
        found = []
        for number, article in enumerate(articles):
            same = [b if a == number else a for a, b in copies if number in (a, b)]
            name = names[number] or self._credited(article, {articles[one] for one in same})
            others = [one for one in same if not self._follows(articles[one], names[one], article)]
            kind = Dependence.CREDIT if name else Dependence.COPY if others else None
            found.append(Provenance(source[number], kind, name, bool(name) and not names[number]))
        return found

    def _drawn(self, articles: Sequence[int], names: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The pairs of tellings of which one credits the other's outlet, or both the same."""
        outlets = [self._named.outlet(article) for article in articles]
        for a, b in combinations(range(len(articles)), 2):
            if {names[a], names[b]} & {outlets[a], outlets[b]} - {""} or (names[a] and names[a] == names[b]):
                yield a, b

    def _follows(self, article: int, name: str, other: int) -> bool:
        """Whether an article, which credits `name` for its telling, draws on another."""
        return self._is_from(article, other) or (name != "" and name == self._named.outlet(other))

    def _credited(self, article: int, others: set[int]) -> str:
        """Whom an article credits as a whole, if one of these others is that or credits the same; else ""."""
        origin = self._origins[article]
        if origin is None or not origin.credited:
            return ""
        drawn = any(origin.article == other or origin == self._origins[other] for other in others)
        return origin.name if drawn else ""

    def _is_copy(self, link: StoryLink, articles: Sequence[int]) -> bool:
        """Whether one of two tellings is a copy: the same or nearly the same words, and nothing differs.

        They are as long as chance has none, unless one article credits the other or both the same; the words
        of a quotation are copied only where the articles share their origin.
        """
        a, b = articles[link.a], articles[link.b]
        match, quoted = link.match, link.match.form == _SPEECH_OF
        alike = match.kind in (Kind.VERBATIM, Kind.NEAR_DUPLICATE) or (quoted and match.kind is Kind.QUOTE)
        differs = any(one.kind is not DifferenceKind.ROUNDING for one in match.differences)
        if not alike or differs:
            return False
        if quoted:
            return _is_long(match) and self._share_origin(a, b)
        return _is_long(match) or bool(self._credited(a, {b}) or self._credited(b, {a}))

    def _share_origin(self, a: int, b: int) -> bool:
        """Whether one of two articles comes from the other, or both from the same."""
        same = self._origins[a] is not None and self._origins[a] == self._origins[b]
        return same or self._is_from(a, b) or self._is_from(b, a)

    def _is_from(self, article: int, other: int) -> bool:
        origin = self._origins[article]
        return origin is not None and origin.article == other


def _is_long(match: Match) -> bool:
    least = _CHANCE if match.kind is Kind.VERBATIM else 2 * _CHANCE
    return min(match.a.end - match.a.start, match.b.end - match.b.start) >= least
