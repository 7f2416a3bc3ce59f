from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations.model import Annotation, ArticleReference, Target, edited, new_annotation
from annotations.store import AnnotationStore, StoreError

TEXT = "The bridge was closed on Monday. It opened again on Wednesday."
GAZETTE = ArticleReference("file:gazette", "ab" * 32, "A bridge", source="Gazette")
BEACON = ArticleReference("file:beacon", "cd" * 32, "The bridge")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "annotations.json"


@pytest.fixture
def store(path: Path) -> Iterator[AnnotationStore]:
    opened = AnnotationStore.open(path, in_background=False)
    yield opened
    opened.close()


def made(note: str = "", *articles: ArticleReference, tags: tuple[str, ...] = ()) -> Annotation:
    targets = [Target.of(article, TEXT, 4, 10) for article in articles or (GAZETTE,)]
    return new_annotation(targets, note=note, tags=tags)


def reopened(store: AnnotationStore, path: Path) -> AnnotationStore:
    store.close()
    return AnnotationStore.open(path, in_background=False)


def test_a_new_store_is_an_empty_tinydb_file_that_only_its_user_can_read(
    store: AnnotationStore, path: Path
) -> None:
    assert store.all() == ()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with TinyDB(path, access_mode="r") as database:
        assert database.all() == []


def test_what_was_added_is_there_after_a_restart_in_the_order_it_was_made(
    store: AnnotationStore, path: Path
) -> None:
    first, second = made("first"), made("second")
    store.add(second)
    store.add(first)
    assert reopened(store, path).all() == (first, second)


def test_tinydb_opens_the_file_and_finds_what_was_added(store: AnnotationStore, path: Path) -> None:
    annotation = made("a note", tags=("oil",))
    store.add(annotation)
    store.close()
    with TinyDB(path, access_mode="r") as database:
        [document] = database.all()
    assert (document["id"], document["note"], document["tags"]) == (annotation.id, "a note", ["oil"])


def test_a_change_is_on_disk_though_the_store_is_never_closed(store: AnnotationStore, path: Path) -> None:
    annotation = made("a note")
    store.add(annotation)
    assert AnnotationStore.open(path, in_background=False).all() == (annotation,)
    assert store.unsaved == ""


def test_each_call_is_one_step_of_undo_and_redo(store: AnnotationStore) -> None:
    first, second = made("first"), made("second")
    store.add(first, second)
    changed = edited(first, note="changed")
    store.replace(changed)
    store.delete(first.id, second.id)
    assert store.all() == ()
    assert store.undo() == "Undone: deleted 2 annotations"
    assert store.all() == (changed, second)
    assert store.undo() == "Undone: changed “bridge”"
    assert store.all() == (first, second)
    assert store.undo() == "Undone: added 2 annotations"
    assert store.undo() is None
    assert store.redo() == "Redone: added 2 annotations"
    assert store.redo() == "Redone: changed “bridge”"
    assert store.all() == (changed, second)


def test_a_new_change_leaves_nothing_to_do_again(store: AnnotationStore) -> None:
    store.add(made("first"))
    store.undo()
    store.add(made("second"))
    assert store.redo() is None


def test_undo_and_redo_go_on_after_a_restart(store: AnnotationStore, path: Path) -> None:
    first, second = made("first"), made("second")
    store.add(first)
    store.add(second)
    store = reopened(store, path)
    store.undo()
    store = reopened(store, path)
    store.undo()
    assert store.all() == ()
    store = reopened(store, path)
    store.redo()
    assert store.all() == (first,)


def test_deleting_what_is_not_there_is_no_step(store: AnnotationStore) -> None:
    store.add(made("first"))
    store.delete("01234567-89ab-7cde-8f01-23456789abcd")
    assert store.undo() == "Undone: added “bridge”"


def test_an_annotation_is_got_by_its_id_and_an_article_by_its_id_or_checksum(store: AnnotationStore) -> None:
    here, there, both = made("here"), made("there", BEACON), made("both", GAZETTE, BEACON)
    store.add(here, there, both)
    assert store.get(here.id) == here
    assert store.get("nobody") is None
    assert store.of_article(GAZETTE) == (here, both)
    moved = ArticleReference("file:elsewhere", BEACON.sha256, "The bridge")
    assert store.of_article(moved) == (there, both)
    rewritten = ArticleReference(BEACON.id, "00" * 32, "The bridge")
    assert store.of_article(rewritten) == (there, both)
    store.delete(both.id)
    assert store.of_article(GAZETTE) == (here,)


