"""Casualties: whether the people that a number counts are dead, injured, arrested, missing or displaced."""

from __future__ import annotations

import re

from reader.claims.clause import Clause, Span
from reader.language.english import IRREGULAR, SPEECH_VERBS
from reader.language.stems import is_content, stem
from reader.language.word_list import word_list
from reader.language.words import tokens

__all__ = ["CASUALTIES", "casualty_of_subject"]

CASUALTIES = {
    **dict.fromkeys(("kill", "die", "fatal", "slay", "toll"), "dead"),
    **dict.fromkeys(("injur", "wound", "hurt", "hospit"), "injured"),
    **dict.fromkeys(("arrest", "detain", "custodi"), "arrested"),
    **dict.fromkeys(("miss",), "missing"),
    **dict.fromkeys(("displac", "homeless", "evacu"), "displaced"),
}
"""The kinds of casualties, by the stems of the words for them."""

_REACH = 150
"""Code points between a number and the verb whose subject it is: some twenty words."""

_PASSIVE = re.compile(
    r"(?P<phrase>[^.;:,—–\"“”]*?)\s"
    r"(?:(?:have|has|had)(?:\s\w+ly)?\s(?:been|(?=died\b))|were|was)\s*(?:\w+ly\s)?(?P<verb>\w+)"
)
"""The text after a number up to the first passive verb, or "have died", whose subject the number is."""

_ASIDE = re.compile(r"\s\([^()]*\)")

_OPENERS = frozenset(word_list("that and but while as said says because after when"))
"""Words after which a clause begins with its subject."""

_HELD_BY = frozenset(
    word_list("of from in at near on for with by inside outside across the a an his her its their")
)
"""Function words that may occur in a phrase after a noun."""

_JOINED = re.compile(r"\b[A-Z]\w* and (?:the )?(?=[A-Z])")
"""An "and" inside a name: "Iraq and the Levant". Any other adds people who are not counted."""


def casualty_of_subject(clause: Clause, span: Span) -> str:
    """The kind of casualty that a number counts if it begins its clause and the verb comes much later.

    "More than 10,000 fighters from the north (the league) have been killed": dead. "" if there is another
    verb, a number or a stop in between.
    """
    start, end = span
    at = clause.at(start)
    before = clause.words[max(0, at - 1) : at]
    if before and clause.surface(before[0]).lower() not in _OPENERS:
        return ""
    match = _PASSIVE.match(_ASIDE.sub("", clause.text[end : end + _REACH]))
    if not match or not _is_phrase(match["phrase"]):
        return ""
    return CASUALTIES.get(stem(match["verb"]), "")


def _is_phrase(words: str) -> bool:
    """Whether words are nouns and their attributes, without a verb or number."""
    phrase = _JOINED.sub("", words)
    return all(
        word.stem in _HELD_BY
        or (is_content(word.stem) and not _ends_phrase(phrase[word.start : word.end].lower()))
        for word in tokens(phrase)
    )


def _ends_phrase(word: str) -> bool:
    return word[0].isdigit() or word.endswith("ed") or word in IRREGULAR or word in SPEECH_VERBS
