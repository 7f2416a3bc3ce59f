"""The weights of words: the rarer in the two articles, the heavier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from reader.language.stems import is_content
from reader.matching.profile import Profile

__all__ = ["FRAMING", "FUNCTION", "Rarity"]

FUNCTION = 0.15
"""Weight of a function word relative to a content word as rare. Chosen by a first prototype."""

FRAMING = 0.5
"""Factor on the weight of a word that only says who speaks. The best of 0.3, 0.5 and 1 on the labelled set
of docs/matching.md."""

NEWS = 40
"""Sentences of two news articles. In longer texts, where two sentences share rare words by chance more often,
weights are scaled down to what they are in these. Of 20, 30, 40 and 60 the value that kept the figures of
docs/matching.md and did best on its articles joined into long ones."""

_STRETCH = 30
"""Sentences of a long text that are taken for one story; the stretches overlap by half. Of 20, 24, 30 and 45
the shortest that keeps the figures of docs/matching.md."""


class Rarity:
    """Weights of the stems of two articles: log((N + 1) / n) + 0.1 for a stem in n of all N sentences.

    A long text tells many stories, and the words of one story are rare in the whole. A stem therefore weighs
    no more than in the two stretches, one of each text and each about as long as a news article, that use it
    most.
    """

    def __init__(self, *articles: Sequence[Profile]) -> None:
        counts = Counter(stem for article in articles for profile in article for stem in profile.stems)
        total = 1 + max(1, sum(map(len, articles)))
        near = 1 + max(1, sum(min(len(article), _STRETCH) for article in articles))
        self._top = min(log(total), log(NEWS + 1))
        scale = self._top / log(total)
        often = _most_in_a_stretch(articles)
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


def _most_in_a_stretch(articles: Iterable[Sequence[Profile]]) -> Counter[str]:
    """The sentences with each stem in the stretch of each article that uses it most, added up."""
    total = Counter[str]()
    for article in articles:
        most: dict[str, int] = {}
        for start in range(0, len(article), _STRETCH // 2):
            counts = Counter(stem for profile in article[start : start + _STRETCH] for stem in profile.stems)
            most.update((stem, n) for stem, n in counts.items() if n > most.get(stem, 0))
        total.update(most)
    return total
