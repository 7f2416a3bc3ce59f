"""The text that a page has beside its article, and signs that the article may lack something."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.base.phrases import counted
from reader.language.word_count import count_words

if TYPE_CHECKING:
    from reader.articles.model import Article

__all__ = ["OUTSIDE", "THIN", "incompleteness", "words_outside"]

OUTSIDE = "outside the article"
"""The reason of boilerplate that a page has outside its article. It comes after the article."""

THIN = 40
"""Words below which a page may not show all of its text: a script, a paywall or a login hides it."""

_PAGES = frozenset((".html", ".htm", ".xhtml", ".mht", ".mhtml"))


def words_outside(article: Article) -> int:
    """The number of words in sentences that a page has outside its article, if they were kept."""
    outside = (p for p in article.paragraphs if p.reason == OUTSIDE)
    return sum(count_words(article.text[p.start : p.end]) for p in outside)


def incompleteness(article: Article) -> str:
    """One clause on what an article from a page may lack; "" if nothing hints at it."""
    if more := words_outside(article):
        return f"the page has {counted(more, 'word')} more than were taken"
    is_page = bool(article.url) or PurePath(article.path).suffix.lower() in _PAGES
    if is_page and (words := article.words()) < THIN:
        return f"the page has only {counted(words, 'word')}; a script or paywall may hide the rest"
    return ""
