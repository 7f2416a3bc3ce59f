"""An index that follows its articles."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from reader.archive.model import ArchiveError
from reader.base.errors import UserError
from reader.base.faults import FaultError
from tests.children import plant
from tests.unit.archive.shelves import WIRE, file, groups_in, indexed, lines


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("Aldmar", "Brenn", "Corvo"):
        file(folder, name)
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_the_second_time_nothing_is_read(root: Path, index: Path) -> None:
    first = indexed(root, index)
    assert (first.read, first.articles, first.sentences) == (3, 3, 6)
    second = indexed(root, index)
    assert (second.read, second.unchanged, second.articles) == (0, 3, 3)


def test_what_is_added_changed_or_removed_is_followed(root: Path, index: Path) -> None:
    file(root, "Aldmar", WIRE)
    indexed(root, index)
    file(root, "Dunmere", WIRE)
    report = indexed(root, index)
    assert (report.read, report.unchanged) == (1, 3)
    assert len(groups_in(root, index)) == 1
    file(root, "Dunmere", "Nothing of the kind has ever been heard in Dunmere Castle.")
    assert indexed(root, index).read == 1
    assert groups_in(root, index) == []
    file(root, "Brenn", WIRE)
    assert len(groups_in(root, index)) == 1
    (root / "Brenn.md").unlink()
    report = indexed(root, index)
    assert (report.removed, report.articles) == (1, 3)
    assert groups_in(root, index) == []


def test_a_file_that_was_only_touched_changes_nothing_that_is_searched(root: Path, index: Path) -> None:
    indexed(root, index)
    (arrays,) = index.glob("arrays-*")
    made = arrays.stat().st_ino
    os.utime(root / "Brenn.md", (1, 1))
    assert indexed(root, index).read == 1
    (arrays,) = index.glob("arrays-*")
    assert arrays.stat().st_ino == made


def test_what_cannot_be_read_is_named_each_time_and_read_once_it_can_be(root: Path, index: Path) -> None:
    (root / "Dunmere.md").write_bytes(b"")
    for _ in range(2):
        report = indexed(root, index)
        assert report.articles == 3
        (problem,) = report.problems
        assert "Dunmere.md" in problem
    file(root, "Dunmere")
    report = indexed(root, index)
    assert (report.articles, report.problems) == (4, ())


def test_zips_and_json_lines_are_indexed_by_member(tmp_path: Path, index: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    lines(folder / "a.jsonl", [f"{WIRE} That was in Aldmar.", "A second one of Brenn, and nothing else."])
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("inner/c.txt", f"{WIRE} So says Corvo.")
    (group,) = groups_in(folder, index)
    assert [excerpt.article.place for excerpt in group.excerpts] == [
        f"{folder}/a.jsonl!1",
        f"{folder}/b.zip!inner/c.txt",
    ]


def test_a_file_name_that_is_no_text_is_no_hindrance(root: Path, index: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/\xff.txt")).write_text(WIRE)
    assert indexed(root, index).articles == 4
    assert indexed(root, index).unchanged == 4


def test_the_index_of_another_folder_is_left_alone(root: Path, index: Path, tmp_path: Path) -> None:
    indexed(root, index)
    other = tmp_path / "other"
    other.mkdir()
    file(other, "Zell")
    with pytest.raises(ArchiveError, match="another folder with -o"):
        indexed(other, index)
    assert indexed(root, index).articles == 3


def test_two_do_not_make_one_index_at_once(root: Path, index: Path) -> None:
    index.mkdir()
    with FileLock(index / ".lock"), pytest.raises(ArchiveError, match="another process"):
        indexed(root, index)


def test_a_folder_without_articles_is_refused_and_makes_no_index(tmp_path: Path, index: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(UserError, match="no articles"):
        indexed(folder, index)
    assert not index.exists()


def test_articles_without_a_sentence_that_says_anything_are_indexed(tmp_path: Path, index: Path) -> None:
    lines(tmp_path / "a.jsonl", ["?!", "…"])
    assert groups_in(tmp_path / "a.jsonl", index) == []


def test_an_archive_of_which_nothing_can_be_read_is_empty_and_says_so(tmp_path: Path, index: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "a.md").write_bytes(b"")
    report = indexed(folder, index)
    assert (report.articles, report.sentences, len(report.problems)) == (0, 0, 1)
    assert groups_in(folder, index) == []


def test_a_report_that_many_articles_repeat_is_an_archive_too(tmp_path: Path, index: Path) -> None:
    for number in range(32):
        (tmp_path / f"{number}.txt").write_text("Volunteers ringed seven swans near Kestrel estuary.")
    assert indexed(tmp_path, index).articles == 32


def _planted(folder: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    code = f"import os, signal\ndef record_of(article):\n    {line}\n"
    plant(folder / "planted", monkeypatch, "reader.archive.record", code)


def test_a_mistake_in_reading_is_a_fault_of_reader_and_the_next_update_goes_on(
    root: Path, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        _planted(tmp_path, broken, "return {}['title']")
        with pytest.raises(FaultError, match=r"reader has a fault here \(KeyError\); details are in"):
            indexed(root, index)
    assert indexed(root, index).articles == 3


def test_a_process_that_is_killed_ends_the_update_in_one_line_and_the_next_goes_on(
    root: Path, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        _planted(tmp_path, broken, "os.kill(os.getpid(), signal.SIGKILL)")
        with pytest.raises(ArchiveError, match="run this again to continue"):
            indexed(root, index)
    assert indexed(root, index).articles == 3
