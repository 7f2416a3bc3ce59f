"""What a sentence says, as far as other articles say it too: its claims.

One sentence of one article often answers two of another. It has then two claims, and each may be said by
other articles. What they are is read off the passages that match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reader.articles.model import Article
from reader.language.folding import fold
from reader.matching.model import Match, Passage
from reader.story.pairs import AlignedPairs

__all__ = ["Statement", "links_of", "statements_of"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim: its article and sentence, by number, and the shortest passage that matches, its core.

    `only` where the sentence has no other.
    """

    article: int
    sentence: int
    core: Span
    only: bool


def statements_of(pairs: AlignedPairs, threshold: float) -> list[Statement]:
    """The claims of all articles that match others at `threshold` (0-100), in order."""
    spans: defaultdict[tuple[int, int], set[Span]] = defaultdict(set)
    for (i, j), alignment in pairs.alignments.items():
        for match in alignment.above(threshold):
            for number, passage in ((i, match.a), (j, match.b)):
                sentence = pairs.articles[number].sentence_at(passage.start)
                spans[number, sentence].add((passage.start, passage.end))
    return [claim for place in sorted(spans) for claim in _claims(*place, spans[place])]


def _claims(article: int, sentence: int, spans: Iterable[Span]) -> list[Statement]:
    """The claims of one sentence: its shortest passages that do not overlap."""
    cores: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[1] - span[0], span)):
        if not any(_overlap(core, span) for core in cores):
            cores.append(span)
    return [Statement(article, sentence, core, len(cores) == 1) for core in sorted(cores)]


def _overlap(a: Span, b: Span) -> bool:
    """Whether two spans share half of the shorter one."""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= min(a[1] - a[0], b[1] - b[0])


def links_of(pairs: AlignedPairs, claims: Sequence[Statement]) -> dict[tuple[int, int], Match]:
    """The best match that covers two claims of different articles, by their numbers in `claims`.

    The smaller number stands first and is that of the match's side a. Two claims of one article have none:
    that both match a third claim is no reason to take them for one.
    """
    numbers: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        numbers[claim.article, claim.sentence].append(number)
    found: dict[tuple[int, int], Match] = {}
    for (i, j), alignment in pairs.alignments.items():
        for match in alignment.matches:
            here = _within(pairs.articles[i], i, match.a, claims, numbers)
            there = _within(pairs.articles[j], j, match.b, claims, numbers)
            for pair in _counterparts(pairs.articles, claims, here, there):
                if pair not in found or found[pair].score < match.score:
                    found[pair] = match
    return found


def _within(
    article: Article,
    number: int,
    passage: Passage,
    claims: Sequence[Statement],
    numbers: Mapping[tuple[int, int], list[int]],
) -> list[int]:
    """The claims, by number, that a passage of an article covers."""
    said = numbers.get((number, article.sentence_at(passage.start)), [])
    return [n for n in said if _overlap(claims[n].core, (passage.start, passage.end))]


def _counterparts(
    articles: tuple[Article, ...], claims: Sequence[Statement], here: list[int], there: list[int]
) -> Iterable[tuple[int, int]]:
    """The pairs of claims that a match is about: where it covers several on both sides, the most alike."""
    if len(here) < 2 or len(there) < 2:
        return ((a, b) for a in here for b in there)
    words = {n: _words(articles, claims[n]) for n in (*here, *there)}
    return ((a, max(there, key=lambda b: fuzz.token_set_ratio(words[a], words[b]))) for a in here)


def _words(articles: tuple[Article, ...], claim: Statement) -> str:
    return fold(articles[claim.article].text[slice(*claim.core)])
