"""Speakers that differ: two different people, or a named and an unnamed one."""

from __future__ import annotations

import re

from reader.claims.clause import Clause, Span
from reader.claims.names import Name, are_one, names
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.matching.model import DifferenceKind

__all__ = ["attribution_differences"]

_ANONYMOUS = re.compile(
    r"\b(?:officials?|sources?|spokes(?:man|woman|person|people)|aides?|authorities|witness(?:es)?|residents?"
    r"|analysts?|experts?|insiders?|diplomats?|investigators|someone)\b",
    re.IGNORECASE,
)

_UNNAMED = re.compile(r"\b(?:(?:not|refused) to be (?:named|identified)|anonym\w+)\b")
_PLACE = re.compile(r"\s(?:in|at|from|near|for|on|with)\s")
_PROPER = re.compile(r"[A-Z][^\W\d_A-Z]")


def attribution_differences(pair: ClausePair) -> list[ClauseDifference]:
    """The speakers, if they are two people, or if one is named and the other is not."""
    a, b = pair.a, pair.b
    named_a, named_b = _persons(a.speaker), _persons(b.speaker)
    if named_a and named_b:
        differs = not any(are_one(x.words, y.words) for x in named_a for y in named_b)
    else:
        differs = bool((named_a and _is_anonymous(b)) or (named_b and _is_anonymous(a)))
    if not differs:
        return []
    speakers = a.speaker, b.speaker
    return [ClauseDifference(DifferenceKind.ATTRIBUTION, _speaker_span(a), _speaker_span(b), speakers)]


def _is_anonymous(clause: Clause) -> bool:
    """Whether a speaker stays unnamed; "the diplomat" is usually named in another sentence."""
    if not clause.speaker or _persons(clause.speaker):
        return False
    if _UNNAMED.search(clause.text):
        return True
    return bool(_ANONYMOUS.search(clause.speaker)) and not clause.speaker.lower().startswith("the ")


def _persons(speaker: str) -> list[Name]:
    """The personal names in a speaker ("Prime Minister Olga Varn"); [] for an office, a body or a group."""
    if speaker.lower().startswith("the ") or _ANONYMOUS.search(speaker):
        return []
    speaker = _PLACE.split(speaker)[0]
    after_x = names(f"x, {speaker}")  # "x,": the first word of a speaker does not begin a sentence
    return [name for name in after_x if _PROPER.search(speaker[name.span[0] - 3 : name.span[1] - 3])]


def _speaker_span(clause: Clause) -> Span | None:
    at = clause.text.find(clause.speaker)
    return (at, at + len(clause.speaker)) if at >= 0 else None
