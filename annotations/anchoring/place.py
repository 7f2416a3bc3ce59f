"""A place compared with the surroundings that a quote had, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from annotations.surroundings import REACH, segments_of

if TYPE_CHECKING:
    from annotations.surroundings import Segments, Surroundings

__all__ = ["Agreement", "PlaceEvidence", "place_in"]


class Agreement(IntEnum):
    """The agreement of one side of a place, or of the sentence itself, with what was there."""

    AGAINST = -1  # what stood on the other side is here now
    UNKNOWN = 0
    IN_ORDER = 1  # neighbours are gone; the nearest one that is left is on this side
    NEXT = 2  # the neighbour is gone; the one beyond it is here instead
    APART = 3  # the neighbour is on this side, but something is in between
    ALIKE = 4  # the neighbour is the same but for its numbers
    EQUAL = 5


@dataclass(frozen=True, slots=True)
class PlaceEvidence:
    """The agreement of a place with the surroundings of a quote.

    `alike` and `equal` count the places of the text with the same sentence as the quote's, without and with
    regard to numbers. `untouched` is whether everything is as it was, as far as the surroundings go;
    `renumbered` whether only numbers have changed around it, as far as something that is there once;
    `is_longer` whether the place has more sentences than the quote had.
    """

    own: Agreement
    left: Agreement
    right: Agreement
    alike: int
    equal: int
    untouched: bool
    renumbered: bool
    is_longer: bool

    @property
    def weaker(self) -> Agreement:
        """The agreement of the side that agrees less."""
        return min(self.left, self.right)

    @property
    def stronger(self) -> Agreement:
        """The agreement of the side that agrees more."""
        return max(self.left, self.right)


def place_in(text: str, surroundings: Surroundings, start: int, end: int) -> PlaceEvidence:
    """The agreement of code points [start, end) of a text with the surroundings of a quote."""
    segments = segments_of(text)
    first, last = segments.at(start, end)
    own = segments.checksums[first:last]
    before = segments.checksums[max(0, first - REACH) : first][::-1]
    after = segments.checksums[last : last + REACH]
    alike, equal = segments.count(surroundings.own)
    return PlaceEvidence(
        _own_agreement(own, surroundings.own),
        _side(segments, (surroundings.before, surroundings.after), range(first - 1, -1, -1)),
        _side(segments, (surroundings.after, surroundings.before), range(last, len(segments.starts))),
        alike,
        equal,
        (own, before, after) == (surroundings.own, surroundings.before, surroundings.after),
        _renumbered(segments, before, surroundings.before)
        and _renumbered(segments, after, surroundings.after),
        len(own) > max(1, len(surroundings.own)),
    )


def _own_agreement(now: tuple[str, ...], then: tuple[str, ...]) -> Agreement:
    if not now or [each[:4] for each in now] != [each[:4] for each in then]:
        return Agreement.UNKNOWN
    return Agreement.EQUAL if now == then else Agreement.ALIKE


def _renumbered(segments: Segments, now: tuple[str, ...], then: tuple[str, ...]) -> bool:
    """Whether one side is the same but for its numbers, up to an edge or a segment that occurs once."""
    fixed = len(then) < REACH or any(len(segments.numbers_alike(each)) == 1 for each in then)
    return fixed and [each[:4] for each in now] == [each[:4] for each in then]


def _side(segments: Segments, then: tuple[tuple[str, ...], tuple[str, ...]], side: range) -> Agreement:
    """The agreement of one side, with what was there `then` and on the other side.

    `side` has the numbers of all segments on this side, the nearest first.
    """
    mine, theirs = then
    if not mine:
        return Agreement.APART if side else Agreement.EQUAL  # at the edge of the article
    if not side:
        return Agreement.UNKNOWN
    if segments.checksums[side[0]] == mine[0]:
        return Agreement.EQUAL
    kept = _nearest_kept(segments, mine, side)
    if kept is None:
        return Agreement.UNKNOWN
    if kept < 0:
        return Agreement.AGAINST
    foreign = set(theirs) - set(mine)
    if any(at in side[:kept] for each in foreign for at in segments.same(each)):
        return Agreement.AGAINST
    if not segments.same(mine[0]):
        return Agreement.NEXT if kept == 0 and segments.same(mine[1]) else Agreement.IN_ORDER
    return Agreement.APART if kept else Agreement.ALIKE


def _nearest_kept(segments: Segments, mine: tuple[str, ...], side: range) -> int | None:
    """Distance of the nearest segment that was and still is on this side: 0 is next to the place.

    Negative where it is only on the other side, None where none is left.
    """
    for each in mine:
        if places := segments.same(each):
            return min((side.index(at) for at in places if at in side), default=-1)
    return None
