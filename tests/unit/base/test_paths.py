"""The folders that reader uses, and files that move to a new place."""

from __future__ import annotations

import errno
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reader.base.errors import UserError
from reader.base.migration import move_once
from reader.base.paths import Paths, paths, user_path

HOMES = ("data", "config", "cache", "state")


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the user's XDG folders in it."""
    monkeypatch.delenv("READER_DATA")
    for name in HOMES:
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    return tmp_path


def test_work_cache_state_and_settings_have_the_folders_of_the_specification(homes: Path) -> None:
    user = paths()
    assert user.annotations == homes / "data/reader/annotations.json"
    assert user.indexes == homes / "data/reader/corpora"
    assert user.alignments == homes / "cache/reader/alignments"
    assert user.session == homes / "state/reader/session.json"
    assert user.log == homes / "state/reader/log/reader.log"
    assert user.settings == homes / "config/reader/settings.toml"


def test_without_variables_the_folders_are_in_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("READER_DATA")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in HOMES:
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", "relative/is/ignored")
    user = paths()
    assert user.annotations == tmp_path / ".local/share/reader/annotations.json"
    assert user.cache == tmp_path / ".cache/reader"
    assert user.state == tmp_path / ".local/state/reader"


@pytest.mark.parametrize("way", ["option", "variable"])
def test_a_folder_of_ones_own_holds_all_but_the_settings(
    homes: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    folder = homes / "own"
    if way == "variable":
        monkeypatch.setenv("READER_DATA", str(folder))
    own = paths(str(folder) if way == "option" else None)
    assert all(folder in path.parents for path in (own.annotations, own.alignments, own.session, own.log))
    assert own.settings == homes / "config/reader/settings.toml"


def _old_files(folder: Path) -> None:
    """What earlier versions wrote there."""
    alignments = folder / "cache" / "alignments"
    alignments.mkdir(parents=True)
    (alignments / "one.json").write_text("[1]")
    (folder / "session.json").write_text("{}")
    (folder / "annotations.json").write_text("{}")


def test_files_move_once_out_of_the_data_folder_but_the_annotations_stay(homes: Path) -> None:
    folder = homes / "data" / "reader"
    _old_files(folder)
    user = paths()
    assert user.session.read_text() == "{}"
    assert (user.alignments / "one.json").read_text() == "[1]"
    assert user.annotations.read_text() == "{}"
    assert not (folder / "session.json").exists()
    assert user.state.stat().st_mode & 0o777 == 0o700
    old = folder / "session.json"
    old.write_text("written by an earlier version since")
    assert paths().session.read_text() == "{}"
    assert old.exists()


def test_files_move_inside_a_folder_of_ones_own(homes: Path) -> None:
    _old_files(homes / "own")
    own = paths(str(homes / "own"))
    assert own.session.read_text() == "{}"
    assert (own.alignments / "one.json").read_text() == "[1]"


def test_what_cannot_be_moved_stays_where_it_was(homes: Path) -> None:
    _old_files(homes / "data" / "reader")
    for name in ("state", "cache"):
        (homes / name).write_text("a file in place of the folder")
    paths()
    assert (homes / "data/reader/session.json").read_text() == "{}"
    assert (homes / "data/reader/cache/alignments/one.json").read_text() == "[1]"


def test_files_move_to_another_disk(homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disks = [disk for disk in map(Path, ("/dev/shm", "/var/tmp")) if disk.is_dir()]
    other_disk = next((disk for disk in disks if disk.stat().st_dev != homes.stat().st_dev), None)
    if other_disk is None:
        pytest.skip("there is only one disk")
    with TemporaryDirectory(dir=other_disk) as other:
        for name in ("STATE", "CACHE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", f"{other}/{name}")
        _old_files(homes / "data" / "reader")
        user = paths()
        assert user.session.read_text() == "{}"
        assert (user.alignments / "one.json").read_text() == "[1]"
        assert not (homes / "data/reader/session.json").exists()
        assert not (homes / "data/reader/cache/alignments").exists()
        assert [path.name for path in user.state.iterdir()] == ["session.json"]
        assert [path.name for path in user.cache.iterdir()] == ["alignments"]


@pytest.mark.parametrize("is_folder", [False, True])
def test_a_move_to_another_disk_leaves_what_another_process_has_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_folder: bool
) -> None:
    old, new, rename = tmp_path / "old", tmp_path / "state" / "new", Path.rename
    file = old / "file" if is_folder else old
    file.parent.mkdir(exist_ok=True)
    file.write_text("old")

    def refuse_after_another_process(path: Path, target: Path) -> Path:
        if path != old:
            return rename(path, target)
        (new / "file" if is_folder else new).parent.mkdir(parents=True, exist_ok=True)
        (new / "file" if is_folder else new).write_text("newer")
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(Path, "rename", refuse_after_another_process)
    move_once(old, new)
    assert (new / "file" if is_folder else new).read_text() == "newer"
    assert file.read_text() == "old"
    assert [path.name for path in new.parent.iterdir()] == ["new"]


def test_the_home_of_an_unknown_user_is_refused_in_one_line() -> None:
    with pytest.raises(UserError, match="unknown home folder"):
        user_path("~nobody-is-called-this/x")


def test_paths_given_directly_keep_everything_together(tmp_path: Path) -> None:
    own = Paths(tmp_path / "data", tmp_path / "settings.toml")
    assert tmp_path / "data" in own.session.parents
