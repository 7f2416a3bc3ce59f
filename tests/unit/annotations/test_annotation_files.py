from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotations.storage.files import LocalFiles


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is synced, with what was in it at that moment. The calls themselves are the real ones."""
    seen: list[str] = []

    def watch(name: str) -> None:
        real = getattr(os, name)

        def watched(descriptor: int) -> None:
            path = Path(f"/proc/self/fd/{descriptor}").resolve()
            seen.append(f"{path.name}: {path.read_text() if path.is_file() else 'a folder'}")
            real(descriptor)

        monkeypatch.setattr(os, name, watched)

    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc to see what a descriptor is of")
    watch("fsync")
    watch("fdatasync")
    return seen


def test_what_is_appended_is_synced_when_the_call_returns(tmp_path: Path, synced: list[str]) -> None:
    LocalFiles().append(tmp_path / "journal", b"one\n")
    LocalFiles().append(tmp_path / "journal", b"two\n")
    assert synced == ["journal: one\n", "journal: one\ntwo\n"]


def test_a_new_file_is_whole_and_synced_when_the_call_returns(tmp_path: Path, synced: list[str]) -> None:
    LocalFiles().create(tmp_path / "new", [b"some", b" words"])
    assert synced == ["new: some words"]


def test_a_folder_is_synced_itself(tmp_path: Path, synced: list[str]) -> None:
    LocalFiles().sync_folder(tmp_path)
    assert synced == [f"{tmp_path.name}: a folder"]


def test_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        LocalFiles().create(tmp_path / "new", [b""])
        LocalFiles().append(tmp_path / "journal", b"")
        with LocalFiles().lock(tmp_path / "lock", 5.0):
            pass
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_a_new_file_takes_nothing_over_from_one_that_was_there(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("something much longer")
    LocalFiles().create(tmp_path / "new", [b"short"])
    assert (tmp_path / "new").read_text() == "short"


def test_what_is_not_there_has_no_signature_and_no_names(tmp_path: Path) -> None:
    assert LocalFiles().signature(tmp_path / "none") is None
    assert LocalFiles().names(tmp_path / "none") == []
    LocalFiles().remove(tmp_path / "none")
