"""Names that differ: another person, place or body in the same place of the sentence."""

from __future__ import annotations

import re

from reader.claims.clause import Clause
from reader.claims.names import Name, are_alike, are_one, has_name, names
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.matching.model import DifferenceKind

__all__ = ["name_differences"]


def name_differences(pair: ClausePair) -> list[ClauseDifference]:
    """The names in the same place of both clauses, each of which is missing from the other clause."""
    if not has_name(pair.a.text, 1) or not has_name(pair.b.text, 1):
        return []
    left_a = [name for name in names(pair.a.text) if not (_speaks(name, pair.a) or _occurs(name, pair.b))]
    left_b = [name for name in names(pair.b.text) if not (_speaks(name, pair.b) or _occurs(name, pair.a))]
    differences = []
    for name in left_a:
        other = next((o for o in left_b if _another(pair, name, o)), None)
        if other:
            differences.append(pair.difference(DifferenceKind.NAME, name.span, other.span))
    return differences


def _another(pair: ClausePair, a: Name, b: Name) -> bool:
    """Whether two names are of two bearers, in the same place, and not side by side in either article."""
    if are_one(a.words, b.words) or not pair.same_place(a.span, b.span):
        return False
    if _is_possessive(a, pair.a) is not _is_possessive(b, pair.b):  # the Court's ruling, the Clean Air ruling
        return False
    return not any(_together(a, b, clause.article) for clause in (pair.a, pair.b))


def _is_possessive(name: Name, clause: Clause) -> bool:
    return clause.text[name.span[1] : name.span[1] + 2] in ("'s", "’s")


def _together(a: Name, b: Name, text: str) -> bool:
    """Whether a text has the names side by side, like a town and its country."""
    x, y = re.escape(a.words[-1]), re.escape(b.words[-1])
    return bool(re.search(rf"\b(?:{x}.{{0,12}}{y}|{y}.{{0,12}}{x})\b", text, re.IGNORECASE))


def _speaks(name: Name, clause: Clause) -> bool:
    """Whether it is the name of the speaker, which is compared as attribution."""
    return clause.text[slice(*name.span)] in clause.speaker


def _occurs(name: Name, clause: Clause) -> bool:
    forms = clause.forms
    return any(part in forms or any(are_alike((part,), (form,)) for form in forms) for part in name.words)
