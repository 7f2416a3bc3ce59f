"""What the history tells: who changed what of which annotation, from the journal alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest
from tinydb import TinyDB, where

from annotations.model import Annotation, Revision, Tag, edited
from annotations.storage.changes import FieldChange
from annotations.store import AnnotationStore, Change
from reader.base.errors import UserError
from tests.reliability.workload import annotation


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.json"


@pytest.fixture
def store(path: Path) -> Iterator[AnnotationStore]:
    opened = AnnotationStore.open(path, author="Ada", in_background=False)
    yield opened
    opened.close()


def told(store: AnnotationStore) -> list[tuple[str, str]]:
    return [(change.way, change.verb) for change in store.history()]


@cache
def one(number: int = 1) -> Annotation:
    return annotation(number, "a note")


def test_the_history_says_who_changed_which_fields_from_what_to_what(store: AnnotationStore) -> None:
    first = one()
    store.add(first)
    store.replace(edited(first, note="another", tags=["oil"]))
    added, changed = store.history()
    assert (added.author, added.verb, added.id, added.words) == ("Ada", "added", first.id, "“bridge”")
    assert changed.verb == "edited"
    assert FieldChange("note", "a note", "another") in changed.fields
    assert FieldChange("tags", [], ["oil"]) in changed.fields
    assert len(changed.fields) == 2


def test_what_was_undone_and_redone_is_told_as_that(store: AnnotationStore) -> None:
    store.add(one())
    store.delete(one().id)
    store.undo()
    store.redo()
    assert told(store) == [("", "added"), ("", "deleted"), ("undone", "deleted"), ("redone", "deleted")]


def test_a_step_with_many_annotations_tells_of_each(store: AnnotationStore) -> None:
    store.add(one(1), one(2))
    assert [(change.step, change.id) for change in store.history()] == [
        ("added 2 annotations", one(1).id),
        ("added 2 annotations", one(2).id),
    ]


def test_a_moved_boundary_is_told_by_the_words(store: AnnotationStore) -> None:
    first = one()
    store.add(first)
    [target] = first.targets
    store.replace(edited(first, targets=[type(target).of(target.article, "The bridge was closed.", 4, 14)]))
    assert store.history()[-1].fields == (FieldChange("targets", ["“bridge”"], ["“bridge was”"]),)


def test_two_authors_each_sign_their_own_changes(store: AnnotationStore, path: Path) -> None:
    store.add(one())
    other = AnnotationStore.open(path, author="Grace", in_background=False)
    other.replace(edited(one(), note="hers"))
    assert [change.author for change in other.history()] == ["Ada", "Grace"]


def test_changes_by_another_program_are_signed_by_nobody(store: AnnotationStore, path: Path) -> None:
    store.add(one())
    store.close()
    with TinyDB(path) as database:
        database.update({"note": "by a script"})
    reopened = AnnotationStore.open(path, author="Ada", in_background=False)
    assert [(change.author, change.step) for change in reopened.history()][-1] == (
        "",
        "changed by another program",
    )


def test_a_journal_of_the_first_version_which_had_no_authors_is_read(
    store: AnnotationStore, path: Path
) -> None:
    store.add(one())
    store.close()
    journal = path.with_name("annotations.json.journal")
    journal.write_bytes(_without_author(journal.read_bytes()))
    reopened = AnnotationStore.open(path, in_background=False)
    [change] = reopened.history()
    assert (change.verb, change.author) == ("added", "")
    assert reopened.notices == ()


def _without_author(line: bytes) -> bytes:
    number, _, body = line.strip().split(b" ", 2)
    entry = json.loads(body)
    del entry["author"]
    body = json.dumps(entry).encode()
    return b"%s %08x %s\n" % (number, crc32(body, crc32(number)), body)


def test_tags_of_the_codebook_are_in_the_history(store: AnnotationStore) -> None:
    store.revise(Revision("described #oil", tags=(Tag("oil", colour="green"),)))
    assert store.history() == (
        Change(store.history()[0].at, "Ada", "described #oil", "added", "", "", "#oil"),
    )


def test_nothing_in_the_history_can_steer_a_terminal(store: AnnotationStore, path: Path) -> None:
    store.add(one())
    store.close()
    with TinyDB(path) as database:
        database.update({"note": "\x1b]0;x\x07", "id": one().id, "m\x1b[2Jood": "\x9b2J"})
    reopened = AnnotationStore.open(path, in_background=False)
    assert not set(repr(reopened.history())) & {"\x1b", "\x07", "\x9b"}
    assert "\\x1b" not in repr(reopened.history())


def test_a_deleted_annotation_is_restored_as_it_last_was_in_one_step(store: AnnotationStore) -> None:
    changed = edited(one(1), note="its last words")
    store.add(one(1), one(2))
    store.replace(changed)
    store.delete(one(1).id, one(2).id)
    assert store.restore(one(1).id, one(2).id) == (changed, one(2))
    assert set(store.all()) == {changed, one(2)}
    assert store.undo() == "Undone: restored 2 annotations"
    assert store.all() == ()


def test_a_deleted_annotation_can_be_restored_after_many_other_changes_and_restarts(
    store: AnnotationStore, path: Path
) -> None:
    store.add(one())
    store.delete(one().id)
    for number in range(2, 40):
        store.add(one(number))
    store.close()
    reopened = AnnotationStore.open(path, in_background=False)
    assert reopened.restore(one().id) == (one(),)


def test_what_is_not_deleted_or_not_known_cannot_be_restored_and_nothing_is(store: AnnotationStore) -> None:
    store.add(one(1), one(2))
    store.delete(one(1).id)
    with pytest.raises(UserError, match="is not deleted"):
        store.restore(one(1).id, one(2).id)
    with pytest.raises(UserError, match="reader history"):
        store.restore(one(1).id, one(3).id)
    assert store.all() == (one(2),)


def test_what_a_script_damaged_before_it_was_deleted_is_told(store: AnnotationStore, path: Path) -> None:
    store.add(one(), one(2))
    store.close()
    with TinyDB(path) as database:
        [first] = database.search(where("id") == one().id)
        database.update({"targets": ["?"]}, doc_ids=[first.doc_id])
    AnnotationStore.open(path, in_background=False).close()
    with TinyDB(path) as database:
        database.remove(where("id") == one().id)
    reopened = AnnotationStore.open(path, in_background=False)
    with pytest.raises(UserError, match="damaged"):
        reopened.restore(one().id)


def test_the_file_tells_which_annotations_were_deleted_until_they_come_back(
    store: AnnotationStore, path: Path
) -> None:
    store.add(one())
    store.delete(one().id)
    store.close()
    with TinyDB(path, access_mode="r") as database:
        assert database.all() == []
        [gone] = database.table("deleted").all()
    assert (gone["id"], gone["updated"]) == (one().id, one().updated)
    assert store.deleted() == {one().id: {one().updated}}
    store.undo()
    assert store.deleted() == {}
    store.redo()
    store.restore(one().id)
    assert store.deleted() == {}