def test_tags_come_with_their_use_the_most_used_first(store: AnnotationStore) -> None:
    one = made(tags=("oil", "gas"))
    store.add(one, made(tags=("oil",)), made(tags=("coal",)))
    assert store.tags() == (("oil", 2), ("coal", 1), ("gas", 1))
    store.replace(edited(one, tags=("gas",)))
    store.add(made(tags=("gas",)))
    assert store.tags() == (("gas", 2), ("coal", 1), ("oil", 1))
    store.undo()
    assert store.tags() == (("coal", 1), ("gas", 1), ("oil", 1))


def test_another_process_is_seen_after_a_refresh_and_not_before_there_is_news(
    store: AnnotationStore, path: Path
) -> None:
    other = AnnotationStore.open(path, in_background=False)
    assert not store.refresh()
    annotation = made("from over there")
    other.add(annotation)
    assert store.refresh()
    assert store.all() == (annotation,)
    assert not store.refresh()
    other.close()
    assert not store.refresh()


def test_two_processes_keep_each_others_annotations(store: AnnotationStore, path: Path) -> None:
    other = AnnotationStore.open(path, in_background=False)
    mine, yours = made("mine"), made("yours")
    store.add(mine)
    other.add(yours)
    store.close()
    other.close()
    assert AnnotationStore.open(path, in_background=False).all() == (mine, yours)


def test_undo_never_takes_back_what_another_process_did_meanwhile(store: AnnotationStore, path: Path) -> None:
    mine, yours = made("mine"), made("yours")
    store.add(mine)
    other = AnnotationStore.open(path, in_background=False)
    other.add(yours)
    assert store.undo() == "Undone: added “bridge”"
    assert store.all() == (yours,)
    assert store.undo() is None


def test_undo_leaves_alone_what_was_changed_since_by_somebody_else(
    store: AnnotationStore, path: Path
) -> None:
    mine = made("mine")
    store.add(mine)
    store.replace(edited(mine, note="mine, changed"))
    other = AnnotationStore.open(path, in_background=False)
    theirs = edited(mine, note="theirs")
    other.replace(theirs)
    store.refresh()
    assert store.undo() is None
    assert store.get(mine.id) == theirs


def test_history_says_what_was_done_and_when(store: AnnotationStore) -> None:
    store.add(made("first"))
    store.undo()
    assert [change.step for change in store.history()] == ["added “bridge”", "undo: added “bridge”"]
    assert all(change.at.endswith("+00:00") for change in store.history())


def test_the_tinydb_file_follows_by_itself_while_the_store_is_open(path: Path) -> None:
    store = AnnotationStore.open(path)
    store.add(made("a note"))
    written = threading.Event()

    def wait() -> None:
        while "a note" not in path.read_text():
            os.sched_yield()
        written.set()

    threading.Thread(target=wait, daemon=True).start()
    assert written.wait(timeout=20)
    store.close()


def test_many_threads_may_use_one_store(store: AnnotationStore) -> None:
    def add() -> None:
        for _ in range(20):
            store.add(made())
            store.of_article(GAZETTE)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.of_article(GAZETTE)) == 80


def test_records_that_are_no_annotations_are_kept_as_they_are(store: AnnotationStore, path: Path) -> None:
    store.add(made("mine"))
    store.close()
    with TinyDB(path) as database:
        database.insert({"foo": 1})
        database.table("else").insert({"bar": 2})
    store = AnnotationStore.open(path, in_background=False)
    assert [annotation.note for annotation in store.all()] == ["mine"]
    store.add(made("more"))
    store.close()
    with TinyDB(path, access_mode="r") as database:
        assert {"foo": 1} in database.all()
        assert database.table("else").all() == [{"bar": 2}]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "annotations.json"
    link.symlink_to(tmp_path / "real" / "annotations.json")
    store = AnnotationStore.open(link, in_background=False)
    store.add(made("a note"))
    store.close()
    assert link.is_symlink()
    assert "a note" in (tmp_path / "real" / "annotations.json").read_text()


def test_what_json_has_no_word_for_is_refused_before_anything_is_changed(store: AnnotationStore) -> None:
    bad = edited(made(), extra={"weight": float("nan")})
    with pytest.raises(ValueError, match="JSON"):
        store.add(bad)
    assert store.all() == ()
    assert store.undo() is None


def test_a_file_of_a_newer_version_is_read_and_never_written(store: AnnotationStore, path: Path) -> None:
    store.add(made("a note"))
    store.close()
    newer = path.with_name("newer.json")
    newer.write_bytes(_of_schema(path.read_bytes(), 2))
    before = newer.read_bytes()
    store = AnnotationStore.open(newer, in_background=False)
    assert [annotation.note for annotation in store.all()] == ["a note"]
    assert str(newer) in store.read_only
    with pytest.raises(StoreError, match="newer version"):
        store.add(made())
    store.close()
    assert newer.read_bytes() == before


