"""The short run of what `python -m tests.reliability.torture` does in full."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations.store import AnnotationStore
from tests.reliability.crowd import check_crowd
from tests.reliability.cuts import survives_a_cut
from tests.reliability.damage import check, damaged, make_store, mutated
from tests.reliability.faults import calls, survives_a_fault, survives_a_fault_while_reading
from tests.reliability.kills import kill_and_check
from tests.reliability.reader_kills import Annotator, kill_a_reader

FILES = ["annotations.json", "annotations.json.journal"]
CUTS = 60


@pytest.mark.parametrize("seed", range(8))
def test_a_killed_process_loses_nothing_that_it_had_acknowledged(tmp_path: Path, seed: int) -> None:
    assert kill_and_check(tmp_path, seed) >= 1


def test_a_reader_killed_while_somebody_annotates_has_kept_what_its_screen_acknowledged(
    tmp_path: Path,
) -> None:
    annotator = Annotator(seed=1)
    assert all(kill_a_reader(tmp_path, annotator, seed) for seed in range(3))
    assert kill_a_reader(tmp_path, annotator, 3) == 0


def test_a_power_cut_loses_nothing_that_was_acknowledged() -> None:
    assert all(survives_a_cut(seed) for seed in range(CUTS))


def test_a_power_cut_after_failed_syncs_loses_nothing_that_was_acknowledged() -> None:
    assert all(survives_a_cut(seed, failing=0.1) for seed in range(CUTS))


@pytest.mark.parametrize("lie", ["syncs", "syncs_folders"])
def test_a_disk_that_does_not_sync_does_lose_data_so_that_these_tests_can_tell(lie: str) -> None:
    assert not all(survives_a_cut(seed, **{lie: False}) for seed in range(CUTS))


@pytest.mark.parametrize("cut", [True, False], ids=["cut off", "a bit flipped"])
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_rebuilt_and_kept_aside(tmp_path: Path, name: str, cut: bool) -> None:
    expected = make_store(tmp_path / "whole")
    raw = (tmp_path / "whole" / name).read_bytes()
    for place in range(0, len(raw), 151):
        check(tmp_path / "whole", tmp_path / "hurt", name, damaged(raw, place, cut=cut), expected)


@pytest.mark.parametrize("name", FILES)
def test_a_mangled_file_is_rebuilt_or_refused_and_never_written_over(tmp_path: Path, name: str) -> None:
    expected = make_store(tmp_path / "whole")
    raw = (tmp_path / "whole" / name).read_bytes()
    for seed in range(100):
        check(tmp_path / "whole", tmp_path / "hurt", name, mutated(raw, seed), expected)


@pytest.mark.parametrize("when", ["before", "after", "half"])
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_fault_at_any_call_loses_nothing_and_is_told(tmp_path: Path, when: str, for_ever: bool) -> None:
    codes = [errno.ENOSPC, errno.EIO, errno.EACCES]
    told = [
        survives_a_fault(tmp_path / f"{call}", call, codes[call % 3], when, for_ever=for_ever)
        for call in range(1, calls(tmp_path / "whole") + 1)
    ]
    assert any(told)


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("code", [errno.EACCES, errno.ESTALE, errno.ENOTDIR, errno.ELOOP, errno.EIO])
def test_a_folder_that_cannot_be_read_for_a_moment_ends_nothing_and_is_told(
    tmp_path: Path, code: int, for_ever: bool
) -> None:
    told = [
        survives_a_fault_while_reading(tmp_path / f"{call}", call, code, for_ever=for_ever)
        for call in range(1, 15)
    ]
    assert any(told) or not for_ever


def test_two_processes_and_one_killed_and_begun_again_lose_nothing(tmp_path: Path) -> None:
    check_crowd(tmp_path / "annotations.json", processes=2, each=150, kills=1)


def test_what_a_tinydb_script_writes_between_two_sessions_is_kept_and_can_be_undone(tmp_path: Path) -> None:
    before = {key: note for key, note in make_store(tmp_path).items() if not key.startswith("#")}
    path = tmp_path / "annotations.json"
    with TinyDB(path) as database:
        database.update({"note": "by a script"})
        database.remove(doc_ids=[next(iter(database)).doc_id])
    store = AnnotationStore.open(path, in_background=False)
    assert [annotation.note for annotation in store.all()] == ["by a script"] * (len(before) - 1)
    assert store.undo() == "Undone: changed by another program"
    assert {annotation.id: annotation.note for annotation in store.all()} == before
    store.close()
