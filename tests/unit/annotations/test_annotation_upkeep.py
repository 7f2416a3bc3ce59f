"""What the store does in the background, on a disk in memory or with calls that fail."""

from __future__ import annotations

import errno
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations.storage import backups, journal_entries
from annotations.storage.files import LocalFiles
from annotations.storage.history import STEPS
from annotations.storage.snapshot import decode
from annotations.storage.store_paths import StorePaths, stamp
from annotations.store import AnnotationStore, StoreError
from tests.reliability.disks import FailingFiles, SimulatedDisk
from tests.reliability.workload import annotation, notes

PATH = Path("/somewhere/annotations.json").resolve()
NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


def test_a_long_journal_is_shortened_but_the_last_thousand_steps_can_be_undone() -> None:
    disk = SimulatedDisk(random.Random(0))
    store = AnnotationStore.open(PATH, files=disk, in_background=False)
    for number in range(1, 3 * STEPS + 2):
        store.add(annotation(1, f"{number}"))
        if number % 1000 == 0:
            store.close()
    store.close()
    kept = list(journal_entries.decode(disk.read(StorePaths.of(PATH).journal)))
    assert STEPS <= len(kept) < 2 * STEPS
    store = AnnotationStore.open(PATH, files=disk, in_background=False)
    for _ in range(STEPS):
        assert store.undo()
    assert list(notes(store).values()) == [f"{3 * STEPS + 1 - STEPS}"]
    assert store.notices == ()


