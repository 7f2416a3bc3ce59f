"""`reader merge OTHER.json`, as a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.model import Annotation, edited
from annotations.store import AnnotationStore
from tests.reliability.workload import annotation
from tests.unit.cli.test_cli import fails, reader

FIRST, SECOND, NEW = (annotation(number, "first") for number in (1, 2, 3))


def store_of(folder: Path, *annotations: Annotation) -> Path:
    store = AnnotationStore.open(folder / "annotations.json", in_background=False)
    store.add(*annotations)
    store.close()
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return store_of(tmp_path / "mine", edited(FIRST, note="mine"), SECOND)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    later = "2099-02-03T04:05:06.000Z"
    theirs = edited(FIRST, note="theirs", tags=["oil"], updated=later)
    return store_of(tmp_path / "theirs", theirs, edited(SECOND, note="better"), NEW) / "annotations.json"


def notes(data: Path) -> list[str]:
    listed = json.loads(reader("list", "--json", data=data).stdout)
    return sorted(each["note"] for each in listed["annotations"])


def test_a_merge_tells_what_came_and_shows_both_versions_of_a_conflict(data: Path, other: Path) -> None:
    done = reader("merge", other, data=data)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "added: 1"
    assert f"  {NEW.id}  “bridge”" in lines
    assert "updated: 1" in lines
    assert "conflicts: 1" in lines
    assert "    note: theirs | other version: mine" in lines
    assert "    tags: oil | other version: –" in lines
    assert notes(data) == ["better", "first", "mine", "theirs"]
    assert "mine" in reader("export", "--tag", "conflict", data=data).stdout


def test_merging_again_brings_nothing(data: Path, other: Path) -> None:
    reader("merge", other, data=data)
    report = json.loads(reader("merge", other, "--json", data=data).stdout)
    assert (report["added"], report["updated"], report["conflicts"], report["same"]) == ([], [], [], 3)
    assert len(notes(data)) == 4


def test_a_dry_run_tells_the_same_and_changes_nothing(data: Path, other: Path) -> None:
    before = (data / "annotations.json").read_bytes()
    dry = reader("merge", other, "--dry-run", data=data)
    assert "would be added: 1" in dry.stdout
    assert (data / "annotations.json").read_bytes() == before
    wet = reader("merge", other, data=data)
    assert dry.stdout.replace("would be ", "") == wet.stdout


def test_the_report_as_json_has_both_versions(data: Path, other: Path) -> None:
    report = json.loads(reader("merge", other, "--json", data=data).stdout)
    [conflict] = report["conflicts"]
    assert conflict["fields"]["note"] == {"kept": "theirs", "other": "mine"}
    assert report["added"] == [NEW.id]


def test_a_damaged_file_is_told_in_one_line_and_changes_nothing(data: Path, other: Path) -> None:
    before = notes(data)
    other.write_bytes(other.read_bytes()[:500])
    fails(reader("merge", other, data=data), other, "damaged")
    other.write_text("[1, 2]")
    fails(reader("merge", other, data=data), other, "not an annotations file")
    fails(reader("merge", other.parent / "nowhere.json", data=data), "nowhere.json")
    assert notes(data) == before


@pytest.mark.parametrize("ending", ["json", "jsonld", "csv", "qdpx"])
def test_of_an_export_it_is_said_that_import_brings_it_in(data: Path, tmp_path: Path, ending: str) -> None:
    export = tmp_path / f"theirs.{ending}"
    reader("export", "-o", export, data=data)
    fails(reader("merge", export, data=data), "is an export", f"reader import {export}")


@pytest.mark.parametrize("ending", ["md", "html"])
def test_of_an_export_that_is_only_read_by_people_it_is_said_what_is_imported(
    data: Path, tmp_path: Path, ending: str
) -> None:
    export = tmp_path / f"theirs.{ending}"
    reader("export", "-o", export, data=data)
    fails(
        reader("merge", export, data=data), "is an export", "cannot be imported", "reader import reads JSON"
    )
