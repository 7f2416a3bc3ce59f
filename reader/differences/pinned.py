"""A match that nobody found: the reader says that two passages say the same."""

from __future__ import annotations

from functools import partial

from reader.articles.model import Article
from reader.claims.clause import Clause, Span
from reader.differences.finding import find_differences
from reader.matching.model import Detail, Difference, Kind, Match, Passage

__all__ = ["pinned_match"]


def pinned_match(a: Article, span_a: Span, b: Article, span_b: Span) -> Match:
    """The match of code points `span_a` of a with `span_b` of b. It scores 100 and differs as any other."""
    passages = Passage(a.id, *span_a), Passage(b.id, *span_b)
    return Match(*passages, kind=Kind.PINNED, score=100.0, detail=partial(_detail, a, b))


def _detail(a: Article, b: Article, match: Match) -> Detail:
    here, there = match.a, match.b
    found = find_differences(_clause(a, here), _clause(b, there))
    return Detail(
        differences=tuple(
            Difference(one.kind, _placed(here, one.a), _placed(there, one.b), one.message) for one in found
        )
    )


def _clause(article: Article, passage: Passage) -> Clause:
    return Clause.read(article.text[passage.start : passage.end], article.date)


def _placed(passage: Passage, span: Span | None) -> Passage | None:
    return span and Passage(passage.article, passage.start + span[0], passage.start + span[1])