def test_the_first_change_of_a_day_leaves_a_copy_of_what_was_there_before(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    for number in range(1, 4):
        store = AnnotationStore.open(path, in_background=False)
        store.add(annotation(number, f"note {number}"))
        store.close()
    [copy] = backups.newest_first(LocalFiles(), StorePaths.of(path))
    assert "note 1" in copy.read_text()
    assert "note 2" not in copy.read_text()


def test_a_backup_is_what_a_store_without_any_other_file_is_rebuilt_from(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    places = StorePaths.of(path)
    for number in range(1, 4):
        store = AnnotationStore.open(path, in_background=False)
        store.add(annotation(number, f"note {number}"))
        store.close()
    for lost in (places.file, places.previous, places.journal):
        lost.unlink()
    store = AnnotationStore.open(path, in_background=False)
    assert list(notes(store).values()) == ["note 1"]
    assert "rebuilt with 1 annotation" in store.notices[0]


def test_a_damaged_file_never_takes_the_place_of_the_previous_one(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    for number in range(1, 3):
        store = AnnotationStore.open(path, in_background=False)
        store.add(annotation(number, f"note {number}"))
        store.close()
    path.write_bytes(path.read_bytes()[:-20])
    AnnotationStore.open(path, in_background=False).close()
    assert decode(StorePaths.of(path).previous.read_bytes()).whole
    assert decode(path.read_bytes()).whole


class InterruptedFiles(LocalFiles):
    """Lets a plain TinyDB script write just when a new file is ready to be put in place."""

    def create(self, path: Path, chunks: Iterable[bytes]) -> None:
        super().create(path, chunks)
        if path.name.endswith(".new.tmp"):
            with TinyDB(path.with_name("annotations.json")) as database:
                database.update({"note": "by a script"})


def test_what_a_script_writes_while_the_file_is_made_anew_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    store = AnnotationStore.open(path, in_background=False)
    store.add(annotation(1, "mine"))
    store.close()
    hurried = AnnotationStore.open(path, files=InterruptedFiles(), in_background=False)
    hurried.add(annotation(2, "mine too"))
    hurried.close()
    found = AnnotationStore.open(path, in_background=False)
    assert notes(found)[annotation(1, "").id] == "by a script"
    assert annotation(2, "").id in notes(found)


def test_copies_are_thinned_out_by_days_weeks_and_months() -> None:
    copies = [Path(f"{stamp(NOW - timedelta(days=day))}.json") for day in range(800)]
    kept = backups.to_keep(copies, NOW)
    assert set(copies[:10]) <= kept
    assert len(kept) < 30
    assert min(kept).name < stamp(NOW - timedelta(days=300))


def test_several_copies_of_one_day_count_as_one_day() -> None:
    copies = [Path(f"{stamp(NOW - timedelta(minutes=minute))}.json") for minute in range(60)]
    assert backups.to_keep(copies, NOW) == set(copies[:10])


@pytest.mark.parametrize(
    ("code", "hint"),
    [(errno.ENOSPC, "Free some space"), (errno.EACCES, "permissions"), (errno.EIO, "is available")],
)
def test_what_could_not_be_written_is_told_with_what_to_do(tmp_path: Path, code: int, hint: str) -> None:
    path = tmp_path / "annotations.json"
    AnnotationStore.open(path, in_background=False).close()
    files = FailingFiles(0, code)
    store = AnnotationStore.open(path, files=files, in_background=False)
    files.fail_for_ever()
    store.add(annotation(1, "one"))
    store.add(annotation(2, "two"))
    assert store.unsaved.startswith("2 changes are not on disk: ")
    assert hint in store.unsaved
    assert str(tmp_path) in store.unsaved
    assert len(store.all()) == 2
    files.heal()
    store.add(annotation(3, "three"))
    assert store.unsaved == ""
    assert len(AnnotationStore.open(path, in_background=False).all()) == 3


def test_a_folder_that_can_only_be_read_is_read(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    first = AnnotationStore.open(path, in_background=False)
    first.add(annotation(1, "one"))
    first.close()
    files = FailingFiles(0, errno.EROFS, only={"lock", "append", "create", "replace", "remove"})
    files.fail_for_ever()
    store = AnnotationStore.open(path, files=files, in_background=False)
    assert list(notes(store).values()) == ["one"]
    first.add(annotation(2, "two"))
    assert store.refresh()
    assert list(notes(store).values()) == ["one", "two"]
    assert store.unsaved == ""


def test_another_programs_file_put_there_while_the_store_is_open_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    store = AnnotationStore.open(path, in_background=False)
    store.add(annotation(1, "one"))
    path.write_text("[1, 2]")
    store.add(annotation(2, "two"))
    assert "is not an annotations file" in store.unsaved
    store.close()
    assert path.read_text() == "[1, 2]"
    path.unlink()
    store.close()
    assert store.unsaved == ""
    assert len(AnnotationStore.open(path, in_background=False).all()) == 2


def test_an_unreadable_file_is_refused_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    AnnotationStore.open(path, in_background=False).close()
    files = FailingFiles(0, errno.EACCES, only={"read"})
    files.fail_for_ever()
    with pytest.raises(StoreError, match="Permission denied") as refusal:
        AnnotationStore.open(path, files=files, in_background=False)
    assert str(path) in str(refusal.value)


def test_what_a_killed_process_left_half_written_is_swept_up(tmp_path: Path) -> None:
    import os

    path = tmp_path / "annotations.json"
    old, new = (tmp_path / f"annotations.json.{name}.new.tmp" for name in ("old", "new"))
    for left in (old, new):
        left.write_text("half")
    os.utime(old, (1e9, 1e9))
    AnnotationStore.open(path, in_background=False).close()
    assert not old.exists()
    assert new.exists()


def test_a_clock_that_was_wrong_once_does_not_end_the_daily_copies(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    places = StorePaths.of(path)
    for number in range(1, 4):
        store = AnnotationStore.open(path, in_background=False)
        store.add(annotation(number, f"note {number}"))
        store.close()
        if number == 2:
            [copy] = backups.newest_first(LocalFiles(), places)
            copy.rename(copy.with_name(f"{stamp(datetime(2099, 1, 1, tzinfo=UTC))}.json"))
    assert len(backups.newest_first(LocalFiles(), places)) == 2


def test_copies_of_the_future_take_no_place_from_those_of_today() -> None:
    future = [Path(f"{stamp(NOW + timedelta(days=day))}.json") for day in range(60, 30, -1)]
    past = [Path(f"{stamp(NOW - timedelta(days=day))}.json") for day in range(8)]
    kept = backups.to_keep([*future, *past], NOW)
    assert set(past) <= kept
    assert len(kept & set(future)) == 3


def test_a_file_where_the_copies_should_be_is_told_and_the_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    StorePaths.of(path).backups.write_text("not a folder")
    for number in range(1, 4):
        store = AnnotationStore.open(path, in_background=False)
        store.add(annotation(number, f"note {number}"))
        store.close()
    assert len([notice for notice in store.notices if str(StorePaths.of(path).backups) in notice]) == 1
    assert len(decode(path.read_bytes()).documents) == 3


def test_a_journal_that_others_can_read_becomes_private(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    store = AnnotationStore.open(path, in_background=False)
    store.add(annotation(1, "one"))
    StorePaths.of(path).journal.chmod(0o644)
    store.add(annotation(2, "two"))
    assert StorePaths.of(path).journal.stat().st_mode & 0o777 == 0o600
    assert store.unsaved == ""


def test_a_link_in_the_place_of_the_journal_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    path = tmp_path / "shared" / "annotations.json"
    path.parent.mkdir()
    StorePaths.of(path).journal.symlink_to(victim)
    store = AnnotationStore.open(path, in_background=False)
    store.add(annotation(1, "one"))
    store.add(annotation(2, "two"))
    store.close()
    assert victim.read_text() == "untouched"
    assert store.unsaved == ""
    assert len(AnnotationStore.open(path, in_background=False).all()) == 2


def test_a_journal_is_bounded_in_bytes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from annotations.storage import snapshot_writer

    monkeypatch.setattr(snapshot_writer, "_LARGE", 400_000)
    disk = SimulatedDisk(random.Random(0))
    store = AnnotationStore.open(PATH, files=disk, in_background=False)
    store.add(annotation(1, "x"))
    for number in range(150):
        store.replace(annotation(1, f"{number} " + "x" * 5_000))
        store.close()
    assert len(disk.read(StorePaths.of(PATH).journal)) < 500_000
    found = AnnotationStore.open(PATH, files=disk, in_background=False)
    assert found.notices == ()
    for number in range(148, 130, -1):
        assert found.undo()
        assert found.all()[0].note.startswith(f"{number} ")
