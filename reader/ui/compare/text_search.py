"""Finding words in an article as the reader types them."""

from __future__ import annotations

from collections.abc import Iterator

from reader.articles.model import Article
from reader.base.folding import fold, folded, occurrences

__all__ = ["FindError", "find"]

_ALIKE = 75  # rapidfuzz's partial_ratio, 0-100, from which a sentence is similar to the query
_MOST = 10_000  # hits in one article
_PATIENCE = 0.5  # seconds for an expression in one article

Hit = tuple[int, int]
"""Code points [start, end) of the article's text."""


class FindError(Exception):
    """A query that cannot be searched for. Its text says why, in a few words."""


def find(article: Article, query: str) -> list[Hit]:
    """The hits of a query in an article, in order.

    Words are found as `reader.base.folding` compares them; `/…/` is a regular expression of Python's; `~…`
    finds similar words in every sentence. Raises FindError for an expression that is not valid or takes too
    long.
    """
    if query.startswith("~"):
        return list(_alike(article, query[1:].strip()))
    is_expression = len(query) > 2 and query.startswith("/") and query.endswith("/")
    spans = _matching(article.text, query[1:-1]) if is_expression else occurrences(query, article.text)
    return [hit for hit, _ in zip(spans, range(_MOST), strict=False)]


def _matching(text: str, expression: str) -> list[Hit]:
    import regex  # unlike Python's own, it can give up

    try:
        hits = regex.finditer(expression, text, regex.IGNORECASE, timeout=_PATIENCE)
        return [hit.span() for hit in hits if hit.end() > hit.start()]
    except regex.error as error:
        raise FindError(f"not a regular expression: {error.msg}") from error
    except TimeoutError as error:
        raise FindError("this expression takes too long") from error


def _alike(article: Article, query: str) -> Iterator[Hit]:
    from rapidfuzz import fuzz

    for sentence in article.sentences if query else ():
        searched = folded(article.text[sentence.start : sentence.end])
        hit = fuzz.partial_ratio_alignment(fold(query), searched.text, score_cutoff=_ALIKE)
        if hit and hit.dest_end > hit.dest_start:
            start, end = searched.original(hit.dest_start, hit.dest_end)
            yield sentence.start + start, sentence.start + end
