"""Words of a running text, as a selection grows and shrinks by them."""

from __future__ import annotations

import re

__all__ = ["next_end", "previous_end", "word_at"]

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*|[^\w\s]")
_REACH = 500  # code points looked at either side: no word is longer


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Code points [start, end) of the word at `offset`, or of the next one; empty at the text's end."""
    for word in _WORD.finditer(text, max(offset - _REACH, 0)):
        if word.end() > offset:
            return word.span()
    return len(text), len(text)


def next_end(text: str, offset: int) -> int:
    """The first end of a word after `offset`; `offset` where there is none."""
    end = word_at(text, offset)[1]
    return end if end > offset else offset


def previous_end(text: str, offset: int) -> int:
    """The last end of a word before `offset`; `offset` where there is none."""
    ends = [word.end() for word in _WORD.finditer(text, max(offset - _REACH, 0), offset)]
    return next((end for end in reversed(ends) if end < offset), offset)
