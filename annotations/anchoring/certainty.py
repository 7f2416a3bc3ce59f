"""The certainty of a place: equal words are a candidate, not an answer.

A place is certain where the neighbours on both sides agree, or where the sentence is the only one of its kind
and stands where it stood, among what is left of its surroundings. Everything else is a guess, shown as one.
The thresholds were chosen on the edits of tests/property/anchoring_cases.py made to every second article of
sample_corpus, and on the templates of tests/property/template_updates.py that are not held out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.anchoring.candidates import Candidate, FoldedTarget, overlap, without_numbers
from annotations.anchoring.model import State
from annotations.anchoring.place import Agreement, PlaceEvidence

if TYPE_CHECKING:
    from annotations.anchoring.page import Page

__all__ = ["decided", "is_unmistakable"]

_STRONG = 0.75
"""Agreement of the context on one side, 0-1, that makes a place certain."""

_WEAK = 0.3
"""Agreement that makes a place likely."""

_REWORDED = 0.5
"""Likeness of words, 0-1, that is enough between the same neighbours."""

_LIKELY = 0.55
"""Likeness that is enough for a guess anywhere."""

_SIMILAR = 0.75
"""Likeness that is enough next to one of the neighbours."""

_ALIKE = 0.9
"""Likeness that is enough for a guess where the neighbours now follow each other."""


def is_unmistakable(target: FoldedTarget, ranked: list[Candidate], text: str) -> bool:
    """Whether exactly one of all places with the quote's words has its context throughout."""
    whole = [candidate for candidate in ranked if candidate.is_exact and candidate.is_whole]
    if len(whole) != 1 or target.surroundings.copies:
        return False
    return target.is_recorded or 1 in (text.count(target.prefix), text.count(target.suffix))


def decided(
    target: FoldedTarget, ranked: list[Candidate], page: Page, *, deleted: bool
) -> tuple[State, Candidate | None]:
    """The state of a target, and its place; `deleted` is whether its neighbours now follow each other."""
    if not ranked:
        return State.ORPHAN, None
    certain = [(state, each) for each in ranked if (state := _certainty(target, each, page, deleted=deleted))]
    certain.sort(key=lambda found: found[0] is not State.OK)
    for state, candidate in certain[:1]:
        told = not target.surroundings.copies
        rivals = [each for _, each in certain] + [each for each in ranked if each.is_whole and told]
        if all(overlap(candidate, rival) for rival in rivals):
            return state, candidate
    return (
        (State.REVIEW, ranked[0]) if _is_likely(target, ranked[0], deleted=deleted) else (State.ORPHAN, None)
    )


def _certainty(target: FoldedTarget, candidate: Candidate, page: Page, *, deleted: bool) -> State | None:
    if candidate.is_exact and candidate.is_whole and not target.surroundings.copies:
        return State.OK
    place = page.place(candidate, target.surroundings)
    if candidate.is_exact:
        return State.OK if _is_there(target, candidate, page, place) else None
    if target.quote in page.folded.text[candidate.start : candidate.end]:
        return None  # the place is longer than the change explains
    return State.CHANGED if _is_changed_there(target, candidate, page, place, deleted=deleted) else None


def _is_there(target: FoldedTarget, candidate: Candidate, page: Page, place: PlaceEvidence) -> bool:
    """Whether the same words stand where the quote stood."""
    if not page.is_same_slot(target, candidate):
        return _is_in_edited_sentence(target, candidate, page, place)
    if _is_only_sentence(target, candidate, page, place) or place.untouched:
        return True
    if place.own is not Agreement.EQUAL:
        return False
    told_by_numbers = target.surroundings.equal == 0 and place.equal == 1 and page.is_named(candidate)
    is_listed = page.is_row(candidate, left=True) or page.is_row(candidate, left=False)
    if told_by_numbers and place.renumbered and is_listed:
        return True
    if place.stronger is not Agreement.EQUAL:
        return False
    return place.weaker is Agreement.EQUAL or (told_by_numbers and _is_placed(candidate, page, place))


def _is_in_edited_sentence(
    target: FoldedTarget, candidate: Candidate, page: Page, place: PlaceEvidence
) -> bool:
    """Whether the same words stand where the quote stood, in a sentence that was edited around them."""
    if not target.is_distinctive or not page.is_alone(candidate):
        return False
    if not target.is_recorded and min(candidate.left, candidate.right) >= _STRONG:
        return True
    return place.weaker >= Agreement.ALIKE and place.stronger is Agreement.EQUAL


def _is_only_sentence(target: FoldedTarget, candidate: Candidate, page: Page, place: PlaceEvidence) -> bool:
    """Whether the sentence, but for its numbers, was and is the only one of its kind, and in its place."""
    then = target.surroundings
    if then.alike or place.own < Agreement.ALIKE or not _is_placed(candidate, page, place):
        return False
    if place.alike == 1:
        return place.stronger >= Agreement.ALIKE
    return (not then.before and candidate.whole_right) or (not then.after and candidate.whole_left)


def _is_placed(candidate: Candidate, page: Page, place: PlaceEvidence) -> bool:
    """Whether a place is among what is left of its surroundings.

    A neighbour that is gone may have been what the sentence was about, as a town above its figures; so the
    sentence must be an item of its own, or none of a list.
    """
    if place.weaker < Agreement.IN_ORDER:
        return False
    sides = [side for side in (True, False) if (place.left if side else place.right) is Agreement.IN_ORDER]
    return not sides or page.is_alone(candidate) or all(page.is_row(candidate, left=side) for side in sides)


def _is_changed_there(
    target: FoldedTarget, candidate: Candidate, page: Page, place: PlaceEvidence, *, deleted: bool
) -> bool:
    """Whether other words stand where the quote certainly stood."""
    now = page.folded.text[candidate.start : candidate.end]
    if page.is_same_slot(target, candidate) and _is_only_sentence(target, candidate, page, place):
        return without_numbers(target.quote) == without_numbers(now)
    enough = _REWORDED if target.is_distinctive else _SIMILAR
    if candidate.words < enough or place.is_longer or not page.is_alone(candidate):
        return False
    if candidate.is_whole and not target.surroundings.copies:
        return True
    if place.stronger is not Agreement.EQUAL or not target.is_distinctive:
        return False
    strong = min(candidate.left, candidate.right) >= _STRONG
    if place.weaker is Agreement.EQUAL or (place.weaker is Agreement.ALIKE and not deleted):
        return strong or candidate.words >= _SIMILAR
    return place.weaker >= Agreement.IN_ORDER and not deleted and candidate.words >= _SIMILAR


def _is_likely(target: FoldedTarget, best: Candidate, *, deleted: bool) -> bool:
    either, both = max(best.left, best.right), min(best.left, best.right)
    if best.is_exact:
        return either >= _WEAK or target.is_distinctive
    if not target.is_distinctive:
        return both >= _STRONG
    enough = _ALIKE if deleted else _REWORDED if either >= _STRONG else _LIKELY
    return best.words >= enough
