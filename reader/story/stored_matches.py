"""Matches as JSON values, and read back from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.articles.model import Article
from reader.matching.model import Detail, Difference, DifferenceKind, Evidence, Kind, Match, Passage

__all__ = ["DAMAGE", "from_stored", "to_stored"]

DAMAGE = (ValueError, TypeError, KeyError, OverflowError)
"""The errors that reading stored matches raises if they are damaged."""


def to_stored(matches: Iterable[Match]) -> list[Any]:
    """The values of matches with their details, without the ids of the articles."""
    return [
        [_span(m.a), _span(m.b), str(m.kind), m.score, m.form, *_detail(m.evidence, m.differences)]
        for m in matches
    ]


def _span(passage: Passage | None) -> list[int] | None:
    return [passage.start, passage.end] if passage else None


def _detail(evidence: Evidence, differences: tuple[Difference, ...]) -> list[Any]:
    reasons = [evidence.parts, evidence.shared, evidence.quotations, evidence.speakers, evidence.verbs]
    return [reasons, [[str(d.kind), _span(d.a), _span(d.b), d.words, d.certainty] for d in differences]]


def from_stored(stored: Any, a: Article, b: Article) -> tuple[Match, ...]:
    """The matches of two articles. Raises one of `DAMAGE` if the values are not matches of these articles."""
    return tuple(_match(values, a, b) for values in stored)


def _match(stored: Any, a: Article, b: Article) -> Match:
    span_a, span_b, kind, score, form, reasons, stored_differences = stored
    parts, shared, quotations, speakers, verbs = reasons
    evidence = Evidence(
        tuple((str(name), float(points)) for name, points in parts),
        tuple(map(str, shared)),
        tuple(map(str, quotations)),
        _two(speakers),
        _two(verbs),
    )
    differences = tuple(
        Difference(DifferenceKind(name), _place(a, in_a), _place(b, in_b), _two(words), _two(certainty))
        for name, in_a, in_b, words, certainty in stored_differences
    )
    detail = Detail(evidence, differences)
    return Match(
        _passage(a, span_a), _passage(b, span_b), Kind(kind), float(score), str(form), lambda _: detail
    )


def _two(names: Any) -> tuple[str, str]:
    first, second = names
    return str(first), str(second)


def _place(article: Article, span: Any) -> Passage | None:
    return None if span is None else _passage(article, span)


def _passage(article: Article, span: Any) -> Passage:
    start, end = map(int, span)
    if not 0 <= start <= end <= len(article.text):
        raise ValueError(f"{span} is not part of the text")
    return Passage(article.id, start, end)
