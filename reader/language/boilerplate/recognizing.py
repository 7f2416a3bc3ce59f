"""The reason why one line, by its words alone, is boilerplate and not part of the article.

The words are data in `lines` and `patterns`. The place of a line on its page is judged by
`reader.articles.boilerplate`, which begins with this.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.language.boilerplate.lines import known_lines
from reader.language.boilerplate.patterns import LIST_HEADER, PARTS, PATTERNS

__all__ = ["LONGEST", "is_list_header", "reason_for"]

LONGEST = 300
"""Characters that a line may have and still be boilerplate by its words alone."""

_ENDS = " .:;!…·•*|-–—<>«»›‹→"
"""Punctuation that is ignored at the ends of a line."""


def is_list_header(line: str) -> bool:
    """Whether a line begins like the header of a list of other articles or tags."""
    return _list_header().match(line) is not None


@cache
def _list_header() -> re.Pattern[str]:
    return re.compile(LIST_HEADER, re.IGNORECASE)


def reason_for(line: str) -> str:
    """The reason why a line is boilerplate ("photo credit"), or ""."""
    return _reason_for(line) if len(line) <= LONGEST else ""


@lru_cache(maxsize=4096)
def _reason_for(line: str) -> str:
    lowered = line.lower()
    if reason := known_lines().get(lowered.strip(_ENDS)):
        return reason
    if not _fits(lowered, _all_hints()):
        return ""
    hinted = (number for number in range(len(PATTERNS)) if _fits(lowered, _hints(number)))
    return next((PATTERNS[number].reason for number in hinted if _compiled(number).fullmatch(line)), "")


_Hints = tuple[tuple[str, ...], tuple[str, ...]]
"""The beginnings of lines, and the parts that may be anywhere in a line."""


def _fits(lowered: str, hints: _Hints) -> bool:
    beginnings, parts = hints
    return lowered.startswith(beginnings) or any(part in lowered for part in parts)


@cache
def _all_hints() -> _Hints:
    """The hints of all patterns, to find out at once that a line has none of them, like most lines."""
    beginnings, parts = zip(*(_hints(number) for number in range(len(PATTERNS))), strict=True)
    return tuple({hint for hints in beginnings for hint in hints}), tuple(
        {hint for hints in parts for hint in hints}
    )


@cache
def _hints(number: int) -> _Hints:
    hints = PATTERNS[number].hints.split()
    return tuple(h[1:] for h in hints if h[0] == "^"), tuple(h for h in hints if h[0] != "^")


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(_filled(PATTERNS[number].pattern), re.IGNORECASE)


def _filled(pattern: str) -> str:
    """The pattern with its <parts>, which may have parts themselves."""
    return re.sub("<[a-z]+>", lambda name: _filled(PARTS[name[0]]), pattern)
