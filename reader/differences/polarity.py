"""Negation and modality that differ: denied on one side only, or certain here and only possible there."""

from __future__ import annotations

from collections.abc import Iterator

from reader.claims.clause import Clause, Span
from reader.claims.polarity import WEAK, PolarityMark, modals, negations
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.matching.model import DifferenceKind

__all__ = ["modality_differences", "negation_differences"]


_WORDING = {"possible": "only possible", "required": "called for", "certain": "certain", "": "stated"}


def negation_differences(pair: ClausePair) -> list[ClauseDifference]:
    """A shared word that is negated on one side only, unless both sides negate equally often.

    Equally often: "did not think it helped" and "thinks it did not help" say the same.
    """
    of_a, of_b = negations(pair.a), negations(pair.b)
    if len(of_a) % 2 == len(of_b) % 2:
        return []
    if len(of_a) > len(of_b):
        return [
            ClauseDifference(DifferenceKind.NEGATION, here, there, message)
            for here, there, message in _only_here(pair.a, of_a, pair.b, of_b)
        ]
    return [
        ClauseDifference(DifferenceKind.NEGATION, there, here, message)
        for here, there, message in _only_here(pair.b, of_b, pair.a, of_a)
    ]


def _only_here(
    clause: Clause, marks: list[PolarityMark], other: Clause, its_marks: list[PolarityMark]
) -> Iterator[tuple[Span, Span, str]]:
    """The first negation of a clause whose word the other has, and has never in the shadow of a negation.

    A "not" that ends its clause ("and theirs does not") bears on a word before it: it is counted, no more.
    """
    stems = [word.stem for word in clause.words]
    its_stems = [word.stem for word in other.words]
    shadows = {stem for mark in its_marks for stem in mark.targets}
    for mark in marks:
        stem = mark.targets[0] if mark.targets else ""
        if mark.effect != WEAK and stem in its_stems and stem not in shadows and stems.count(stem) == 1:
            at = its_stems.index(stem)
            if not _names_an_act(other, at):
                word, said = other.words[at], clause.text[slice(*mark.span)]
                yield mark.span, (word.start, word.end), f"“{said}” on one side, not on the other"
            return


def _names_an_act(clause: Clause, at: int) -> bool:
    """Whether a word or the next tells of an act, and not that it is done: "the practice of selling"."""
    return any(clause.surface(word).endswith("ing") for word in clause.words[at : at + 2])


def modality_differences(pair: ClausePair) -> list[ClauseDifference]:
    """A shared word that is certain on one side and only possible, or called for, on the other.

    Where both sides weaken something, or both call for something, it is not asked what.
    """
    of_a, of_b = modals(pair.a), modals(pair.b)
    common = {mark.effect for mark in of_a.values()} & {mark.effect for mark in of_b.values()} - {"certain"}
    for stem in dict.fromkeys([*of_a, *of_b]):
        if stem in pair.stems_a and stem in pair.stems_b:
            a, b = of_a.get(stem), of_b.get(stem)
            effects = {a.effect if a else "", b.effect if b else ""}
            loose = (not a and _is_loose(pair.a, stem)) or (not b and _is_loose(pair.b, stem))
            if len(effects) == 2 and effects != {"", "certain"} and not loose and effects.isdisjoint(common):
                return [_modality(pair, stem, a, b)]
    return []


def _modality(
    pair: ClausePair, stem: str, a: PolarityMark | None, b: PolarityMark | None
) -> ClauseDifference:
    ways = " and ".join(_WORDING[mark.effect if mark else ""] for mark in (a, b))
    here, there = (m.span if m else _place(clause, stem) for m, clause in ((a, pair.a), (b, pair.b)))
    return ClauseDifference(DifferenceKind.MODALITY, here, there, f"how sure it is differs: {ways}")


def _is_loose(clause: Clause, stem: str) -> bool:
    """Whether a word is an infinitive or a participle here: its mood is given elsewhere."""
    at = next(at for at, word in enumerate(clause.words) if word.stem == stem)
    before = {word.stem for word in clause.words[max(0, at - 2) : at]}
    return "to" in before or clause.surface(clause.words[at]).endswith("ing")


def _place(clause: Clause, stem: str) -> Span:
    word = next(word for word in clause.words if word.stem == stem)
    return word.start, word.end
