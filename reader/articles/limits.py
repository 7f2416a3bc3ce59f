"""The limits of one article. With these, any 20 MB are opened or refused within five seconds."""

from __future__ import annotations

import re
from itertools import islice

from reader.articles.errors import ArticleError
from reader.base.sanitizing import sanitize_line

__all__ = ["LINES", "SENTENCES", "refuse_too_long"]

LINES = 160_000
"""Lines that an article may have: a hundred books of poems."""

SENTENCES = 400_000
"""Sentences that an article may have, approximately."""

_STOP = re.compile(r"[.!?…‽؟۔।॥。！？｡](?:(?<=[。！？｡])|[^\w\s]{0,5}\s)")


def refuse_too_long(text: str, name: str) -> None:
    """Raises ArticleError where a text has more lines or sentences than reader shows."""
    if (lines := text.count("\n")) > LINES:
        raise ArticleError(
            f"{sanitize_line(name)} has {lines:,} lines, more than the limit of {LINES:,}; split it"
        )
    excess = len(text) > 2 * SENTENCES and next(islice(_STOP.finditer(text), SENTENCES, None), None)
    if excess:
        raise ArticleError(f"{sanitize_line(name)} has more than {SENTENCES:,} sentences; split it")
