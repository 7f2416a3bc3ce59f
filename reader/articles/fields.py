"""An article from named values, such as a line of JSON or a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import cast

from reader.articles.errors import ArticleError
from reader.articles.factory import TITLE, Metadata, shortened
from reader.articles.formats.plain_text import from_text
from reader.articles.limits import LARGEST_FILE, refuse_large
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = ["NAMES", "TEXTS", "UNDECODED", "article_from", "text_in", "title_in"]

TEXTS = ("text", "body", "content")
"""The names that an article's text may have."""

NAMES = (*TEXTS, *Metadata.__annotations__)
"""All names that are understood."""

UNDECODED = b""
"""The value of a text whose bytes are not UTF-8."""


def text_in(facts: object) -> str:
    """The text among named values; "" where there is none."""
    texts = [facts.get(name) for name in TEXTS] if isinstance(facts, Mapping) else []
    return next((text for text in texts if isinstance(text, str) and text.strip()), "")


def title_in(facts: Mapping[str, object], otherwise: str) -> str:
    """The name of an article until it is read, in one short and safe line."""
    beginning = _written(facts.get("title"))[: 100 * TITLE]
    return shortened(sanitize_line(beginning) or otherwise)


def article_from(facts: Mapping[str, object], path: str, *, limit: int = LARGEST_FILE) -> Article:
    """The article of named values, which have at most `limit` bytes; a negative limit is none.

    Raises ArticleError where they have more, and where they have no text.
    """
    text = text_in(facts)
    values = {name: _written(facts.get(name)) for name in Metadata.__annotations__}
    metadata = cast(Metadata, values)
    name = sanitize_line(path)
    refuse_large("".join((text, *values.values())).encode("utf-8", "surrogatepass"), name, limit)
    if not text and any(facts.get(name) == UNDECODED for name in TEXTS):
        raise ArticleError(f"{name} has a text that is not UTF-8; write it as UTF-8")
    return from_text(text, metadata, path=path)


def _written(value: object) -> str:
    """A value as text. Lists of names are joined; NaN, booleans and objects become ""."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, float) and not isfinite(value):
        return ""
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
