"""The matches of two articles in arrays: long articles have a hundred thousand of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable

from reader.base.lazy_sequence import LazySequence
from reader.matching.model import Detail, Kind, Match, Passage

__all__ = ["MatchList"]


class MatchList(LazySequence[Match]):
    """Matches of articles `a` and `b` (ids) in the order of a, then of b, forty bytes each.

    A Match is made when it is asked for, and equals the one that was put in. `detail`
    gives the detail of any.
    """

    def __init__(self, a: str, b: str, matches: Iterable[Match], detail: Callable[[Match], Detail]) -> None:
        self._a, self._b = a, b
        self._detail = detail
        self._spans = array("i")  # four of each match: start and end in a, start and end in b
        self._scores = array("d")
        self._kinds: list[Kind] = []
        self._forms: list[str] = []
        for match in sorted(matches, key=lambda match: (match.a.start, match.b.start)):
            self._spans.extend((match.a.start, match.a.end, match.b.start, match.b.end))
            self._scores.append(match.score)
            self._kinds.append(match.kind)
            self._forms.append(match.form)

    def __len__(self) -> int:
        return len(self._scores)

    def _at(self, number: int) -> Match:
        start_a, end_a, start_b, end_b = self._spans[4 * number : 4 * number + 4]
        a, b = Passage(self._a, start_a, end_a), Passage(self._b, start_b, end_b)
        kind, form = self._kinds[number], self._forms[number]
        return Match(a, b, kind, self._scores[number], form, self._detail)
