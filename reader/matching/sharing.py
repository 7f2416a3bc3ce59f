"""How much of one article another one shares."""

from __future__ import annotations

from bisect import bisect_right

from reader.articles.model import Article, Role
from reader.matching.align import align
from reader.matching.thresholds import DEFAULT_THRESHOLD

__all__ = ["shared"]


def shared(article: Article, other: Article, threshold: float = DEFAULT_THRESHOLD) -> float:
    """The part of `article`'s body sentences that `other` has a match for, 0 to 1; 0 without any sentence."""
    body = [sentence.start for sentence in article.sentences if article.role(sentence) is Role.BODY]
    found = {bisect_right(body, match.a.start) for match in align(article, other).above(threshold)}
    return len(found) / len(body) if body else 0.0
