from __future__ import annotations

import re

import pytest

from annotations.documents import DocumentError, article_keys, from_document, to_document
from annotations.model import (
    COLOURS,
    ArticleReference,
    Target,
    clean_tags,
    edited,
    new_annotation,
)
from annotations.odd_values import UNKNOWN_TIME
from annotations.relations import RELATIONS

TEXT = "The bridge was closed on Monday. It opened again on Wednesday."
GAZETTE = ArticleReference("file:gazette", "ab" * 32, "A bridge", source="Gazette")
BEACON = ArticleReference("file:beacon", "cd" * 32, "The bridge")


def target(article: ArticleReference = GAZETTE) -> Target:
    return Target.of(article, TEXT, 4, 10)


def test_a_new_annotation_has_a_uuid_of_version_7_and_a_utc_time_in_milliseconds() -> None:
    made = new_annotation([target()])
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", made.id)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", made.created)
    assert made.updated == made.created
    assert made.colour == COLOURS[0]


def test_ids_of_annotations_made_one_after_another_sort_in_that_order() -> None:
    ids = [new_annotation([target()]).id for _ in range(200)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 200


def test_a_target_keeps_its_words_with_their_context_and_place() -> None:
    made = target()
    assert (made.quote.prefix, made.quote.exact, made.quote.suffix[:11]) == ("The ", "bridge", " was closed")
    assert (made.position.start, made.position.end) == (4, 10)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 3), (3, 2), (0, 1000)])
def test_a_target_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a passage"):
        Target.of(GAZETTE, TEXT, start, end)


def test_targets_in_two_articles_make_a_pair_and_two_in_one_do_not() -> None:
    assert new_annotation([target(), target(BEACON)], relation=RELATIONS[0]).is_pair
    assert not new_annotation([target(), target()]).is_pair


def test_an_annotation_about_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a passage"):
        new_annotation([])


def test_a_colour_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="yellow, green"):
        new_annotation([target()], colour="mauve")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["#oil"], ("oil",)),
        (["topic/oil price "], ("topic/oil-price",)),
        (["/a//b/"], ("a/b",)),
        (["Oil", "gas", "oil"], ("Oil", "gas")),
        (["", " ", "#", "/"], ()),
        (["evil\x1b]52;c;\x07"], ("evil␛]52;c;␇",)),
    ],
)
def test_tags_are_cleaned(given: list[str], kept: tuple[str, ...]) -> None:
    assert clean_tags(given) == kept
    assert clean_tags(kept) == kept


def test_notes_and_relations_are_cleaned_at_the_door() -> None:
    made = new_annotation([target()], note="a\x1b[2J\r\nb", relation=" rather\nlike ")
    assert made.note == "a␛[2J\nb"
    assert made.relation == "rather like"


def test_an_edit_changes_what_it_names_and_when_it_was() -> None:
    made = new_annotation([target()], note="first")
    changed = edited(made, note="second", tags=["#x"])
    assert (changed.id, changed.created, changed.note, changed.tags) == (
        made.id,
        made.created,
        "second",
        ("x",),
    )
    assert changed.updated >= made.updated


def test_an_edit_of_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises(TypeError):
        edited(new_annotation([target()]), colou="blue")


def test_a_colour_of_a_newer_version_survives_an_edit_of_something_else() -> None:
    document = to_document(new_annotation([target()])) | {"colour": "mauve"}
    assert edited(from_document(document), note="x").colour == "mauve"


def test_fields_of_a_newer_version_are_written_back_at_every_level() -> None:
    document = to_document(new_annotation([target()])) | {"mood": {"is": ["new"]}}
    document["targets"][0] |= {"paragraph": 3}
    document["targets"][0]["article"] |= {"edition": "late"}
    assert to_document(from_document(document)) == document


