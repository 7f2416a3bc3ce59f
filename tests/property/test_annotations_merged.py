"""Two people who each edit, delete and merge as they please: what either of them said is never lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.merging.merge import MergeSide, merge
from annotations.model import Annotation, edited
from tests.reliability.workload import annotation

IDS = [annotation(number, "").id for number in range(1, 4)]
actions = st.lists(
    st.tuples(st.sampled_from(["edit", "delete", "merge"]), st.booleans(), st.sampled_from(IDS))
)


class Person:
    """One side, as a store would keep it. Every edit has a time and a note that no other has."""

    def __init__(self, start: list[Annotation]) -> None:
        self.kept = {each.id: each for each in start}
        self.deleted: dict[str, frozenset[str]] = {}
        self.removed: set[str] = set()
        """The notes that somebody took away on purpose, by an edit or a deletion."""

    @property
    def side(self) -> MergeSide:
        return MergeSide(tuple(self.kept.values()), self.deleted)

    def edit(self, identity: str, moment: int) -> None:
        if identity in self.kept:
            self.removed.add(self.kept[identity].note)
            self.kept[identity] = edited(self.kept[identity], note=f"{moment}", updated=_time(moment))

    def delete(self, identity: str) -> None:
        if identity in self.kept:
            gone = self.kept.pop(identity)
            self.removed.add(gone.note)
            self.deleted[identity] = frozenset({gone.created, gone.updated, *gone.revisions})

    def merge(self, other: Person) -> None:
        revision = merge(self.side, other.side, name="other").revision
        for identity in revision.deleted:
            self.delete(identity)
        for each in revision.annotations:
            self.kept[each.id] = each
            self.deleted.pop(each.id, None)

    def said(self) -> dict[str, Annotation]:
        """What is kept, without which versions it is known to be made of."""
        return {identity: replace(each, revisions=()) for identity, each in self.kept.items()}

    def notes(self) -> set[str]:
        return {each.note for each in self.kept.values()}


def _time(moment: int) -> str:
    return f"2026-02-03T04:05:06.{moment:03}Z"


def two_after(steps: list[tuple[str, bool, str]]) -> tuple[Person, Person]:
    start = [edited(annotation(number, f"start {number}"), updated=_time(0)) for number in range(1, 4)]
    people = Person(start), Person(start)
    for moment, (action, whose, identity) in enumerate(steps, 1):
        me, you = people if whose else people[::-1]
        if action == "edit":
            me.edit(identity, moment)
        elif action == "delete":
            me.delete(identity)
        else:
            me.merge(you)
    return people


@given(actions)
def test_a_merge_loses_no_note_that_nobody_took_away(steps: list[tuple[str, bool, str]]) -> None:
    mine, theirs = two_after(steps)
    before = mine.notes() | theirs.notes()
    taken_away = mine.removed | theirs.removed
    mine.merge(theirs)
    assert before - taken_away <= mine.notes()


@given(actions)
def test_merging_again_changes_nothing(steps: list[tuple[str, bool, str]]) -> None:
    mine, theirs = two_after(steps)
    mine.merge(theirs)
    assert not merge(mine.side, theirs.side, name="other").revision


@given(actions)
def test_after_merging_to_and_fro_both_hold_the_same(steps: list[tuple[str, bool, str]]) -> None:
    mine, theirs = two_after(steps)
    mine.merge(theirs)
    theirs.merge(mine)
    mine.merge(theirs)
    assert mine.said() == theirs.said()
