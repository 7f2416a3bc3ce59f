"""Who is said to have said it: somebody else, nobody by name, or in other words than his own."""

from __future__ import annotations

import re

from reader.claims.clause import Clause
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
    """Another speaker, or a named one on one side and an unnamed one on the other."""
    a, b = pair.a, pair.b
    named_a, named_b = _persons(a.speaker), _persons(b.speaker)
    if named_a and named_b and not any(are_one(x.words, y.words) for x in named_a for y in named_b):
        return [
            ClauseDifference(
                DifferenceKind.ATTRIBUTION,
                _place(a),
                _place(b),
                f"said by “{a.speaker}” and by “{b.speaker}”",
            )
        ]
    if (named_a and _is_anonymous(b)) or (named_b and _is_anonymous(a)):
        message = f"said by “{a.speaker}” and by “{b.speaker}”: one is named, the other is not"
        return [ClauseDifference(DifferenceKind.ATTRIBUTION, _place(a), _place(b), message)]
    return []


def _is_anonymous(clause: Clause) -> bool:
    """Whether a speaker is nobody in particular; "the diplomat" is one whom another sentence names."""
    if not clause.speaker or _persons(clause.speaker):
        return False
    if _UNNAMED.search(clause.text):
        return True
    return bool(_ANONYMOUS.search(clause.speaker)) and not clause.speaker.lower().startswith("the ")


def _persons(speaker: str) -> list[Name]:
    """The names in a speaker ("Prime Minister Olga Varn"); none for an office, a body or a group."""
    if speaker.lower().startswith("the ") or _ANONYMOUS.search(speaker):
        return []
    speaker = _PLACE.split(speaker)[0]
    found = names(f"x, {speaker}")  # "x,": a speaker's first word is no sentence's
    return [name for name in found if _PROPER.search(speaker[name.span[0] - 3 : name.span[1] - 3])]


def _place(clause: Clause) -> tuple[int, int] | None:
    at = clause.text.find(clause.speaker)
    return (at, at + len(clause.speaker)) if at >= 0 else None
