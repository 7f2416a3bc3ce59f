"""Values that plain TinyDB, or another program, wrote and that can hardly be written again."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from annotations.store import AnnotationStore
from tests.reliability.workload import annotation, notes


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value


TINY = "-0." + "0" * 400 + "1"

ODD = {
    "not a number": "NaN",
    "infinity": "[Infinity, -Infinity, 1e999]",
    "a lone surrogate": r'"\ud800 and \udfff"',
    "nested": "[" * 900 + "]" * 900,
    "nested beyond Python's limit": '{"a": ' * 1500 + "1" + "}" * 1500,
    "a huge number": "9" * 4000,
    "a number beyond Python's limit": "7" * 6000,
    "a small number": TINY,
}


def written(path: Path, odd: str) -> None:
    """Gives every annotation an odd value, as a script would that puts text into the file."""
    tables = json.loads(path.read_text())
    for document in tables["_default"].values():
        document["weight"] = "ODD"
    path.write_text(json.dumps(tables).replace('"ODD"', odd))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "annotations.json"
    store = AnnotationStore.open(place, in_background=False)
    store.add(annotation(1, "one"), annotation(2, "two"))
    store.close()
    return place


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("running", [False, True], ids=["before", "while the store is open"])
def test_an_odd_value_is_kept_and_stops_no_saving(path: Path, odd: str, running: bool) -> None:
    store = AnnotationStore.open(path, in_background=False)
    if not running:
        store.close()
    written(path, odd)
    if running:
        store.refresh()
    else:
        store = AnnotationStore.open(path, in_background=False)
    store.add(annotation(3, "three"))
    for each in store.all():
        if each.note == "two":
            store.replace(each)
    assert store.unsaved == ""
    assert store.undo()
    assert store.redo()
    store.close()
    assert (
        path.read_text().count(odd.replace("1e999", "Infinity").replace("-0." + "0" * 400 + "1", "-0.0")) >= 2
    )
    found = AnnotationStore.open(path, in_background=False)
    assert sorted(notes(found).values()) == ["one", "three", "two"]
    found.refresh()
    found.close()
    assert not list(path.parent.glob("*.corrupt-*"))


def test_the_limits_of_python_are_as_before(path: Path) -> None:
    before = sys.getrecursionlimit(), sys.get_int_max_str_digits()
    AnnotationStore.open(path, in_background=False).close()
    assert (sys.getrecursionlimit(), sys.get_int_max_str_digits()) == before


def test_the_same_odd_file_is_taken_in_once(path: Path) -> None:
    written(path, "NaN")
    store = AnnotationStore.open(path, in_background=False)
    before = len(store.history())
    assert not store.refresh()
    store.close()
    AnnotationStore.open(path, in_background=False).close()
    assert len(AnnotationStore.open(path, in_background=False).history()) == before


def test_a_byte_order_mark_is_no_damage(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    store = AnnotationStore.open(path, in_background=False)
    assert sorted(notes(store).values()) == ["one", "two"]
    store.close()
    assert not list(path.parent.glob("*.corrupt-*"))


def test_a_record_that_cannot_be_shown_is_told_once_and_written_back(path: Path) -> None:
    bad = {"id": "0192", "targets": [{"quote": 5}], "note": "x"}
    with TinyDB(path) as database:
        database.insert(bad)
    store = AnnotationStore.open(path, in_background=False)
    assert len(store.all()) == len(store.all()) == 2
    [notice] = [each for each in store.notices if "cannot be shown" in each]
    assert str(path) in notice
    store.add(annotation(33, "more"))
    store.close()
    with TinyDB(path, access_mode="r") as database:
        assert bad in database.all()


@pytest.mark.parametrize(
    "checksummed",
    [b"[1]", b"{}", b'{"store": 5, "last": 1}', b'{"store": "a", "last": "1"}', b"{[", b"[" * 90],
)
def test_a_right_checksum_behind_a_wrong_table_is_no_reason_to_stop(path: Path, checksummed: bytes) -> None:
    from zlib import crc32

    raw = path.read_bytes()
    start = raw.rindex(b'"_meta": {"1": ') + len(b'"_meta": {"1": ')
    head = raw[:start] + checksummed
    store = AnnotationStore.open(path, in_background=False)
    path.write_bytes(head + b', "crc32": "%08x"}}}' % crc32(head))
    store.refresh()
    store.add(annotation(3, "three"))
    store.close()
    assert len(AnnotationStore.open(path, in_background=False).all()) == 3


def test_a_fault_of_the_background_work_is_told_and_survived(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from annotations.storage.saver import Saver

    monkeypatch.setenv("READER_DATA", str(tmp_path))
    told: list[Exception] = []
    calls = iter([ValueError("odd"), None])

    def work() -> None:
        if error := next(calls, None):
            raise error

    saver = Saver(work, told.append)
    saver.wake()
    while not told:
        pass
    saver.wake()
    while next(calls, "done") is None:
        pass
    saver.close()
    assert [str(error) for error in told] == ["odd"]
