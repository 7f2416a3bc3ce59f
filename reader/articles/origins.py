"""The offsets in an article's file that belong to offsets in its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.loading import plain_source
from reader.base.sanitizing import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.articles.model import Article

__all__ = ["file_offsets"]

Span = tuple[int, int]
"""Code points [start, end)."""

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
    return _mapping(raw, article.text)


def _same(offset: int) -> int:
    return offset


def _mapping(raw: str, text: str) -> Callable[[int], int]:
    """A function from offsets in the text of an article to offsets in `raw`, word by word."""
    places = list(_places(raw, text))
    starts = [start for (start, _), _ in places]

    def original(offset: int) -> int:
        number = bisect_right(starts, offset) - 1
        if number < 0:
            return 0
        (first, last), (start, end) = places[number]
        if offset > last:
            following = places[number + 1][1][0] if number + 1 < len(places) else len(raw)
            return min(end + offset - last, following)
        return start + _prefix(raw[start:end], offset - first)

    return original


def _places(raw: str, text: str) -> Iterator[tuple[Span, Span]]:
    """The place of each word in the text and in `raw`. A word divided at the end of a line has two."""
    originals = (word.span() for word in _WORD.finditer(raw) if sanitize(word[0]))
    for word in re.finditer(r"\S+", text):
        start, end = word.span()
        for place in originals:
            part = sanitize(raw[slice(*place)])
            length = _divided(part, text[start:end])
            if not length:
                break
            yield (start, start + length), place
            start += length
        else:
            return
        yield (start, end), place


def _divided(part: str, word: str) -> int:
    """The letters of a word that were on the line before, in `part`; 0 where it is the whole word."""
    if part[-1] not in "-‐" or len(part) > len(word):
        return 0
    if word.startswith(part) and part != word:
        return len(part)
    return len(part) - 1 if word.startswith(part[:-1]) and not word.startswith(part) else 0


def _prefix(word: str, length: int) -> int:
    """The number of code points of `word` that become `length` code points when sanitized."""
    if len(sanitize(word)) == length:
        return len(word)
    return bisect_left(range(len(word)), length, key=lambda end: len(sanitize(word[:end])))
