"""A data file that was put back, or replaced by another version: what was acknowledged is not lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotations.storage.conflict_copies import conflict_copies
from annotations.storage.history import STEPS
from annotations.store import AnnotationStore
from tests.reliability.workload import annotation, notes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a store with one annotation."""
    place = tmp_path / "mine" / "annotations.json"
    added(place, 1)
    return place


def added(path: Path, *numbers: int) -> None:
    store = AnnotationStore.open(path, in_background=False)
    for number in numbers:
        store.add(annotation(number, f"note {number}"))
    store.close()


def in_file(path: Path) -> list[str]:
    store = AnnotationStore.open(path, in_background=False)
    store.close()
    return sorted(notes(store).values())


def told(path: Path) -> str:
    store = AnnotationStore.open(path, in_background=False)
    store.close()
    return "\n".join(store.notices)


def copied(path: Path, name: str) -> Path:
    """The whole folder of a store, as another machine has it."""
    shutil.copytree(path.parent, path.parent.with_name(name))
    return path.parent.with_name(name) / path.name


def test_an_older_file_that_is_put_back_loses_nothing(path: Path) -> None:
    old = path.read_bytes()
    added(path, 2, 3)
    path.write_bytes(old)
    assert in_file(path) == ["note 1", "note 2", "note 3"]


def test_an_older_file_beyond_the_journal_loses_nothing_and_is_told(path: Path) -> None:
    old = path.read_bytes()
    store = AnnotationStore.open(path, in_background=False)
    for number in range(2, 3 * STEPS + 12):
        store.add(annotation(number, f"note {number}"))
        if number % 500 == 0:
            store.close()
    store.close()
    path.write_bytes(old)
    store = AnnotationStore.open(path, in_background=False)
    assert len(store.all()) == 3 * STEPS + 11
    assert "was replaced by another version of itself" in "\n".join(store.notices)
    store.add(annotation(9_999, "one more"))
    store.close()
    assert any(each.read_bytes() == old for each in path.parent.glob("*.replaced-*"))
    assert len(in_file(path)) == 3 * STEPS + 12
    assert told(path) == ""


@pytest.mark.parametrize("running", [False, True], ids=["before", "while the store is open"])
@pytest.mark.parametrize("more", [0, 1, 5])
def test_a_version_from_another_machine_is_merged(path: Path, running: bool, more: int) -> None:
    theirs = copied(path, "theirs")
    added(path, 2, 3)
    added(theirs, 12, *range(20, 20 + more))
    store = AnnotationStore.open(path, in_background=False)
    if not running:
        store.close()
    path.write_bytes(theirs.read_bytes())
    if running:
        store.refresh()
    else:
        store = AnnotationStore.open(path, in_background=False)
    expected = sorted(f"note {number}" for number in (1, 2, 3, 12, *range(20, 20 + more)))
    assert sorted(notes(store).values()) == expected
    assert "another version was merged" in "\n".join(store.notices)
    store.close()
    assert in_file(path) == expected
    assert "merged" not in told(path)


@pytest.mark.parametrize("running", [False, True], ids=["before", "while the store is open"])
@pytest.mark.parametrize("more", [0, 1, 5])
def test_a_file_and_its_journal_from_another_machine_are_merged(path: Path, running: bool, more: int) -> None:
    theirs = copied(path, "theirs")
    added(path, 2, 3)
    added(path, 4)
    added(theirs, 12, *range(20, 20 + more))
    store = AnnotationStore.open(path, in_background=False)
    if not running:
        store.close()
    for name in (path.name, f"{path.name}.journal"):
        path.with_name(name).write_bytes(theirs.with_name(name).read_bytes())
    if running:
        store.refresh()
    else:
        store = AnnotationStore.open(path, in_background=False)
    found = set(notes(store).values())
    ours = {"note 1", "note 2", "note 3"} | ({"note 4"} if running else set())
    assert found >= ours | {"note 12"} | {f"note {number}" for number in range(20, 20 + more)}
    store.close()
    assert set(in_file(path)) == found


