"""The ends of lines that a program broke: words divided there, and lines that begin something new."""

from __future__ import annotations

import re
from collections.abc import Collection

from reader.language.word_list import word_set

__all__ = ["DIVIDED", "begins_speech", "joint", "speaker_of", "words_in"]

DIVIDED = re.compile(r"(?<!\w)([^\W\d_]++)[-‐\u00ad][^\S\n]*\n(?=(\w++))")
"""A word that is divided at the end of a line: its first part, and its second."""

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_SPEAKER = re.compile(r"([^\W\d_a-z](?:[^\W\d_a-z]|[.'’ -]){0,40}):\s")
_TITLED = re.compile(
    r"((?:Sens?|Reps?|Govs?|Messrs|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Amb|Justice|Judge|Senator|President"
    r"|Chairman|Chairwoman|Chair|Minister|Secretary|Captain|Mayor)\.? "
    r"[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,2}):\s"
)
_QUESTION = re.compile(r"[QA]\.\s+[^\W\d_a-z“\"]")

_COORDINATED = word_set("und oder bis sowie bzw and or to et ou y o e en of och og i lub")
"""Words before which a hyphen ends a word of its own: "Ein- und Ausgang"."""

_FIRST = word_set(
    "well self half anti quasi first third two three twenty thirty forty fifty sixty seventy eighty ninety"
)
_SECOND = word_set("based owned backed related elect style year years")
"""First and second parts of words that English writes with a hyphen, and that are not syllables of others."""


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, with their hyphens, without those divided at the ends of lines."""
    undivided = re.sub(rf"{DIVIDED.pattern}\w+", " ", text)
    return frozenset(word[0].casefold().replace("‐", "-") for word in _WORD.finditer(undivided))


def joint(first: str, second: str, words: Collection[str]) -> str:
    """The sign between the parts of a divided word: "" in "Sunday", "-" in "well-known", "- " in "Ein- und".

    `words` are those of the text, as `words_in` returns them: a word that it has elsewhere is written alike.
    """
    before, after = first.casefold(), second.casefold()
    if after in _COORDINATED:
        return "- "
    if not first.isupper() and not second[0].islower():
        return "-"  # a name or a number: "Anglo-American", "mid-1990s"
    if f"{before}-{after}" in words:
        return "-"
    if before + after in words:
        return ""
    is_compound = before in _FIRST or after in _SECOND
    return "-" if is_compound or (len(before) > 2 and before in words and after in words) else ""


def begins_speech(line: str) -> bool:
    """Whether a line of a transcript names its speaker first: "SEN. HOLLIS: You told …", "Q. When?"."""
    return bool(speaker_of(line)) or _QUESTION.match(line) is not None


def speaker_of(line: str, start: int = 0) -> str:
    """The speaker whom a transcript names before a colon at code point `start`; or "".

    The name is in capitals ("SEN. HOLLIS:") or has a title ("Sen. Hollis:").
    """
    speaker = _SPEAKER.match(line, start) or _TITLED.match(line, start)
    return speaker[1] if speaker else ""
