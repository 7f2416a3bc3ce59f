"""Matches made by hand: the user says that two passages say the same thing."""

from __future__ import annotations

from functools import partial

from reader.articles.model import Article
from reader.claims.clause import Clause, Span
from reader.differences.finding import find_differences
from reader.matching.model import Detail, Kind, Match, Passage

__all__ = ["pinned_match"]


def pinned_match(a: Article, span_a: Span, b: Article, span_b: Span) -> Match:
    """The match of code points `span_a` of a with `span_b` of b. It scores 100 and differs like any other."""
    passages = Passage(a.id, *span_a), Passage(b.id, *span_b)
    return Match(*passages, kind=Kind.PINNED, score=100.0, detail=partial(_detail, a, b))


def _detail(a: Article, b: Article, match: Match) -> Detail:
    differences = find_differences(_clause(a, match.a), _clause(b, match.b))
    return Detail(differences=tuple(each.in_passages(match.a, match.b) for each in differences))


def _clause(article: Article, passage: Passage) -> Clause:
    return Clause.read(article.text[passage.start : passage.end], article.date)
