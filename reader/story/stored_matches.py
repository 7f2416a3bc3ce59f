"""Matches as JSON values, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.articles.model import Article
from reader.matching.model import Detail, Difference, DifferenceKind, Evidence, Kind, Match, Passage

__all__ = ["DAMAGE", "from_stored", "to_stored"]

DAMAGE = (ValueError, TypeError, KeyError, OverflowError)
"""What reading stored matches raises where they are damaged."""


def to_stored(matches: Iterable[Match]) -> list[Any]:
    """Matches with their details, without the ids of the articles."""
    return [
        [_span(m.a), _span(m.b), str(m.kind), m.score, m.form, *_detail(m.evidence, m.differences)]
        for m in matches
    ]


def _span(passage: Passage | None) -> list[int] | None:
    return [passage.start, passage.end] if passage else None


def _detail(evidence: Evidence, differences: tuple[Difference, ...]) -> list[Any]:
    told = [evidence.parts, evidence.shared, evidence.quotations, evidence.speakers, evidence.verbs]
    return [told, [[str(one.kind), _span(one.a), _span(one.b), one.message] for one in differences]]


def from_stored(stored: Any, a: Article, b: Article) -> tuple[Match, ...]:
    """The matches of two articles. Raises one of `DAMAGE` where they are none of these."""
    return tuple(_match(one, a, b) for one in stored)


def _match(stored: Any, a: Article, b: Article) -> Match:
    here, there, kind, score, form, told, found = stored
    parts, shared, quotations, speakers, verbs = told
    evidence = Evidence(
        tuple((str(name), float(points)) for name, points in parts),
        tuple(map(str, shared)),
        tuple(map(str, quotations)),
        _two(speakers),
        _two(verbs),
    )
    differences = tuple(
        Difference(DifferenceKind(name), _place(a, one), _place(b, other), str(message))
        for name, one, other, message in found
    )
    detail = Detail(evidence, differences)
    return Match(_passage(a, here), _passage(b, there), Kind(kind), float(score), str(form), lambda _: detail)


def _two(names: Any) -> tuple[str, str]:
    first, second = names
    return str(first), str(second)


def _place(article: Article, span: Any) -> Passage | None:
    return None if span is None else _passage(article, span)


def _passage(article: Article, span: Any) -> Passage:
    start, end = map(int, span)
    if not 0 <= start <= end <= len(article.text):
        raise ValueError(f"{span} is no part of the text")
    return Passage(article.id, start, end)
