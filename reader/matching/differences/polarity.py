"""Words that turn a statement round (not, never, denied) or weaken it (may), and what they bear on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.matching.differences.clause import Clause, Found, Pair, Span
from reader.matching.lexicon import words as listed
from reader.matching.model import DifferenceKind
from reader.matching.tokens import is_content, tokens

__all__ = ["modality_differences", "negates", "negation_differences"]

_NEGATIONS = frozenset(listed("not no never none neither nor cannot without"))
_WEAK = "without"
"""Negates, but is not told as a difference: what one is without, another lost."""

_REVERSALS = frozenset(listed("deni refus fail reject unabl unlik lack"))
_TURNS = _NEGATIONS | _REVERSALS
_IDIOMS = re.compile(
    r"\b(?:not|no) (?:only|just|merely|least|less|more than|fewer|doubt|matter|sooner|until|necessarily"
    r"|why|whether|what|how|who)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"(?:^|[,;—–]|\b(?:and|but)\b)\s*(?:and |but )?not (?:even )?(?:an?|the|by|to|in|on|at|for|from) ",
    re.IGNORECASE,
)
"""The "not" of "a spoon, not a fork": it sets a thing beside another and denies nothing."""

_RAISERS = frozenset(listed("think believ expect want seem suppos feel appear intend plan"))
_MODALS = {
    **dict.fromkeys(
        listed(
            """
            may might could possibl perhap mayb probabl like alleg reportedli appar potenti
            """
        ),
        "possible",
    ),
    **dict.fromkeys(["must", "should", "ought"], "required"),
    **dict.fromkeys(
        listed("will would shall won't wouldn't he'll she'll they'll we'll i'll it'll"), "certain"
    ),
    **dict.fromkeys(["couldn't", "mightn't"], "possible"),
    **dict.fromkeys(["shouldn't", "mustn't"], "required"),
}
_CLOSERS = frozenset(listed("by of in on at for with from into that"))
"""Words behind which nothing is meant by a modal: "must be made by the members"."""

_WORDING = {"possible": "only possible", "required": "called for", "certain": "certain", "": "stated"}
_REACH = 12
"""Words that a negation or a modal may bear on; the first of them that carries matter is its own."""


class Mark(NamedTuple):
    """A word that bears on others: where it stands, what it does, and the stems it bears on."""

    span: Span
    effect: str
    targets: tuple[str, ...]


def negation_differences(pair: Pair) -> list[Found]:
    """A shared word that is negated on one side only, unless both sides negate equally often.

    Equally often: "did not think it helped" and "thinks it did not help" say the same.
    """
    of_a, of_b = _negations(pair.a), _negations(pair.b)
    if len(of_a) % 2 == len(of_b) % 2:
        return []
    if len(of_a) > len(of_b):
        return [
            Found(DifferenceKind.NEGATION, here, there, message)
            for here, there, message in _only_here(pair.a, of_a, pair.b, of_b)
        ]
    return [
        Found(DifferenceKind.NEGATION, there, here, message)
        for here, there, message in _only_here(pair.b, of_b, pair.a, of_a)
    ]


def _only_here(
    clause: Clause, marks: list[Mark], other: Clause, its_marks: list[Mark]
) -> Iterator[tuple[Span, Span, str]]:
    """The first negation of a clause whose word the other has, and has never in the shadow of a negation.

    A "not" that ends its clause ("and theirs does not") bears on a word before it: it is counted, no more.
    """
    stems = [word.stem for word in clause.words]
    its_stems = [word.stem for word in other.words]
    shadows = {stem for mark in its_marks for stem in mark.targets}
    for mark in marks:
        stem = mark.targets[0] if mark.targets else ""
        if mark.effect != _WEAK and stem in its_stems and stem not in shadows and stems.count(stem) == 1:
            at = its_stems.index(stem)
            if not _names_an_act(other, at):
                word, said = other.words[at], clause.text[slice(*mark.span)]
                yield mark.span, (word.start, word.end), f"“{said}” on one side, not on the other"
            return


def _names_an_act(clause: Clause, at: int) -> bool:
    """Whether a word or the next tells of an act, and not that it is done: "the practice of selling"."""
    return any(clause.surface(word).endswith("ing") for word in clause.words[at : at + 2])


def modality_differences(pair: Pair) -> list[Found]:
    """A shared word that is certain on one side and only possible, or called for, on the other.

    Where both sides weaken something, or both call for something, it is not asked what.
    """
    of_a, of_b = _modals(pair.a), _modals(pair.b)
    common = {mark.effect for mark in of_a.values()} & {mark.effect for mark in of_b.values()} - {"certain"}
    for stem in dict.fromkeys([*of_a, *of_b]):
        if stem in pair.stems_a and stem in pair.stems_b:
            a, b = of_a.get(stem), of_b.get(stem)
            effects = {a.effect if a else "", b.effect if b else ""}
            loose = (not a and _is_loose(pair.a, stem)) or (not b and _is_loose(pair.b, stem))
            if len(effects) == 2 and effects != {"", "certain"} and not loose and effects.isdisjoint(common):
                return [_modality(pair, stem, a, b)]
    return []


def _modality(pair: Pair, stem: str, a: Mark | None, b: Mark | None) -> Found:
    ways = " and ".join(_WORDING[mark.effect if mark else ""] for mark in (a, b))
    here, there = (m.span if m else _place(clause, stem) for m, clause in ((a, pair.a), (b, pair.b)))
    return Found(DifferenceKind.MODALITY, here, there, f"how sure it is differs: {ways}")


def _is_loose(clause: Clause, stem: str) -> bool:
    """Whether a word is an infinitive or a participle here: its mood is given elsewhere."""
    at = next(at for at, word in enumerate(clause.words) if word.stem == stem)
    before = {word.stem for word in clause.words[max(0, at - 2) : at]}
    return "to" in before or clause.surface(clause.words[at]).endswith("ing")


def _place(clause: Clause, stem: str) -> Span:
    word = next(word for word in clause.words if word.stem == stem)
    return word.start, word.end


def _negations(clause: Clause) -> list[Mark]:
    places = [at for at, word in enumerate(clause.words) if word.stem in _TURNS or word.stem[-3:] == "n't"]
    if not places:
        return []
    idioms = [match.span() for rule in (_IDIOMS, _CONTRAST) for match in rule.finditer(clause.text)]
    marks = []
    for at in places:
        word = clause.words[at]
        targets = _targets(clause, at)
        if not any(start <= word.start < end for start, end in idioms):
            effect = _WEAK if word.stem == _WEAK else "not"
            marks.append(Mark((word.start, word.end), effect, targets))
    return marks


def _modals(clause: Clause) -> dict[str, Mark]:
    marks: dict[str, Mark] = {}
    for at, word in enumerate(clause.words):
        effect = _MODALS.get(word.stem, "")
        if not effect or _is_no_modal(clause, at):
            continue
        for stem in _targets(clause, at, closed=_CLOSERS)[:1]:
            if stem not in marks or marks[stem].effect == "certain":
                marks[stem] = Mark((word.start, word.end), effect, (stem,))
    return marks


def _is_no_modal(clause: Clause, at: int) -> bool:
    """Whether a word only looks like a modal: the month of May, a man called Will, "like", "could not"."""
    word = clause.words[at]
    surface = clause.surface(word)
    if word.stem in ("could", "couldn't"):
        return _negated(clause, at)
    return surface in ("like", "liked") or (at > 0 and surface[0].isupper())


def _negated(clause: Clause, at: int) -> bool:
    """Whether "could" is "could not", which is a failure and no possibility."""
    following = clause.words[at + 1].stem if at + 1 < len(clause.words) else ""
    return clause.words[at].stem.endswith("n't") or following in _NEGATIONS


def negates(text: str) -> bool:
    """Whether a few words hold a negation, so that what follows them depends on it."""
    return any(word.stem in _NEGATIONS or word.stem.endswith("n't") for word in tokens(text))


def _targets(clause: Clause, at: int, closed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The content stems after a word, up to a stop or, before the first, a word that is `closed`.

    Verbs of thinking pass a negation on to the next.
    """
    words = clause.words
    found: list[str] = []
    for place in range(at + 1, min(at + 1 + _REACH, len(words))):
        if re.search(r"[.;:!?]", clause.text[words[place - 1].end : words[place].start]):
            break
        if not found and words[place].stem in closed:
            break
        if is_content(words[place].stem) and not clause.surface(words[place]).endswith("ly"):
            if words[place].stem in _RAISERS and not found:
                continue
            found.append(words[place].stem)
    return tuple(found)
