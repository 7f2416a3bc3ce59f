"""An article from named values, such as a line of JSON or a row of a table."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import cast

from reader.articles.errors import ArticleError
from reader.articles.extraction.article import extracted
from reader.articles.factory import TITLE, Metadata, shortened
from reader.articles.field_names import is_text, metadata_of, text_of
from reader.articles.formats.plain_text import from_text
from reader.articles.formats.registry import FRAGMENT
from reader.articles.limits import LARGEST_FILE, refuse_large
from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line

__all__ = ["UNDECODED", "article_from", "title_in"]

UNDECODED = b""
"""The value of a text whose bytes are not UTF-8."""

_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|li|ul|ol|blockquote|table|body)(?:\s[^<>]*)?/?>", re.IGNORECASE)
"""A tag that makes paragraphs: other text with "<" is not taken for HTML."""


def title_in(facts: Mapping[str, object], otherwise: str) -> str:
    """The name of an article until it is read, in one short and safe line."""
    beginning = metadata_of(facts).get("title", "")[: 100 * TITLE]
    return shortened(sanitize_line(html.unescape(beginning)) or otherwise)


def article_from(facts: Mapping[str, object], path: str, *, limit: int = LARGEST_FILE) -> Article:
    """The article of named values, which have at most `limit` bytes; a negative limit is none.

    Text with tags is read as HTML. Raises ArticleError where they have more, and where they have no text.
    """
    text = text_of(facts)
    values = {field: html.unescape(str(value)) for field, value in metadata_of(facts).items()}
    metadata = cast(Metadata, values)
    name = sanitize_line(path)
    refuse_large("".join((text, *values.values())).encode("utf-8", "surrogatepass"), name, limit)
    if not text and any(value == UNDECODED and is_text(field) for field, value in facts.items()):
        raise ArticleError(f"{name} has a text that is not UTF-8; write it as UTF-8")
    if _MARKUP.search(text):
        return extracted(FRAGMENT, text.encode("utf-8", "replace"), path, metadata)
    return from_text(text, metadata, path=path)
