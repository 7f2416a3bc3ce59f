"""Negation and certainty that differ: a thing is denied, or only possible, in one of two clauses."""

from __future__ import annotations

from collections.abc import Iterator

from reader.claims.clause import Clause, Span
from reader.claims.polarity import WEAK, PolarityMark, modals, negations
from reader.differences.clause_pair import ClauseDifference, ClausePair
from reader.language.word_list import word_set
from reader.matching.model import DifferenceKind

__all__ = ["modality_differences", "negation_differences"]


_CERTAINTY = {"possible": "only possible", "required": "called for", "certain": "certain", "": "stated"}

_AUXILIARIES = word_set(
    "am is are was were be been have has had do does did will would shall should can could may might must"
)
"""The verbs that are quoted with a negation that follows them: "had not been cleared"."""


def negation_differences(pair: ClausePair) -> list[ClauseDifference]:
    """A shared word that is negated in one clause only, unless both clauses negate equally often.

    Equally often: "did not think it helped" and "thinks it did not help" say the same thing.
    """
    of_a, of_b = negations(pair.a), negations(pair.b)
    if len(of_a) % 2 == len(of_b) % 2:
        return []
    kind = DifferenceKind.NEGATION
    if len(of_a) > len(of_b):
        return [
            ClauseDifference(kind, mark, affirmed, (phrase, ""))
            for mark, affirmed, phrase in _negated_only_in(pair.a, of_a, pair.b, of_b)
        ]
    return [
        ClauseDifference(kind, affirmed, mark, ("", phrase))
        for mark, affirmed, phrase in _negated_only_in(pair.b, of_b, pair.a, of_a)
    ]


def _negated_only_in(
    clause: Clause, marks: list[PolarityMark], other: Clause, other_marks: list[PolarityMark]
) -> Iterator[tuple[Span, Span, str]]:
    """The first negation of a clause whose word the other has, never in the shadow of a negation.

    As its span, that of the word in the other clause, and the negated phrase. A "not" that ends its clause
    ("and theirs does not") bears on a word before it: it is counted, but never a difference.
    """
    stems = [word.stem for word in clause.words]
    other_stems = [word.stem for word in other.words]
    shadows = {stem for mark in other_marks for stem in mark.targets}
    for mark in marks:
        stem = mark.targets[0] if mark.targets else ""
        if mark.effect != WEAK and stem in other_stems and stem not in shadows and stems.count(stem) == 1:
            at = other_stems.index(stem)
            if not _names_an_act(other, at):
                affirmed = other.words[at]
                yield mark.span, (affirmed.start, affirmed.end), _phrase(clause, mark, stem)
            return


def _phrase(clause: Clause, mark: PolarityMark, stem: str) -> str:
    """The words from a mark, and the auxiliary before it, to the word that it bears on."""
    at = clause.at(mark.span[0])
    before = clause.words[max(at - 1, 0) : at]
    has_auxiliary = before and clause.surface(before[0]).lower() in _AUXILIARIES
    end = next(word.end for word in clause.words[at:] if word.stem == stem)
    return clause.text[before[0].start if has_auxiliary else mark.span[0] : end]


def _names_an_act(clause: Clause, at: int) -> bool:
    """Whether a word or the next names an act without stating it: "the practice of selling"."""
    return any(clause.surface(word).endswith("ing") for word in clause.words[at : at + 2])


def modality_differences(pair: ClausePair) -> list[ClauseDifference]:
    """A shared word that is certain in one clause and only possible, or called for, in the other.

    If both clauses weaken something, or both call for something, their words are not compared.
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
    span_a, words_a = _marked(pair.a, stem, a)
    span_b, words_b = _marked(pair.b, stem, b)
    certainty = _CERTAINTY[a.effect if a else ""], _CERTAINTY[b.effect if b else ""]
    return ClauseDifference(DifferenceKind.MODALITY, span_a, span_b, (words_a, words_b), certainty)


def _marked(clause: Clause, stem: str, mark: PolarityMark | None) -> tuple[Span, str]:
    """The span that shows how certain a word is, its modal or the word itself, and the words to quote."""
    if mark:
        return mark.span, _phrase(clause, mark, stem)
    span = _span_of(clause, stem)
    return span, clause.text[slice(*span)]


def _is_loose(clause: Clause, stem: str) -> bool:
    """Whether a word is an infinitive or a participle, whose mood is given elsewhere."""
    at = next(at for at, word in enumerate(clause.words) if word.stem == stem)
    before = {word.stem for word in clause.words[max(0, at - 2) : at]}
    return "to" in before or clause.surface(clause.words[at]).endswith("ing")


def _span_of(clause: Clause, stem: str) -> Span:
    word = next(word for word in clause.words if word.stem == stem)
    return word.start, word.end
