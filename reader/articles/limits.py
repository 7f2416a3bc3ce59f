"""The limits of a file, a web page and an article: 20 MB are opened or refused within five seconds."""

from __future__ import annotations

import os
import re
from itertools import islice

from reader.articles.errors import ArticleError
from reader.base.sanitizing import sanitize_line

__all__ = ["LARGEST_FILE", "LINES", "SENTENCES", "refuse_large", "refuse_too_long"]

_VARIABLE = "READER_MAX_MB"
"""The environment variable that raises or lowers LARGEST_FILE."""


def _largest_file() -> int:
    megabytes = os.environ.get(_VARIABLE, "")
    return int(float(megabytes) * 1e6) if re.fullmatch(r"\d{1,6}(\.\d+)?", megabytes) else 20_000_000


LARGEST_FILE = _largest_file()
"""The size limit of a file or a web page in bytes: 20 MB, or the megabytes in _VARIABLE."""

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


def refuse_large(data: bytes, name: str, limit: int) -> None:
    """Raises ArticleError where there are more than `limit` bytes; a negative limit is none."""
    if 0 <= limit < len(data):
        raise ArticleError(
            f"{name} is larger than {limit / 1e6:g} MB; split it, or raise the limit with {_VARIABLE}"
        )
