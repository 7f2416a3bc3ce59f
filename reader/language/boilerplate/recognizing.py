"""The reason why one line, by its words and form, may be boilerplate, and how much that weighs.

The words are data in `lines` and `patterns`. The place of a line on its page is judged by
`reader.articles.boilerplate`, which begins with this.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reader.language.boilerplate.lines import known_lines
from reader.language.boilerplate.patterns import LIST_HEADER, PARTS, PATTERNS
from reader.language.boilerplate.weights import LABEL, SENTENCE
from reader.language.boilerplate.words import reason_by_words
from reader.language.sentences import ends_like_prose

__all__ = ["LONGEST", "NOTHING", "Sign", "is_list_header", "reason_for", "sign_of"]

LONGEST = 300
"""Characters that a line may have and still be boilerplate by its words alone."""

_ENDS = " .:;!…·•*|-–—<>«»›‹→"
"""Punctuation that is ignored at the ends of a line."""


_COUNT = re.compile(r"\s?[(（]\d+[)）]\Z")
"""The number of comments after their label."""


def is_list_header(line: str) -> bool:
    """Whether a line begins like the header of a list of other articles or tags."""
    return _list_header().match(line) is not None


@cache
def _list_header() -> re.Pattern[str]:
    return re.compile(LIST_HEADER, re.IGNORECASE)


class Sign(NamedTuple):
    """The `reason` why a line may be boilerplate ("photo credit"), and the `weight` of its words and form.

    See `weights`: LABEL or more is enough wherever the line is, less needs a place that says the same.
    """

    reason: str
    weight: int


NOTHING = Sign("", 0)
"""The sign of a line that has none of the words of boilerplate."""


def sign_of(line: str) -> Sign:
    """The sign that the words and the form of a line give, else NOTHING."""
    return _sign_of(line) if len(line) <= LONGEST else NOTHING


def reason_for(line: str) -> str:
    """The reason why a line is boilerplate wherever it is ("photo credit"), or ""."""
    sign = sign_of(line)
    return sign.reason if sign.weight >= LABEL else ""


@lru_cache(maxsize=4096)
def _sign_of(line: str) -> Sign:
    lowered = line.lower()
    if reason := known_lines().get(_COUNT.sub("", lowered).strip(_ENDS)) or reason_by_words(lowered):
        return Sign(reason, LABEL)
    if not _fits(lowered, _all_hints()):
        return NOTHING
    hinted = (number for number in range(len(PATTERNS)) if _fits(lowered, _hints(number)))
    fitting = (PATTERNS[number] for number in hinted if _compiled(number).fullmatch(line))
    best = max(fitting, key=lambda pattern: pattern.weight, default=None)
    if best is None:
        return NOTHING
    return Sign(best.reason, best.weight + (SENTENCE if _is_sentence(line) else 0))


def _is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, not as a label ("Read next:")."""
    return ends_like_prose(line) and line[-1] not in ":;,-–—" and not line.endswith((" a.m.", " p.m."))


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
