from __future__ import annotations

import os
import stat
from multiprocessing import get_context
from pathlib import Path

import pytest

from reader.base.files import write_whole
from reader.base.paths import Paths
from reader.shelf.session import Session


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_where_it_cannot_be_written_the_old_content_stays(tmp_path: Path) -> None:
    folder = tmp_path / "notes.md"
    folder.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(folder, b"new")
    with pytest.raises(OSError, match="nowhere"):
        write_whole(tmp_path / "nowhere" / "notes.md", b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_permissions_stay_and_those_of_a_new_file_are_chosen(tmp_path: Path) -> None:
    shared, private = tmp_path / "shared", tmp_path / "private"
    shared.write_bytes(b"old")
    shared.chmod(0o640)
    write_whole(shared, b"new", mode=0o600)
    write_whole(private, b"new", mode=0o600)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (shared, private)] == [0o640, 0o600]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_what_is_no_file_is_written_as_it_is() -> None:
    write_whole(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


def _remember(data: Path, letter: str) -> None:
    session = Session(Paths(data, data / "settings.toml"))
    for number in range(10):
        session.remember_restored(f"{letter}{number}", frozenset({number}))


def test_programs_that_remember_at_once_forget_nothing(tmp_path: Path) -> None:
    processes = [get_context("spawn").Process(target=_remember, args=(tmp_path, letter)) for letter in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    session = Session(Paths(tmp_path, tmp_path / "settings.toml"))
    assert all(session.restored(f"{letter}{n}") == {n} for letter in "ab" for n in range(10))
