"""The comparison of two articles: their matches, with the differences inside each."""

from __future__ import annotations

from collections.abc import Callable

from reader.articles.model import Article
from reader.differences.in_match import differences_in_match
from reader.matching.align import align
from reader.matching.model import Alignment
from reader.matching.thresholds import FLOOR

__all__ = ["compare"]


def compare(
    a: Article, b: Article, *, floor: float = FLOOR, progress: Callable[[float], None] | None = None
) -> Alignment:
    """The alignment of two articles, as by `matching.align`, with the differences inside each match."""
    return align(a, b, floor=floor, progress=progress, find_differences=differences_in_match)
