"""Polarity: the words that negate a statement (not, never, denied) or weaken it (may), with their targets."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.claims.clause import Clause, Span
from reader.language.stems import is_content
from reader.language.word_list import word_list
from reader.language.words import tokens

__all__ = ["WEAK", "PolarityMark", "modals", "negates", "negations"]

_NEGATIONS = frozenset(word_list("not no never none neither nor cannot without"))
WEAK = "without"
"""Negates, but is not reported as a difference: one article's "without power" is another's "lost power"."""

_REVERSALS = frozenset(word_list("deni refus fail reject unabl unlik lack"))
_TURNS = _NEGATIONS | _REVERSALS
_WITH_TO = frozenset(word_list("declin"))
"""Negates only before "to": prices that decline are something else."""

_IDIOMS = re.compile(
    r"\b(?:not|no) (?:only|just|merely|least|less|more than|fewer|doubt|matter|sooner|until|necessarily"
    r"|why|whether|what|how|who)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"(?:^|[,;—–]|\b(?:and|but)\b)\s*(?:and |but )?not (?:even )?(?:an?|the|by|to|in|on|at|for|from) ",
    re.IGNORECASE,
)
"""The "not" of "a spoon, not a fork": it contrasts two things and denies nothing."""

_RAISERS = frozenset(word_list("think believ expect want seem suppos feel appear intend plan"))
_MODALS = {
    **dict.fromkeys(
        word_list(
            """
            may might could possibl perhap mayb probabl like alleg reportedli appar potenti
            """
        ),
        "possible",
    ),
    **dict.fromkeys(["must", "should", "ought"], "required"),
    **dict.fromkeys(
        word_list("will would shall won't wouldn't he'll she'll they'll we'll i'll it'll"), "certain"
    ),
    **dict.fromkeys(["couldn't", "mightn't"], "possible"),
    **dict.fromkeys(["shouldn't", "mustn't"], "required"),
}
_CLOSERS = frozenset(word_list("by of in on at for with from into that"))
"""Words that end the reach of a modal: "must be made by the members"."""

_REACH = 12
"""Words that a negation or a modal may bear on; the first content word among them is its own."""


class PolarityMark(NamedTuple):
    """A word that bears on others: its span, its effect, and the stems it bears on."""

    span: Span
    effect: str
    targets: tuple[str, ...]


def negations(clause: Clause) -> list[PolarityMark]:
    """The words that negate a part of a clause, in order, without idioms such as "not only"."""
    places = [at for at in range(len(clause.words)) if _turns(clause, at)]
    if not places:
        return []
    idioms = [match.span() for rule in (_IDIOMS, _CONTRAST) for match in rule.finditer(clause.text)]
    marks = []
    for at in places:
        word = clause.words[at]
        targets = _targets(clause, at)
        if not any(start <= word.start < end for start, end in idioms):
            effect = WEAK if word.stem == WEAK else "not"
            marks.append(PolarityMark((word.start, word.end), effect, targets))
    return marks


def _turns(clause: Clause, at: int) -> bool:
    stem = clause.words[at].stem
    if stem in _WITH_TO:
        return [word.stem for word in clause.words[at + 1 : at + 2]] == ["to"]
    return stem in _TURNS or stem.endswith("n't")


def modals(clause: Clause) -> dict[str, PolarityMark]:
    """The modals of a clause, by the stem that each bears on."""
    marks: dict[str, PolarityMark] = {}
    for at, word in enumerate(clause.words):
        effect = _MODALS.get(word.stem, "")
        if not effect or _only_looks_modal(clause, at):
            continue
        for stem in _targets(clause, at, closed=_CLOSERS)[:1]:
            if stem not in marks or marks[stem].effect == "certain":
                marks[stem] = PolarityMark((word.start, word.end), effect, (stem,))
    return marks


def _only_looks_modal(clause: Clause, at: int) -> bool:
    """Whether a word only looks like a modal: the month of May, a man called Will, "like", "could not"."""
    word = clause.words[at]
    surface = clause.surface(word)
    if word.stem in ("could", "couldn't"):
        return _negated(clause, at)
    return surface in ("like", "liked") or (at > 0 and surface[0].isupper())


def _negated(clause: Clause, at: int) -> bool:
    """Whether "could" is "could not", which is a failure, not a possibility."""
    following = clause.words[at + 1].stem if at + 1 < len(clause.words) else ""
    return clause.words[at].stem.endswith("n't") or following in _NEGATIONS


def negates(text: str) -> bool:
    """Whether a few words contain a negation, so that the text after them depends on it."""
    return any(word.stem in _NEGATIONS or word.stem.endswith("n't") for word in tokens(text))


def _targets(clause: Clause, at: int, closed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The content stems after a word, up to a stop or, before the first, a word that is `closed`.

    Verbs of thinking pass a negation on to the next verb.
    """
    words = clause.words
    targets: list[str] = []
    for place in range(at + 1, min(at + 1 + _REACH, len(words))):
        if re.search(r"[.;:!?]", clause.text[words[place - 1].end : words[place].start]):
            break
        if not targets and words[place].stem in closed:
            break
        if is_content(words[place].stem) and not clause.surface(words[place]).endswith("ly"):
            if words[place].stem in _RAISERS and not targets:
                continue
            targets.append(words[place].stem)
    return tuple(targets)
