"""`reader codebook` and what it does to tags, as processes of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.model import edited
from annotations.store import AnnotationStore
from tests.reliability.workload import annotation
from tests.unit.cli.test_cli import fails, reader


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with two annotations: topic/oil on both, who on the first."""
    store = AnnotationStore.open(tmp_path / "annotations.json", in_background=False)
    store.add(
        edited(annotation(1, "first"), tags=["topic/oil", "who"]),
        edited(annotation(2, "second"), tags=["topic/oil"]),
    )
    store.close()
    return tmp_path


def said(data: Path, *arguments: object) -> str:
    done = reader("codebook", *arguments, data=data)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_tags_are_listed_with_their_use_and_meaning(data: Path) -> None:
    assert said(
        data, "describe", "topic/oil", "--colour", "green", "--glyph", "◆", "--description", "Prices"
    ) == ("described #topic/oil\n")
    assert said(data).splitlines() == [
        "#topic  0 (2 with nested)",
        "  ◆ #topic/oil  2  green  Prices",
        "#who  1",
    ]
    assert said(data, "list") == said(data)
    assert said(data, "list", "--json") == said(data, "--json", "list") == said(data, "--json")
    listed = json.loads(said(data, "--json"))
    assert listed[1] == {
        "tag": "topic/oil", "colour": "green", "glyph": "◆", "description": "Prices", "own": 2, "nested": 2
    }  # fmt: skip


def test_a_codebook_of_nothing_says_how_to_begin(tmp_path: Path) -> None:
    assert "no tags yet" in said(tmp_path)


def test_rename_merge_split_and_remove_say_what_they_did(data: Path) -> None:
    assert said(data, "rename", "topic", "subject") == "renamed #topic to #subject, on 2 annotations\n"
    assert said(data, "merge", "who", "--into", "people") == "merged #who into #people, on 1 annotation\n"
    assert said(data, "split", "subject/oil", "gas", "--tag", "people") == (
        "split #gas off #subject/oil, on 1 annotation\n"
    )
    assert said(data, "split", "subject/oil", "coal", "--annotation", annotation(2, "").id) == (
        "split #coal off #subject/oil, on 1 annotation\n"
    )
    assert said(data, "remove", "people") == "removed #people, on 1 annotation\n"
    assert said(data).splitlines() == ["#coal  1", "#gas  1"]


def test_what_cannot_be_done_is_told_with_a_way_out(data: Path) -> None:
    fails(reader("codebook", "rename", "who", "topic/oil", data=data), "merge #who")
    fails(reader("codebook", "rename", "nobody", "x", data=data), "#nobody", "reader codebook")
    fails(reader("codebook", "split", "who", "x", data=data), "--annotation", "--tag")
    fails(
        reader("codebook", "split", "who", "x", "--annotation", "me", data=data),
        "no annotation has the id me",
    )
    fails(reader("codebook", "describe", "who", data=data), "--description")
    fails(reader("codebook", "describe", "who", "--colour", "mauve", data=data), "mauve", "yellow")


def test_a_codebook_goes_out_to_a_spreadsheet_and_comes_back(data: Path, tmp_path: Path) -> None:
    table = tmp_path / "tags.csv"
    assert said(data, "export", "-o", table) == f"3 tags written to {table}\n"
    fails(reader("codebook", "export", "-o", table, data=data), table, "--force")
    table.write_text("\ufeff" + table.read_text().replace("who,", "who,blue"), encoding="utf-8")
    assert said(data, "import", table) == "imported a codebook of 3 tags\n"
    assert "#who  1  blue" in said(data)
    assert said(data, "import", table) == "nothing to change\n"
    assert "who,blue,,\n" in said(data, "export")


def test_a_file_that_is_no_codebook_is_named_and_changes_nothing(data: Path, tmp_path: Path) -> None:
    before = said(data)
    (tmp_path / "tags.csv").write_text("tag,colour\nwho,blue\noil,mauve\n")
    fails(reader("codebook", "import", tmp_path / "tags.csv", data=data), tmp_path / "tags.csv", "row 3")
    fails(reader("codebook", "import", tmp_path / "nowhere.csv", data=data), tmp_path / "nowhere.csv")
    (tmp_path / "tags.csv").write_bytes(b"\xff\xfe\x00")
    fails(reader("codebook", "import", tmp_path / "tags.csv", data=data), "column tag")
    assert said(data) == before
