"""References from annotations to articles, and the articles that they mean."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotations.model import ArticleReference
from reader.articles.model import Article

__all__ = ["find_article", "is_same_article", "reference"]


def reference(article: Article) -> ArticleReference:
    """The reference by which annotations name an article; its path is absolute."""
    path = str(Path(article.path).absolute()) if article.path else ""
    return ArticleReference(
        article.id, article.sha256, article.title, article.source, article.date, article.url, path
    )


def is_same_article(one: ArticleReference | Article, other: ArticleReference | Article) -> bool:
    """Whether two references or articles have the same id, or the same text."""
    return one.id == other.id or one.sha256 == other.sha256 != ""


def find_article(wanted: ArticleReference, articles: Iterable[Article]) -> Article | None:
    """The article of a reference: among `articles`, else from its path; None where it is not available."""
    from reader.articles.errors import ArticleError
    from reader.articles.loading import load

    for article in articles:
        if is_same_article(wanted, article):
            return article
    try:
        return load(Path(wanted.path)) if wanted.path else None
    except ArticleError:
        return None
