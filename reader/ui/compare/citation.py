"""Citations: passages as Markdown, each with its source."""

from __future__ import annotations

from reader.articles.model import Article
from reader.exchange.markdown.text import inline, link, paragraphs, quoted

__all__ = ["cited"]


def cited(*passages: tuple[Article, int, int]) -> str:
    """Passages (article, code points [start, end)) as block quotations, each closed by its source.

    A pair is two passages. CommonMark; no text or fact of an article can make structure.
    """
    return "\n\n".join(_citation(*passage) for passage in passages) + "\n"


def _citation(article: Article, start: int, end: int) -> str:
    return f"{quoted(paragraphs(article.text[start:end]))}\n>\n> — {_source(article)}"


def _source(article: Article) -> str:
    facts = [inline(fact) for fact in (article.title, article.source, article.date) if fact]
    return ", ".join([*facts, link(article.url)] if article.url else facts)
