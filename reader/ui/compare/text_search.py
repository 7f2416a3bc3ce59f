"""Finding words in an article as the reader types them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.articles.model import Article

__all__ = ["FindError", "find"]

_ALIKE = 75  # rapidfuzz's partial_ratio, 0-100, from which a sentence is like what was asked for
_MOST = 10_000  # hits in one article
_PATIENCE = 0.5  # seconds for an expression in one article

Hit = tuple[int, int]
"""Code points [start, end) of the article's text."""


class FindError(Exception):
    """What is asked for cannot be sought. Its text says why, in a few words."""


def find(article: Article, query: str) -> list[Hit]:
    """Where `query` is in the article, in order.

    As it stands, whatever its case and white space; `/…/` is a regular expression of Python's; `~…` is
    sought in every sentence, roughly. Raises FindError for an expression that is none or takes too long.
    """
    if query.startswith("~"):
        return list(_alike(article, query[1:].strip()))
    is_expression = len(query) > 2 and query.startswith("/") and query.endswith("/")
    spans = _matching(article.text, query[1:-1]) if is_expression else _worded(article.text, query)
    return [hit for hit, _ in zip(spans, range(_MOST), strict=False)]


def _worded(text: str, query: str) -> Iterator[Hit]:
    words = r"\s+".join(map(re.escape, query.split()))
    return (found.span() for found in re.finditer(words, text, re.IGNORECASE)) if words else iter(())


def _matching(text: str, expression: str) -> list[Hit]:
    import regex  # unlike Python's own, it can be told to give up

    try:
        found = regex.finditer(expression, text, regex.IGNORECASE, timeout=_PATIENCE)
        return [hit.span() for hit in found if hit.end() > hit.start()]
    except regex.error as error:
        raise FindError(f"not a regular expression: {error.msg}") from error
    except TimeoutError as error:
        raise FindError("this expression takes too long") from error


def _alike(article: Article, query: str) -> Iterator[Hit]:
    from rapidfuzz import fuzz

    for sentence in article.sentences if query else ():
        # Lower case may be longer than the text (İ): then a hit may begin a little late, never outside.
        text = article.text[sentence.start : sentence.end].lower()
        found = fuzz.partial_ratio_alignment(query.lower(), text, score_cutoff=_ALIKE)
        if found and found.dest_end > found.dest_start:
            yield _inside(sentence.start + found.dest_start, sentence.start + found.dest_end, sentence.end)


def _inside(start: int, end: int, limit: int) -> Hit:
    return min(start, limit - 1), min(end, limit)
