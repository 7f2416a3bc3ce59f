"""`reader history` and `reader restore`, as processes of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.model import edited
from annotations.store import AnnotationStore
from tests.reliability.workload import annotation
from tests.unit.cli.test_cli import fails, reader

LONG = "a note that is much too long for one line of a terminal, which has eighty columns"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in which Ada has added two annotations, edited one and deleted the other."""
    store = AnnotationStore.open(tmp_path / "annotations.json", author="Ada", in_background=False)
    store.add(annotation(1, "first"), annotation(2, "second"))
    store.replace(edited(annotation(1, "first"), note=LONG))
    store.delete(annotation(2, "").id)
    store.close()
    return tmp_path


@pytest.mark.parametrize("command", ["history", "restore", "codebook", "merge", "agreement"])
def test_every_command_on_annotations_has_help(command: str) -> None:
    done = reader(command, "--help")
    assert done.returncode == 0
    assert f"reader {command}" in done.stdout


def test_history_has_a_line_for_each_change_the_last_first(data: Path) -> None:
    lines = reader("history", data=data).stdout.splitlines()
    assert [line.split("  ")[1:3] for line in lines] == [
        ["Ada", "deleted"],
        ["Ada", "edited"],
        ["Ada", "added"],
        ["Ada", "added"],
    ]
    assert "note: first → a note that is" in lines[1]
    assert LONG not in lines[1]
    assert "“bridge”" in lines[0]


def test_history_of_one_annotation_and_of_the_last_changes(data: Path) -> None:
    assert len(reader("history", "--annotation", annotation(2, "").id, data=data).stdout.splitlines()) == 2
    assert len(reader("history", "--limit", 1, data=data).stdout.splitlines()) == 1
    fails(reader("history", "--annotation", "nobody", data=data), "nobody")
    assert reader("history", "--limit", "-1", data=data).returncode == 2


def test_history_as_json_has_whole_texts(data: Path) -> None:
    changes = json.loads(reader("history", "--json", data=data).stdout)
    assert changes[1]["fields"] == [{"name": "note", "before": "first", "after": LONG}]
    assert changes[1]["author"] == "Ada"


def test_a_history_of_nothing_says_so(tmp_path: Path) -> None:
    assert reader("history", data=tmp_path).stdout == "no changes yet\n"


def test_restore_brings_back_what_was_deleted_and_names_it(data: Path) -> None:
    done = reader("restore", annotation(2, "").id, data=data)
    assert done.stdout == f"restored: {annotation(2, '').id}  “bridge”\n"
    fails(reader("restore", annotation(2, "").id, data=data), "not deleted")
    fails(reader("restore", "nobody", data=data), "nobody", "reader history")


def test_of_a_moved_boundary_the_words_that_came_and_went_are_told(data: Path) -> None:
    store = AnnotationStore.open(data / "annotations.json", in_background=False)
    [kept] = store.all()
    [target] = kept.targets
    text = "The bridge was closed on Monday. It opened again after two days, the harbour master said."
    for start, end in ((4, 64), (15, 88), (19, 88)):
        kept = edited(kept, targets=[type(target).of(target.article, text, start, end)])
        store.replace(kept)
    store.close()
    moved = [
        line.rpartition("  ")[2] for line in reader("history", "--limit", 3, data=data).stdout.splitlines()
    ]
    assert moved == [
        "targets: −“closed” +“ed”",
        "targets: −“bridge was” +“the harbour master said”",
        "targets: +“was closed on Monday. It opened again a…”",
    ]


def test_of_a_passage_that_became_the_same_words_elsewhere_the_places_are_told(data: Path) -> None:
    store = AnnotationStore.open(data / "annotations.json", in_background=False)
    [kept] = store.all()
    [target] = kept.targets
    text = "Another bridge, and The bridge."
    store.replace(edited(kept, targets=[type(target).of(target.article, text, 24, 30)]))
    store.close()
    line = reader("history", "--limit", 1, data=data).stdout
    assert "place: The bridge 4–10 → The bridge 24–30" in line