def test_hostile_texts_of_a_document_are_cleaned_on_the_way_in() -> None:
    document = to_document(new_annotation([target()])) | {"note": "\x1b]0;x\x07", "tags": ["#a b"]}
    document["targets"][0]["article"]["title"] = "two\nlines\x9b"
    read = from_document(document)
    assert read.note == "␛]0;x␇"
    assert read.tags == ("a-b",)
    assert read.targets[0].article.title == "two lines�"


@pytest.mark.parametrize(
    "damage",
    [
        {"id": 5},
        {"id": None},
        {"targets": "none"},
        {"targets": [5]},
        {"targets": [{}]},
        {"targets": [{"article": {}, "quote": {}, "position": {}}]},
    ],
)
def test_a_damaged_document_is_refused_and_says_why(damage: dict[str, object]) -> None:
    document = to_document(new_annotation([target()])) | damage
    with pytest.raises(DocumentError, match=r"missing|no |not "):
        from_document(document)


@pytest.mark.parametrize(
    ("name", "odd", "read"),
    [
        ("note", 7, ""),
        ("note", ["a", "b"], ""),
        ("tags", "oil", ("oil",)),
        ("tags", ["oil", 1, None, "gas"], ("oil", "gas")),
        ("tags", {"oil": True}, ()),
        ("colour", False, ""),
        ("author", {"name": "Ada"}, ""),
        ("revisions", 3, ()),
    ],
)
def test_an_odd_value_hides_no_annotation_and_is_written_back(name: str, odd: object, read: object) -> None:
    document = to_document(new_annotation([target()], author="Quill")) | {name: odd}
    annotation = from_document(document)
    assert getattr(annotation, name) == read
    assert annotation.targets == (target(),)
    written = to_document(edited(annotation, relation="repeats"))
    assert all(str(each) in str(written[name]) for each in (odd if isinstance(odd, list) else [odd]))
    assert from_document(written).relation == "repeats"


def test_a_field_that_was_odd_takes_a_new_value() -> None:
    annotation = from_document(to_document(new_annotation([target()])) | {"note": 7})
    assert to_document(edited(annotation, note="seven"))["note"] == "seven"


@pytest.mark.parametrize("created", ["", None, 5])
def test_an_annotation_without_a_time_is_shown(created: object) -> None:
    document = to_document(new_annotation([target()])) | {"created": created, "updated": None}
    assert from_document(document).created == UNKNOWN_TIME


def test_of_several_passages_the_one_that_is_understood_is_read_and_the_others_are_kept() -> None:
    document = to_document(new_annotation([target(), target(BEACON)]))
    document["targets"][0] = {"article": 5}
    annotation = from_document(document)
    assert [each.article for each in annotation.targets] == [BEACON]
    assert {"article": 5} in to_document(edited(annotation, note="x"))["targets"]


@pytest.mark.parametrize("position", [None, 5, {"start": True, "end": 9}, {"start": "4"}, [4, 9]])
def test_a_passage_without_a_position_is_found_by_its_words(position: object) -> None:
    document = to_document(new_annotation([target()]))
    document["targets"][0]["position"] = position
    annotation = from_document(document)
    assert annotation.targets[0].quote == target().quote
    assert to_document(annotation)["targets"][0]["position"] == position


def test_a_document_is_found_by_the_id_and_by_the_checksum_of_each_of_its_articles() -> None:
    document = to_document(new_annotation([target(), target(BEACON)]))
    assert set(article_keys(document)) == {GAZETTE.id, GAZETTE.sha256, BEACON.id, BEACON.sha256}
    assert article_keys({"targets": [{"article": 5}]}) == []


def test_the_surroundings_of_a_passage_are_kept_and_odd_ones_are_written_back() -> None:
    made = new_annotation([target()])
    document = to_document(made)
    assert from_document(document).targets[0].surroundings == made.targets[0].surroundings
    assert made.targets[0].surroundings is not None
    for odd in (7, {}, {"own": 1}, {**document["targets"][0]["surroundings"], "alike": "many"}):
        document["targets"][0]["surroundings"] = odd
        read = from_document(document)
        assert read.targets[0].surroundings is None
        assert to_document(read)["targets"][0]["surroundings"] == odd
