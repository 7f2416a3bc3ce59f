"""Statements: the parts of a sentence that other articles also say.

One sentence of an article often corresponds to two of another. It then makes two statements, and each may
be in other articles. They are derived from the passages that match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reader.articles.model import Article
from reader.base.folding import fold
from reader.matching.model import Match, Passage
from reader.story.pairs import AlignedPairs

__all__ = ["Statement", "links_of", "statements_of"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its article and sentence, by number, and its core, the shortest passage that matches.

    `only` if its sentence makes no other statement.
    """

    article: int
    sentence: int
    core: Span
    only: bool


def statements_of(pairs: AlignedPairs, threshold: float) -> list[Statement]:
    """The statements of all articles that match others at `threshold` (0-100), in order."""
    spans: defaultdict[tuple[int, int], set[Span]] = defaultdict(set)
    for (i, j), alignment in pairs.alignments.items():
        for match in alignment.above(threshold):
            for number, passage in ((i, match.a), (j, match.b)):
                sentence = pairs.articles[number].sentence_at(passage.start)
                spans[number, sentence].add((passage.start, passage.end))
    return [statement for place in sorted(spans) for statement in _statements(*place, spans[place])]


def _statements(article: int, sentence: int, spans: Iterable[Span]) -> list[Statement]:
    """The statements of one sentence: its shortest passages that do not overlap."""
    cores: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[1] - span[0], span)):
        if not any(_overlap(core, span) for core in cores):
            cores.append(span)
    return [Statement(article, sentence, core, len(cores) == 1) for core in sorted(cores)]


def _overlap(a: Span, b: Span) -> bool:
    """Whether two spans share half of the shorter one."""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= min(a[1] - a[0], b[1] - b[0])


def links_of(pairs: AlignedPairs, statements: Sequence[Statement]) -> dict[tuple[int, int], Match]:
    """The best match that covers two statements of different articles, by their numbers in `statements`.

    The smaller number comes first and is that of the match's passage a. Two statements of one article have
    no match: that both match a third is not a reason to join them.
    """
    numbers: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        numbers[statement.article, statement.sentence].append(number)
    best: dict[tuple[int, int], Match] = {}
    for (i, j), alignment in pairs.alignments.items():
        for match in alignment.matches:
            in_a = _covered(pairs.articles[i], i, match.a, statements, numbers)
            in_b = _covered(pairs.articles[j], j, match.b, statements, numbers)
            for pair in _counterparts(pairs.articles, statements, in_a, in_b):
                if pair not in best or best[pair].score < match.score:
                    best[pair] = match
    return best


def _covered(
    article: Article,
    number: int,
    passage: Passage,
    statements: Sequence[Statement],
    numbers: Mapping[tuple[int, int], list[int]],
) -> list[int]:
    """The statements, by number, that a passage of an article covers."""
    in_sentence = numbers.get((number, article.sentence_at(passage.start)), [])
    return [n for n in in_sentence if _overlap(statements[n].core, (passage.start, passage.end))]


def _counterparts(
    articles: tuple[Article, ...], statements: Sequence[Statement], in_a: list[int], in_b: list[int]
) -> Iterable[tuple[int, int]]:
    """The pairs of statements that a match is about: if it covers several in both, the most alike."""
    if len(in_a) < 2 or len(in_b) < 2:
        return ((a, b) for a in in_a for b in in_b)
    words = {n: _words(articles, statements[n]) for n in (*in_a, *in_b)}
    return ((a, max(in_b, key=lambda b: fuzz.token_set_ratio(words[a], words[b]))) for a in in_a)


def _words(articles: tuple[Article, ...], statement: Statement) -> str:
    return fold(articles[statement.article].text[slice(*statement.core)])