def _of_schema(raw: bytes, schema: int) -> bytes:
    from dataclasses import replace

    from annotations.storage.snapshot import decode, encode

    return b"".join(encode(replace(decode(raw), schema=schema)))


@pytest.mark.parametrize(
    "content",
    [
        b"[1, 2, 3]",
        b"42",
        b'{"_default": {"one": {}}}',
        b'{"_default": {"1": {"name": "somebody"}}}',
        json.dumps({"_default": {}}).encode("utf-16"),
        b"\x89PNG\r\n\x1a\n",
        b"To whom it may concern",
    ],
    ids=["a list", "a number", "ids that are no numbers", "other records", "UTF-16", "a picture", "a letter"],
)
def test_the_file_of_another_program_is_refused_by_name_and_left_untouched(
    path: Path, content: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError) as refusal:
        AnnotationStore.open(path)
    assert str(path) in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert path.read_bytes() == content
    assert sorted(each.name for each in path.parent.iterdir()) in (
        ["annotations.json"],
        ["annotations.json", "annotations.json.lock"],
    )


@pytest.mark.parametrize("content", [b"", b"\0" * 500, b"  \n"], ids=["empty", "noughts", "blank"])
def test_an_empty_file_is_damage_and_kept_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    store = AnnotationStore.open(path, in_background=False)
    assert store.all() == ()
    assert [each.read_bytes() for each in path.parent.glob("*.corrupt-*")] == [content]
    assert str(path) in store.notices[0]
    store.close()


def test_a_folder_where_the_file_should_be_is_said(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match="directory"):
        AnnotationStore.open(path)


def test_an_empty_tinydb_file_becomes_the_store(path: Path) -> None:
    path.parent.mkdir()
    with TinyDB(path) as database:
        database.insert({"a": 1})
        database.truncate()
    store = AnnotationStore.open(path, in_background=False)
    store.add(made("a note"))
    assert len(reopened(store, path).all()) == 1


def test_a_file_that_was_deleted_comes_back_from_what_lies_beside_it(
    store: AnnotationStore, path: Path
) -> None:
    store.add(made("a note"))
    store.close()
    path.unlink()
    store = AnnotationStore.open(path, in_background=False)
    assert [annotation.note for annotation in store.all()] == ["a note"]
    assert "was missing" in store.notices[0]
    with TinyDB(path, access_mode="r") as database:
        assert len(database.all()) == 1


def test_a_folder_deleted_under_a_running_program_comes_back_whole(
    store: AnnotationStore, path: Path
) -> None:
    import shutil

    store.add(made("before"))
    store.close()
    shutil.rmtree(path.parent)
    store.add(made("after"))
    assert store.unsaved == ""
    store.close()
    notes = {annotation.note for annotation in AnnotationStore.open(path, in_background=False).all()}
    assert notes == {"before", "after"}


def test_every_record_that_is_whole_is_salvaged_from_a_file_without_company(
    store: AnnotationStore, path: Path
) -> None:
    kept = [made(f"note {number}") for number in range(5)]
    store.add(*kept)
    store.close()
    alone = path.parent / "alone" / "annotations.json"
    alone.parent.mkdir()
    raw = path.read_bytes()
    alone.write_bytes(raw[: raw.index(b"note 4")])
    os.utime(alone, (1e9, 1e9))
    store = AnnotationStore.open(alone, in_background=False)
    assert store.all() == tuple(kept[:4])
    assert len(list(alone.parent.glob("*.corrupt-*"))) == 1


def test_a_damaged_change_in_the_journal_is_told_and_kept_aside(store: AnnotationStore, path: Path) -> None:
    for number in range(3):
        store.add(made(f"note {number}"))
    journal = path.with_name("annotations.json.journal")
    journal.write_bytes(journal.read_bytes().replace(b"note 1", b"note 7"))
    second = AnnotationStore.open(path, in_background=False)
    assert [annotation.note for annotation in second.all()] == ["note 0", "note 2"]
    assert "journal is damaged" in second.notices[0]
    assert len(list(path.parent.glob("*.journal.corrupt-*"))) == 1


def test_a_file_put_in_the_place_of_another_is_taken_as_it_is(store: AnnotationStore, path: Path) -> None:
    store.add(made("old"))
    store.close()
    other = AnnotationStore.open(path.parent / "other.json", in_background=False)
    other.add(made("new"))
    other.close()
    path.write_bytes((path.parent / "other.json").read_bytes())
    found = AnnotationStore.open(path, in_background=False)
    assert [annotation.note for annotation in found.all()] == ["new"]
