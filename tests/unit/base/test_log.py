"""Faults of reader itself: logged without any text of articles, and reported as ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.base import log
from reader.base.faults import fault
from reader.base.log import log_file, write_log

SECRET = "the minister fell"


def _log() -> Path:
    path = log_file()
    assert path is not None
    return path


def _raised() -> Exception:
    try:
        try:
            words = {"title": SECRET}
            words[SECRET]
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error


def test_a_fault_is_reported_as_ours_with_the_path_of_the_log() -> None:
    message = str(fault(_raised(), "opening"))
    assert message == f"reader has a fault here (ValueError); details are in {_log()}"


def test_the_log_says_where_it_happened_and_holds_no_text() -> None:
    fault(_raised(), "opening")
    content = _log().read_text()
    assert "fault while opening" in content
    assert "in _raised" in content
    assert content.index("KeyError") < content.index("which led to") < content.index("ValueError")
    assert SECRET not in content


def test_what_the_system_says_is_in_the_log(tmp_path: Path) -> None:
    try:
        (tmp_path / "none").read_text()
    except OSError as error:
        fault(error, "reading")
    assert "FileNotFoundError: No such file or directory" in _log().read_text()


def test_only_the_user_may_read_the_log() -> None:
    write_log("one")
    assert _log().stat().st_mode & 0o777 == 0o600
    assert _log().parent.stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_a_log_creates_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_DATA", str(tmp_path / "new" / "data"))
    assert write_log("one")
    assert (tmp_path / "new" / "data").stat().st_mode & 0o777 == 0o700


def test_the_log_begins_a_new_file_and_keeps_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "BYTES", 2_000)
    for number in range(200):
        assert write_log(f"message {number}")
    files = sorted(path.name for path in _log().parent.iterdir())
    assert files == ["reader.log", "reader.log.1"]
    assert "message 199" in _log().read_text()
    assert all(path.stat().st_size < 2_300 for path in _log().parent.iterdir())


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("READER_DATA", str(tmp_path / "file"))
    assert not write_log("one")
    assert "cannot be written" in str(fault(_raised(), "opening"))
    monkeypatch.setenv("READER_DATA", "~nobody-is-called-this/x")
    assert "no details" in str(fault(_raised(), "opening"))


def test_an_unexpected_exception_of_a_command_is_one_line_and_in_the_log(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(SECRET)
    broken = f"""
import sys
from reader.cli import list as command
from reader.cli.main import main
command.run = lambda options: {{}}[{SECRET!r}]
sys.exit(main(["list", {str(article)!r}, "--data", {str(tmp_path / "data")!r}]))
"""
    done = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, text=True, env=os.environ, check=False
    )
    path = tmp_path / "data" / "state" / "log" / "reader.log"
    assert done.returncode == 1
    assert done.stderr == f"reader: reader has a fault here (KeyError); details are in {path}\n"
    assert "fault while running reader" in path.read_text()
    assert SECRET not in path.read_text()


def test_the_log_is_named_with_the_other_files() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "--paths"],
        capture_output=True,
        text=True,
        env=os.environ,
        check=True,
    )
    assert f"log          {_log()}\n" in done.stdout
    assert not _log().exists()
