"""The one line about a file that cannot be read or written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.base.errors import UserError
from reader.base.file_errors import unreadable
from reader.base.files import write_file, write_new_file


def _reason(path: Path) -> str:
    try:
        path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return unreadable(path, error, "use a file in UTF-8")
    raise AssertionError(f"{path} can be read")


@pytest.mark.parametrize(
    ("name", "make", "message"),
    [
        ("none.txt", lambda path: None, "does not exist; check the path"),
        ("folder", lambda path: path.mkdir(), "is a folder; name a file in it"),
        ("loop", lambda path: path.symlink_to(path), "(this link leads to itself); name the file itself"),
        ("n" * 300, lambda path: None, "(its name is too long); check the path"),
        ("bytes", lambda path: path.write_bytes(b"\xff"), "(it is not UTF-8 text); use a file in UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_a_reason_and_a_way_out(
    tmp_path: Path, name: str, make: Callable[[Path], object], message: str
) -> None:
    path = tmp_path / name
    make(path)
    reason = _reason(path)
    assert reason.startswith(str(path))
    assert reason.endswith(message)


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in _reason(tmp_path / "a\x1b[2J.txt")


def test_a_file_in_a_folder_that_does_not_exist_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"cannot write here \(No such file or directory\); choose another"):
        write_file(tmp_path / "none" / "a.txt", "text")


def test_a_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with pytest.raises(UserError, match="already exists; choose another name"):
        write_new_file(path, "after")
    assert path.read_text() == "before"
