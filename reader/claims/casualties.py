"""What became of the people that a number counts: the dead are told from the injured."""

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
"""Fates, by the stems of the words that tell them."""

_REACH = 150
"""Code points between a number and the verb whose subject it is: some twenty words."""

_MET = re.compile(
    r"(?P<phrase>[^.;:,—–\"“”]*?)\s"
    r"(?:(?:have|has|had)(?:\s\w+ly)?\s(?:been|(?=died\b))|were|was)\s*(?:\w+ly\s)?(?P<verb>\w+)"
)
"""What stands behind a number up to the first verb in the passive, or "have died", whose subject it is."""

_ASIDE = re.compile(r"\s\([^()]*\)")

_OPENERS = frozenset(word_list("that and but while as said says because after when"))
"""The words after which a clause begins with its subject."""

_HELD_BY = frozenset(
    word_list("of from in at near on for with by inside outside across the a an his her its their")
)
"""The function words that a phrase behind a noun may have."""

_JOINED = re.compile(r"\b[A-Z]\w* and (?:the )?(?=[A-Z])")
"""An "and" inside of a name: "Iraq and the Levant". Others bring in people who are not counted."""


def casualty_of_subject(clause: Clause, span: Span) -> str:
    """The fate of those whom a number counts that begins its clause, where the verb stands far behind it.

    "More than 10,000 fighters from the north (the league) have been killed": dead. "" if another verb, a
    number or a stop stands between.
    """
    start, end = span
    before = clause.words[: clause.at(start)][-1:]
    if before and clause.surface(before[0]).lower() not in _OPENERS:
        return ""
    met = _MET.match(_ASIDE.sub("", clause.text[end : end + _REACH]))
    if not met or not _is_phrase(met["phrase"]):
        return ""
    return CASUALTIES.get(stem(met["verb"]), "")


def _is_phrase(words: str) -> bool:
    """Whether words are nouns and what belongs to them, and no verb or number."""
    said = _JOINED.sub("", words)
    return all(
        word.stem in _HELD_BY or (is_content(word.stem) and not _is_else(said[word.start : word.end].lower()))
        for word in tokens(said)
    )


def _is_else(word: str) -> bool:
    return word[0].isdigit() or word.endswith("ed") or word in IRREGULAR or word in SPEECH_VERBS
