"""An article from named values, as a line of JSON or a row of a table has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from annotations.text import clean_line
from reader.articles.errors import ArticleError
from reader.articles.factory import Metadata, shortened
from reader.articles.model import Article

__all__ = ["NAMES", "TEXTS", "article_from", "text_in", "title_in"]

TEXTS = ("text", "body", "content")
"""The names that an article's text may have."""

NAMES = (*TEXTS, *Metadata.__annotations__)
"""All names that are understood."""


def text_in(facts: object) -> str:
    """The text among named values; "" where there is none."""
    texts = [facts.get(name) for name in TEXTS] if isinstance(facts, Mapping) else []
    return next((text for text in texts if isinstance(text, str) and text.strip()), "")


def title_in(facts: Mapping[str, object], otherwise: str) -> str:
    """What to call an article until it is read, in one short and clean line."""
    return shortened(clean_line(str(facts.get("title") or otherwise)))


def article_from(facts: Mapping[str, object], path: str) -> Article:
    """The article that named values say. Raises ArticleError where there is no text to read."""
    from reader.articles.loading import from_text

    known = {name: _said(facts.get(name)) for name in Metadata.__annotations__}
    article = from_text(text_in(facts), path=path, **known)
    if not article.paragraphs:
        raise ArticleError(f"{clean_line(path)} is empty: there is nothing to read")
    return article


def _said(value: object) -> str:
    """A value as text; lists of names are joined, all else is left out."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
