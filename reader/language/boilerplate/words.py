"""The kind of a short line by a few of its words, in many languages; the words are data in `word_kinds`."""

from __future__ import annotations

import re
from functools import cache

from reader.language.boilerplate.word_kinds import BEGINNINGS, DATED, WORD_KINDS
from reader.language.sentences import ends_like_prose

__all__ = ["reason_by_words"]

LONGEST = 120
"""Characters that a title after its label may have."""

NAMES = 60
"""Characters that the names after a label may have."""

DATE_WORDS = 4
"""Words, apart from figures, that a day and a time may have: "em 5 de maio de 2019"."""

_WORD = re.compile(r"[^\W\d_]+")
_LABELLED = re.compile(r"(?P<label>[^:：=]{1,25}?) ?[:：=] ?(?P<rest>.*)\Z")
_DIGITS = re.compile(r"\d{4}|\d{1,2}[:.h]\d{2}")


def reason_by_words(lowered: str) -> str:
    """The reason why a line, in lower case, is boilerplate by its words ("newsletter"), or ""."""
    if ends_like_prose(lowered) and not lowered.endswith((":", "：")):
        return _of_kinds(lowered, is_sentence=True)
    return _labelled(lowered) or _dated(lowered) or _of_kinds(lowered)


def _labelled(lowered: str) -> str:
    if not (found := _LABELLED.match(lowered)):
        return ""
    reason = _labels().get(found["label"].strip(" •·-–—|"), "")
    longest = LONGEST if reason == "related articles" else NAMES
    return reason if 0 < len(found["rest"]) <= longest else ""


def _dated(lowered: str) -> str:
    """The reason of a line that is a word of publishing and a day or time, of at most DATE_WORDS words."""
    if len(lowered) > NAMES or not lowered.startswith(_words(DATED)) or not _DIGITS.search(lowered):
        return ""
    rest = next(lowered[len(word) :] for word in _words(DATED) if lowered.startswith(word))
    is_date = not rest[:1].isalpha() and len(_WORD.findall(rest)) <= DATE_WORDS
    return "time of publication" if is_date else ""


def _of_kinds(lowered: str, *, is_sentence: bool = False) -> str:
    """The reason of the first kind that has a word of each group, of all or of those that are sentences."""
    for reason, longest, groups in WORD_KINDS:
        is_asked_for = len(lowered) <= longest and (longest > NAMES or not is_sentence)
        if is_asked_for and all(any(word in lowered for word in _words(group)) for group in groups):
            return reason
    return ""


@cache
def _labels() -> dict[str, str]:
    return {label: reason for reason, labels in BEGINNINGS.items() for label in _words(labels)}


@cache
def _words(joined: str) -> tuple[str, ...]:
    """The words of a list, the longest first, so that the longest of two beginnings is found."""
    return tuple(sorted(" ".join(joined.split()).split(" | "), key=len, reverse=True))
