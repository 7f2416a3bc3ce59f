"""The offsets in an article's file that belong to offsets in its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.loading import plain_source
from reader.base.sanitizing import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.articles.model import Article

__all__ = ["file_offsets"]

# Sanitizing keeps white space and other characters apart, except for the separators 1C-1F, which become
# pictures; NEL, VT and FF become line breaks.
_WORD = re.compile(r"[^\s]+(?:[\x1c-\x1f]+[^\s]*)*|[\x1c-\x1f]+[^\s]*(?:[\x1c-\x1f]+[^\s]*)*")


def file_offsets(article: Article) -> Callable[[int], int]:
    """A function from code points of `article.text` to code points of its file's own text.

    The file's own text is its bytes decoded, without a byte order mark, line breaks untouched. Pasted text
    and formats whose text is extracted (Markdown, HTML) have no other text than the article's: for them the
    function returns its argument. Raises ArticleError where the file can no longer be read.
    """
    raw = plain_source(Path(article.path)) if article.path else None
    if raw is None or (len(raw) == len(article.text) and sanitize(raw) == raw):
        return _same
    return _mapping(raw)


def _same(offset: int) -> int:
    return offset


def _mapping(raw: str) -> Callable[[int], int]:
    """A function from offsets in the sanitized text to offsets in `raw`, word by word."""
    sanitized = [word.span() for word in re.finditer(r"\S+", sanitize(raw))]
    originals = [word.span() for word in _WORD.finditer(raw) if sanitize(word[0])]
    starts = [start for start, _ in sanitized]

    def original(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        if number < 0:
            return 0
        start, end = originals[number]
        inside = min(offset, sanitized[number][1]) - sanitized[number][0]
        if offset > sanitized[number][1]:
            return min(end + offset - sanitized[number][1], _next_start(originals, number, len(raw)))
        return start + _prefix(raw[start:end], inside)

    return original


def _next_start(spans: list[tuple[int, int]], number: int, length: int) -> int:
    return spans[number + 1][0] if number + 1 < len(spans) else length


def _prefix(word: str, length: int) -> int:
    """The number of code points of `word` that become `length` code points when sanitized."""
    if len(sanitize(word)) == length:
        return len(word)
    return bisect_left(range(len(word)), length, key=lambda end: len(sanitize(word[:end])))
