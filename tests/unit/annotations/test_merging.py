"""Two people's annotations become one: nothing of either is lost, and what both changed is kept twice."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations.codebook_changes import describe
from annotations.merging.conflicts import CONFLICT
from annotations.merging.merge import Merged, MergeSide, merge
from annotations.merging.sides import side_of_file, side_of_store
from annotations.model import Annotation, Tag, edited
from annotations.store import AnnotationStore, StoreError
from tests.reliability.damage import damaged
from tests.reliability.workload import annotation


@cache
def first(number: int = 1) -> Annotation:
    return replace(annotation(number, "first"), created=_time(0), updated=_time(0))


def changed(one: Annotation, minute: int, note: str) -> Annotation:
    return edited(one, note=note, updated=_time(minute))


def _time(minute: int) -> str:
    return f"2026-02-03T04:{minute:02}:06.000Z"


def merged(
    mine: Sequence[Annotation], theirs: Sequence[Annotation], **deleted: Sequence[Annotation]
) -> Merged:
    gone = {who: {each.id: _versions(each) for each in some} for who, some in deleted.items()}
    return merge(
        MergeSide(mine, gone.get("by_me", {})), MergeSide(theirs, gone.get("by_them", {})), name="other.json"
    )


def _versions(one: Annotation) -> frozenset[str]:
    return frozenset({one.created, one.updated, *one.revisions})


def test_what_is_new_comes_and_what_is_the_same_does_not() -> None:
    found = merged([first(1)], [first(1), first(2)])
    assert (found.added, found.same) == ((first(2),), 1)
    assert found.revision.annotations == (first(2),)
    assert found.revision.what == "merged other.json"


def test_nothing_new_is_no_revision() -> None:
    assert not merged([first(1), first(2)], [first(1)]).revision


def test_an_edit_of_theirs_takes_the_place_of_what_i_left_alone() -> None:
    theirs = changed(changed(first(), 1, "better"), 2, "best")
    found = merged([first()], [theirs])
    assert (found.updated, found.conflicts) == ((theirs,), ())
    assert found.revision.annotations == (theirs,)


def test_what_i_edited_stays_where_they_left_it_alone() -> None:
    mine = changed(changed(first(), 1, "better"), 2, "best")
    assert merged([mine], [first()]).same == 1
    assert not merged([mine], [changed(first(), 1, "better")]).revision


def test_an_edit_is_known_as_one_even_after_so_many_that_the_first_are_forgotten() -> None:
    theirs = first()
    for minute in range(1, 60):
        theirs = changed(theirs, minute, f"{minute}")
    assert merged([first()], [theirs]).updated == (theirs,)


def test_of_two_edits_of_the_same_version_the_later_wins_and_the_other_is_kept_beside_it() -> None:
    mine, theirs = changed(first(), 1, "mine"), changed(first(), 2, "theirs")
    [conflict] = merged([mine], [theirs]).conflicts
    assert (conflict.kept.note, conflict.lost, conflict.fields) == ("theirs", mine, ("note",))
    assert (conflict.copy.note, conflict.copy.tags) == ("mine", (CONFLICT,))
    assert conflict.copy.id != mine.id
    assert merged([mine], [theirs]).revision.annotations == (conflict.kept, conflict.copy)
    [conflict] = merged([theirs], [mine]).conflicts
    assert conflict.kept.note == "theirs"


def test_both_sides_come_to_hold_the_same_whoever_merges_first() -> None:
    mine, theirs = changed(first(), 1, "mine"), changed(first(), 2, "theirs")
    here = set(merged([mine], [theirs]).revision.annotations)
    there = set(merged([theirs], [mine]).revision.annotations)
    assert here == there
    assert not merged(sorted(here, key=str), [theirs]).revision
    assert merged([theirs], sorted(here, key=str)).conflicts == ()


def test_after_a_conflict_a_new_edit_of_the_winner_is_an_edit_and_no_conflict() -> None:
    mine, theirs = changed(first(), 1, "mine"), changed(first(), 2, "theirs")
    [conflict] = merged([mine], [theirs]).conflicts
    settled = changed(conflict.kept, 3, "both")
    found = merged([theirs], [settled, conflict.copy])
    assert (found.updated, found.added, found.conflicts) == ((settled,), (conflict.copy,), ())


def test_a_copy_that_was_dealt_with_does_not_come_again() -> None:
    mine, theirs = changed(first(), 2, "mine"), changed(first(), 1, "theirs")
    [conflict] = merged([mine], [theirs]).conflicts
    assert not merged([conflict.kept], [theirs], by_me=[conflict.copy]).revision


def test_what_a_script_changed_without_a_time_is_a_conflict_and_not_lost() -> None:
    found = merged([replace(first(), note="mine")], [replace(first(), note="theirs")])
    assert {each.note for each in found.revision.annotations} <= {"mine", "theirs"}
    [conflict] = found.conflicts
    assert {conflict.kept.note, conflict.copy.note} == {"mine", "theirs"}


def test_what_i_deleted_stays_deleted() -> None:
    found = merged([], [first()], by_me=[changed(first(), 1, "last words")])
    assert (found.stay_deleted, found.added) == (1, ())
    assert not found.revision


def test_an_edit_beats_a_deletion_that_does_not_know_of_it() -> None:
    theirs = changed(first(), 1, "edited")
    assert merged([], [theirs], by_me=[first()]).added == (theirs,)
    assert merged([], [theirs], by_me=[changed(first(), 2, "edited here, then deleted")]).added == (theirs,)
    mine = changed(first(), 1, "edited")
    found = merged([mine], [], by_them=[first()])
    assert (found.outlive, found.deleted) == (1, ())
    assert not found.revision


def test_what_they_deleted_is_deleted_here_unless_it_was_edited() -> None:
    found = merged([first()], [], by_them=[first()])
    assert (found.deleted, found.revision.deleted) == ((first(),), (first().id,))


def test_tags_of_their_codebook_come_and_mine_stay_and_take_what_they_lack() -> None:
    mine = [Tag("oil", "green"), Tag("who", "blue")]
    theirs = [Tag("Oil", "green", "◆", "Crude"), Tag("who", "pink"), Tag("gas")]
    found = merge(MergeSide([], {}, mine), MergeSide([], {}, theirs), name="other.json")
    assert found.tags == (Tag("oil", "green", "◆", "Crude"), Tag("gas"))
    assert [each.theirs for each in found.tag_conflicts] == [Tag("who", "pink")]


# Files


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine" / "annotations.json"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other" / "annotations.json"


def opened(path: Path) -> AnnotationStore:
    return AnnotationStore.open(path, in_background=False)


def bring_in(store: AnnotationStore, other: Path) -> Merged:
    found = merge(side_of_store(store), side_of_file(other).side, name=other.name)
    store.revise(found.revision)
    return found


def test_a_file_is_brought_in_by_one_step_and_undone_by_one(path: Path, other: Path) -> None:
    mine, theirs = opened(path), opened(other)
    mine.add(first(1), first(2), first(3))
    theirs.add(first(1), first(2), first(3), first(4))
    mine.replace(changed(first(1), 1, "mine"))
    theirs.replace(changed(first(1), 2, "theirs"), changed(first(2), 1, "theirs"))
    theirs.delete(first(3).id)
    theirs.revise(describe((), "oil", colour="green"))
    theirs.close()
    before = mine.all()
    bring_in(mine, other)
    notes = sorted((each.id[-2:], each.note) for each in mine.all() if CONFLICT not in each.tags)
    assert notes == [("01", "theirs"), ("02", "theirs"), ("04", "first")]
    assert [each.note for each in mine.all() if CONFLICT in each.tags] == ["mine"]
    assert mine.codebook() == (Tag("oil", "green"),)
    assert mine.undo() == "Undone: merged annotations.json"
    assert mine.all() == before
    assert mine.codebook() == ()


def test_a_file_whose_program_is_still_running_is_read_with_its_journal(path: Path, other: Path) -> None:
    theirs = opened(other)
    theirs.add(first())
    with TinyDB(other, access_mode="r") as database:
        assert database.all() == []
    assert bring_in(opened(path), other).added == (first(),)


def test_nothing_is_written_in_the_folder_of_the_other(path: Path, other: Path) -> None:
    theirs = opened(other)
    theirs.add(first())
    theirs.close()
    before = {each: each.read_bytes() for each in other.parent.iterdir()}
    other.parent.chmod(0o500)
    bring_in(opened(path), other)
    other.parent.chmod(0o700)
    assert {each: each.read_bytes() for each in other.parent.iterdir()} == before


def test_a_copy_without_its_journal_tells_of_its_deletions_too(
    path: Path, other: Path, tmp_path: Path
) -> None:
    theirs, mine = opened(other), opened(path)
    theirs.add(first())
    mine.add(first())
    theirs.delete(first().id)
    theirs.close()
    mailed = tmp_path / "mailed.json"
    mailed.write_bytes(other.read_bytes())
    assert bring_in(mine, mailed).deleted == (first(),)
    assert mine.all() == ()


def test_my_own_file_brings_nothing(path: Path) -> None:
    mine = opened(path)
    mine.add(first(1), first(2))
    mine.delete(first(1).id)
    mine.close()
    assert not merge(side_of_store(mine), side_of_file(path).side, name="mine").revision


def _script(other: Path) -> None:
    with TinyDB(other) as database:
        database.insert({"name": "no annotation"})
        database.insert({"id": "no uuid", "created": "now", "targets": []})


def test_records_that_are_no_annotations_are_left_out_and_told(path: Path, other: Path) -> None:
    theirs = opened(other)
    theirs.add(first())
    theirs.close()
    _script(other)
    found = side_of_file(other)
    assert [each.id for each in found.side.annotations] == [first().id]
    assert "checksum" in found.notices[0]
    assert found.notices[1] == "2 records of the file are not valid"


def _missing(other: Path) -> None:
    other.unlink()


def _cut(other: Path) -> None:
    other.write_bytes(damaged(other.read_bytes(), 300, cut=True))


def _foreign(other: Path) -> None:
    other.write_text('{"_default": {"1": {"name": "somebody"}}}')


def _noise(other: Path) -> None:
    other.write_bytes(random.Random(1).randbytes(500))


def _folder(other: Path) -> None:
    other.unlink()
    other.mkdir()


@pytest.mark.parametrize("harm", [_missing, _cut, _foreign, _noise, _folder])
def test_a_file_that_cannot_be_read_is_named_in_one_line(other: Path, harm: Callable[[Path], None]) -> None:
    theirs = opened(other)
    theirs.add(first())
    theirs.close()
    harm(other)
    with pytest.raises(StoreError) as refusal:
        side_of_file(other)
    assert str(other) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_of_a_newer_version_is_refused(other: Path) -> None:
    from annotations.storage.snapshot import Snapshot, encode

    other.parent.mkdir()
    other.write_bytes(b"".join(encode(Snapshot({}, store="x", schema=99))))
    with pytest.raises(StoreError, match="newer version"):
        side_of_file(other)
