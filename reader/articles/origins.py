"""Offsets in an article's text become offsets in the file that it came from."""

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

# Cleaning never makes white space into something else or the other way round, but for the separators
# 1C-1F, which become pictures; NEL, VT and FF become line breaks.
_WORD = re.compile(r"[^\s]+(?:[\x1c-\x1f]+[^\s]*)*|[\x1c-\x1f]+[^\s]*(?:[\x1c-\x1f]+[^\s]*)*")


def file_offsets(article: Article) -> Callable[[int], int]:
    """A function from code points of `article.text` to code points of its file's own text.

    The file's own text is what its bytes decode to, without a byte order mark, line breaks untouched. For
    pasted text and for formats whose text is extracted (Markdown, HTML) the article's text is all there is:
    the function returns what it is given. Raises ArticleError where the file cannot be read any more.
    """
    raw = plain_source(Path(article.path)) if article.path else None
    if raw is None or (len(raw) == len(article.text) and sanitize(raw) == raw):
        return _same
    return _mapping(raw)


def _same(offset: int) -> int:
    return offset


def _mapping(raw: str) -> Callable[[int], int]:
    """From offsets in the cleaned text to offsets in `raw`, word by word: cleaning never joins two."""
    cleaned = [found.span() for found in re.finditer(r"\S+", sanitize(raw))]
    originals = [found.span() for found in _WORD.finditer(raw) if sanitize(found[0])]
    starts = [start for start, _ in cleaned]

    def original(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        if number < 0:
            return 0
        start, end = originals[number]
        inside = min(offset, cleaned[number][1]) - cleaned[number][0]
        if offset > cleaned[number][1]:
            return min(end + offset - cleaned[number][1], _next_start(originals, number, len(raw)))
        return start + _prefix(raw[start:end], inside)

    return original


def _next_start(spans: list[tuple[int, int]], number: int, length: int) -> int:
    return spans[number + 1][0] if number + 1 < len(spans) else length


def _prefix(word: str, wanted: int) -> int:
    """How many code points of `word` become `wanted` code points when it is cleaned."""
    if len(sanitize(word)) == wanted:
        return len(word)
    return bisect_left(range(len(word)), wanted, key=lambda length: len(sanitize(word[:length])))
