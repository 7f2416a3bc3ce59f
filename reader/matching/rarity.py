"""How much a shared word says: the rarer in the two articles, the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from reader.language.stems import is_content
from reader.matching.profile import Profile

__all__ = ["FRAMING", "FUNCTION", "Rarity"]

FUNCTION = 0.15
"""Weight of a function word beside a content word as rare; of an earlier prototype, not varied since."""

FRAMING = 0.5
"""Weight of a word that only says who speaks; of 0.3, 0.5 and 1 the best on the set of docs/matching.md."""

NEWS = 40
"""Sentences of two articles of the news. In longer texts weights are scaled down to what they are in these:
there chance brings rare words together more often. Of 20, 30, 40 and 60 the one that kept the figures of
docs/matching.md and did best on its articles joined into long ones."""

_STRETCH = 30
"""Sentences of a text that are taken for one story, where a text is long. Of 20, 24, 30 and 45 the shortest
that keeps the figures of docs/matching.md; the stretches overlap by half."""


class Rarity:
    """Weights of the stems of two articles: log((N + 1) / n) + 0.1 for a stem in n of all N sentences.

    A long text tells many stories, and what one of them always says is rare in the whole. So a stem weighs
    no more than in the stretches of about a news article, one of each text, that say it oftenest.
    """

    def __init__(self, *articles: Sequence[Profile]) -> None:
        counts = Counter(stem for article in articles for profile in article for stem in profile.stems)
        total = 1 + max(1, sum(map(len, articles)))
        near = 1 + max(1, sum(min(len(article), _STRETCH) for article in articles))
        self._top = min(log(total), log(NEWS + 1))
        scale = self._top / log(total)
        often = _oftenest(articles)
        self.weights = {
            stem: (0.1 * scale + min(scale * log(total / n), max(0.0, log(near / often[stem]))))
            * (1.0 if is_content(stem) else FUNCTION)
            for stem, n in counts.items()
        }

    def weight(self, stems: Iterable[str], framing: frozenset[str] = frozenset()) -> float:
        """The weight of stems together; those in `framing` count for less."""
        weights = self.weights
        if not framing:
            return sum([weights[stem] for stem in stems])
        return sum([weights[stem] * FRAMING if stem in framing else weights[stem] for stem in stems])

    def rarest(self, stems: Iterable[str], framing: frozenset[str]) -> tuple[float, float]:
        """The two greatest weights among stems, as shares of the greatest that a stem can have."""
        weights = self.weights
        first = second = 0.0
        for stem in stems:
            weight = weights[stem] * FRAMING if stem in framing else weights[stem]
            if weight > first:
                first, second = weight, first
            elif weight > second:
                second = weight
        return first / self._top, second / self._top


def _oftenest(articles: Iterable[Sequence[Profile]]) -> Counter[str]:
    """In how many sentences of one stretch each stem is at most, for each article, together."""
    found = Counter[str]()
    for article in articles:
        most: dict[str, int] = {}
        for start in range(0, len(article), _STRETCH // 2):
            here = Counter(stem for profile in article[start : start + _STRETCH] for stem in profile.stems)
            most.update((stem, n) for stem, n in here.items() if n > most.get(stem, 0))
        found.update(most)
    return found
