"""How alike two sentences are, from their words and their texts; and in which way."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from reader.language.quotation_marks import quotations
from reader.matching.kinds import kind_of, plain
from reader.matching.model import Kind

__all__ = ["THRESHOLD", "kind", "score"]

THRESHOLD = 50.0
"""Score (0-100) from which sentences count as nearly the same: see docs/archive.md."""

_RUN = 6
"""Words that carry matter, one after the other in both sentences, that say all a run can say."""

_QUOTED = 80.0
"""`partial_ratio` from which a quotation of one sentence stands in the other."""

_WORDS = 4
"""Words that a quotation must have to be one."""


def score(cosine: float, texts: tuple[str, str], words: tuple[Sequence[int], Sequence[int]]) -> float:
    """How alike two sentences are (0-100): four tenths the `cosine` (0-1) of their words, weighted by how
    rare they are; four tenths rapidfuzz's token_set_ratio; two tenths the longest run of `words` in both.
    """
    alike = fuzz.token_set_ratio(*map(str.lower, texts))
    run = min(_longest_run(*words), _RUN, *map(len, words)) / min(_RUN, *map(len, words))
    return min(40 * cosine, 40.0) + 0.4 * alike + 20 * run


def kind(a: str, b: str) -> Kind:
    """The kind of a match of two sentences: a quotation where one quotes words of the other."""
    return kind_of(a, b, "quote" if _quotes(a, b) or _quotes(b, a) else "", whole=True)


def _longest_run(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common run."""
    longest = 0
    before: dict[int, int] = {}
    places: dict[int, list[int]] = {}
    for place, word in enumerate(b):
        places.setdefault(word, []).append(place)
    for word in a:
        here = {place: before.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, *here.values()) if here else longest
        before = here
    return longest


def _quotes(a: str, b: str) -> bool:
    """Whether a quotation of `a` stands in `b`."""
    said = (plain(a[start:end]) for start, end in quotations(a, [(0, len(a))]))
    return any(
        words.count(" ") >= _WORDS - 1 and fuzz.partial_ratio(words, plain(b)) >= _QUOTED for words in said
    )
