"""What other programs write, and what they should not have."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import ForeignFileError, ImportedFile

CREATED = "2026-02-03T10:00:00+00:00"
QUOTE = {
    "type": "TextQuoteSelector",
    "exact": "Nobody\u202e was hurt.",
    "prefix": "it fell. ",
    "suffix": " He",
}
PLACE = {"type": "TextPositionSelector", "start": 120, "end": 136}


def read(content: Any) -> ImportedFile:
    return read_annotations(json.dumps(content).encode(), lambda url: f"id of {url}")


def web_annotation(**changes: Any) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://annotations.example/7",
        "type": "Annotation",
        "created": CREATED,
        "creator": "https://people.example/ada",
        "body": [{"type": "TextualBody", "value": "Who says so?"}],
        "target": {"source": "https://news.example/bridge", "selector": QUOTE},
    } | changes


def hypothesis(**changes: Any) -> dict[str, Any]:
    item = {
        "id": "aBcDeFgH12",
        "created": "2026-02-03T10:00:00.123456+00:00",
        "updated": "2026-02-04T10:00:00.123456+00:00",
        "user": "acct:ada@hypothes.is",
        "uri": "https://news.example/bridge",
        "text": "Who says so?",
        "tags": ["toll injured", "Bridge"],
        "document": {"title": ["A bridge\x1b[2J is shut"]},
        "target": [
            {"source": "https://news.example/bridge", "selector": [{"type": "RangeSelector"}, PLACE, QUOTE]}
        ],
    }
    return {"export_date": "2026-02-05", "client_version": "1.1", "annotations": [item | changes]}


def test_a_web_annotation_of_another_program_is_understood() -> None:
    [annotation] = read(web_annotation()).annotations
    [target] = annotation.targets
    assert (annotation.note, annotation.author) == ("Who says so?", "https://people.example/ada")
    assert (target.article.id, target.article.url) == (
        "id of https://news.example/bridge",
        "https://news.example/bridge",
    )
    assert target.quote.exact == "Nobody\ufffd was hurt."
    assert annotation.id[14] == "7"


def test_an_annotation_of_another_program_has_the_same_id_each_time() -> None:
    [once], [twice] = (read(web_annotation()).annotations for _ in range(2))
    [other] = read(web_annotation(id="https://annotations.example/8")).annotations
    assert once == twice
    assert once.id != other.id


def test_an_export_of_hypothesis_is_understood() -> None:
    [annotation] = read(hypothesis()).annotations
    [target] = annotation.targets
    assert (annotation.author, annotation.note, annotation.tags) == (
        "ada",
        "Who says so?",
        ("toll-injured", "Bridge"),
    )
    assert target.article.title == "A bridge␛[2J is shut"
    assert (target.position.start, target.position.end) == (120, 136)
    assert annotation.updated.startswith("2026-02-04")


@pytest.mark.parametrize(
    "content",
    [
        web_annotation(target="https://news.example/bridge"),
        hypothesis(target=[{"source": "https://news.example/bridge"}]),
        hypothesis(target=[], references=["x"]),
    ],
)
def test_what_quotes_no_passage_is_left_out_and_told(content: dict[str, Any]) -> None:
    done = read(content)
    assert done.annotations == ()
    assert len(done.left_out) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (web_annotation(created=3), "its annotation 1 is damaged: “created” is not text"),
        (web_annotation(created="yesterday"), "annotation 1"),
        (web_annotation(target={"selector": QUOTE}), "which page"),
        (web_annotation(target={"source": "x", "selector": [QUOTE, PLACE | {"start": "3"}]}), "whole number"),
        (web_annotation(target={"source": "x", "selector": [QUOTE, PLACE | {"start": -3}]}), "not a place"),
        (
            {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection", "first": "x"},
            "one file",
        ),
        (hypothesis(created="soon"), "annotation 1"),
        (hypothesis(text=["a", 1], tags=3, updated=7), "annotation 1"),
        ({"format": "reader-annotations", "version": 99, "annotations": []}, "newer reader"),
        ({"format": "reader-annotations", "version": 1}, "missing"),
        ({"format": "reader-annotations", "version": 1, "annotations": [{"id": "x"}]}, "annotation 1"),
        ({"_default": {}}, "reader merge"),
        ({"some": "thing"}, "reader imports JSON"),
        ([1, 2], "reader imports JSON"),
    ],
)
def test_what_is_damaged_is_refused_with_the_reason(content: Any, reason: str) -> None:
    with pytest.raises(ForeignFileError, match=reason):
        read(content)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[NaN]",
        b'["\\ud800"]',
        b"[" * 100_000,
        b"\xff\xfe",
        b"annotation,target\n1,2,3\n",
        b"annotation,target\n1,2\n",
        b'annotation,target\n"1,2\n',
    ],
)
def test_bytes_that_are_no_annotations_are_refused(data: bytes) -> None:
    with pytest.raises(ForeignFileError):
        read_annotations(data, lambda url: url)