def test_both_versions_of_a_note_that_was_changed_in_two_places_are_kept(path: Path) -> None:
    theirs = copied(path, "theirs")
    for place, note in ((path, "mine"), (theirs, "theirs")):
        store = AnnotationStore.open(place, in_background=False)
        from annotations.model import edited

        store.replace(edited(store.all()[0], note=note))
        store.close()
    path.write_bytes(theirs.read_bytes())
    assert in_file(path) == ["mine", "theirs"]


def test_a_deletion_is_not_undone_by_an_older_file(path: Path) -> None:
    added(path, 2)
    old = path.read_bytes()
    store = AnnotationStore.open(path, in_background=False)
    store.delete(annotation(1, "").id)
    store.close()
    path.write_bytes(old)
    assert in_file(path) == ["note 2"]


def test_another_collection_in_the_place_of_this_one_is_taken_and_this_one_set_aside(
    path: Path, tmp_path: Path
) -> None:
    added(path, 2, 3)
    other = tmp_path / "other" / "annotations.json"
    added(other, 50)
    path.write_bytes(other.read_bytes())
    store = AnnotationStore.open(path, in_background=False)
    assert sorted(notes(store).values()) == ["note 50"]
    [aside] = path.parent.glob("*.replaced-*")
    assert f"reader merge {aside}" in "\n".join(store.notices)
    store.close()
    assert in_file(aside) == ["note 1", "note 2", "note 3"]
    assert told(path) == ""


def test_a_copy_of_a_whole_folder_is_not_taken_for_another_version(path: Path) -> None:
    added(path, 2, 3)
    there = copied(path, "there")
    added(there, 4)
    assert told(there) == ""
    assert not list(there.parent.glob("*.replaced-*"))


def test_two_open_readers_are_not_taken_for_two_versions(path: Path) -> None:
    one, two = (AnnotationStore.open(path, in_background=False) for _ in range(2))
    for number in range(10, 30):
        (one, two)[number % 2].add(annotation(number, f"note {number}"))
        if number % 3 == 0:
            (one, two)[number % 2].close()
        one.refresh()
        two.refresh()
    assert notes(one) == notes(two)
    assert len(notes(one)) == 21
    assert one.notices == two.notices == ()
    assert not list(path.parent.glob("*.replaced-*"))


@pytest.mark.parametrize(
    "name",
    [
        "annotations (Ada's conflicted copy 2026-11-30).json",
        "annotations (conflicted copy 2026-11-30 080000).json",
        "annotations.sync-conflict-20261130-080000-ABCDEFG.json",
        "annotations-DESKTOP-4F2A.json",
        "annotations 2.json",
        "annotations(1).json",
        "annotations (1).json",
        "annotations.Conflict.json",
        "annotations_conflict-20261130.json",
    ],
)
def test_a_copy_of_a_sync_program_is_offered_to_be_merged(path: Path, name: str) -> None:
    copy = path.with_name(name)
    shutil.copy(path, copy)
    assert f'reader merge "{copy}"' in told(path)


def test_other_files_beside_it_are_no_copies() -> None:
    names = ["annotations.json", "annotations.json.journal", "annotations-old.json", "annotations.json.prev"]
    names += ["annotations_2025.json", "session.json", "annotations 2.txt", "my annotations 2.json"]
    assert conflict_copies(names, "annotations.json") == []


def test_a_command_tells_that_the_file_was_replaced(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from reader.notes.opening import open_notebook

    theirs = copied(path, "theirs")
    added(path, 2)
    added(theirs, 12)
    path.write_bytes(theirs.read_bytes())
    with open_notebook(path.parent) as notebook:
        assert len(notebook.all()) == 3
    assert "was replaced by another version of itself" in capsys.readouterr().err
