"""References from annotations to articles, and the articles that they refer to."""

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


def is_same_article(a: ArticleReference | Article, b: ArticleReference | Article) -> bool:
    """Whether two references or articles have the same id, or the same text."""
    return a.id == b.id or a.sha256 == b.sha256 != ""


def find_article(target: ArticleReference, articles: Iterable[Article]) -> Article | None:
    """The article of a reference: among `articles`, else from its path; None where it is not available."""
    from reader.articles.errors import ArticleError
    from reader.articles.loading import load

    for article in articles:
        if is_same_article(target, article):
            return article
    try:
        return load(Path(target.path)) if target.path else None
    except ArticleError:
        return None
