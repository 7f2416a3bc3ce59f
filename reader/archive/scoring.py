"""The score and the kind of a pair of sentences, from their words and texts."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from reader.language.quotation_marks import quotations
from reader.language.word_count import count_words
from reader.matching.kinds import kind_of, plain
from reader.matching.model import Kind

__all__ = ["THRESHOLD", "kind", "score"]

THRESHOLD = 50.0
"""The score (0-100) from which sentences count as nearly the same: see docs/archive.md."""

_RUN = 6
"""Content words of a common run that give the full points for the run."""

_QUOTED = 80.0
"""The `partial_ratio` from which a quotation of one sentence is in the other."""

_MIN_WORDS = 4
"""Words that a quotation has at least."""


def score(cosine: float, texts: tuple[str, str], words: tuple[Sequence[int], Sequence[int]]) -> float:
    """The likeness of two sentences (0-100): 40 points for the `cosine` (0-1) of their words, weighted by
    rarity; 40 points for rapidfuzz's token_set_ratio; 20 points for the longest common run of `words`.
    """
    alike = fuzz.token_set_ratio(*map(str.lower, texts))
    run = min(_longest_run(*words), _RUN, *map(len, words)) / min(_RUN, *map(len, words))
    return min(40 * cosine, 40.0) + 0.4 * alike + 20 * run


def kind(a: str, b: str) -> Kind:
    """The kind of a match of two sentences: a quote if one quotes words of the other."""
    return kind_of(a, b, "quote" if _quotes(a, b) or _quotes(b, a) else "", whole=True)


def _longest_run(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common run."""
    longest = 0
    previous: dict[int, int] = {}
    places: dict[int, list[int]] = {}
    for place, word in enumerate(b):
        places.setdefault(word, []).append(place)
    for word in a:
        runs = {place: previous.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, *runs.values()) if runs else longest
        previous = runs
    return longest


def _quotes(a: str, b: str) -> bool:
    """Whether a quotation of `a` is in `b`."""
    quoted = (plain(a[start:end]) for start, end in quotations(a, [(0, len(a))]))
    return any(
        count_words(words) >= _MIN_WORDS and fuzz.partial_ratio(words, plain(b)) >= _QUOTED
        for words in quoted
    )
