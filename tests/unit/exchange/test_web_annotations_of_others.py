"""Web Annotations and Hypothesis in all forms that their models allow."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotations.model import Annotation
from reader.exchange.import_formats import read_annotations
from reader.exchange.imported_file import UNKNOWN_TIME, ForeignFileError, ImportedFile
from reader.exchange.web_address import percent_encoded
from tests.unit.exchange.test_import_foreign import QUOTE, hypothesis, web_annotation

WORDS = "Nobody\ufffd was hurt."
PAGE = "https://news.example/bridge"


def read(content: Any) -> ImportedFile:
    return read_annotations(json.dumps(content).encode(), lambda url: f"id of {url}")


def only(content: Any) -> Annotation:
    done = read(content)
    [annotation] = done.annotations
    assert [target.quote.exact for target in annotation.targets] == [WORDS]
    return annotation


def without(content: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != name}


@pytest.mark.parametrize(
    "context",
    [
        "http://www.w3.org/ns/anno.jsonld",
        "https://www.w3.org/ns/anno.jsonld",
        ["https://www.w3.org/ns/anno.jsonld"],
        ["http://example.org/other", "http://www.w3.org/ns/anno.jsonld", {"own": "urn:own:"}],
    ],
)
def test_the_context_may_be_in_any_place_and_scheme(context: Any) -> None:
    only(web_annotation(**{"@context": context}))


@pytest.mark.parametrize("kind", ["Annotation", ["Annotation"], ["Annotation", "own:Remark"]])
def test_an_annotation_may_have_several_types(kind: Any) -> None:
    only(web_annotation(type=kind))


def test_a_time_of_creation_is_not_needed_and_the_id_stays_the_same() -> None:
    content = without(web_annotation(), "created")
    assert only(content).created == UNKNOWN_TIME
    assert only(content).id == only(content).id
    assert only(content | {"modified": "2026-02-04T00:00:00Z"}).created == "2026-02-04T00:00:00Z"
    assert only(web_annotation(created="2026-02-03")).created == "2026-02-03"


def test_an_id_is_not_needed_and_two_annotations_without_one_are_two() -> None:
    other = {**QUOTE, "exact": "It fell."}
    items = [
        without(web_annotation(), "id"),
        without(web_annotation(target={"source": PAGE, "selector": other}), "id"),
    ]
    assert len({each.id for each in read(items).annotations}) == 2


def test_two_annotations_of_one_id_that_say_different_things_both_stay() -> None:
    items = [web_annotation(), web_annotation(), web_annotation(body={"value": "Why?"})]
    done = read(items)
    assert sorted(each.note for each in done.annotations) == ["Who says so?", "Why?"]
    assert read(items) == done


@pytest.mark.parametrize(
    ("body", "note", "tags", "relation"),
    [
        ("https://notes.example/1", "https://notes.example/1", (), ""),
        ({"id": "https://notes.example/1", "format": "audio/mpeg"}, "https://notes.example/1", (), ""),
        ({"type": "TextualBody", "value": "Ask."}, "Ask.", (), ""),
        ({"type": ["TextualBody"], "value": ["Ask."], "purpose": ["describing"]}, "Ask.", (), ""),
        ({"value": "fire", "purpose": ["tagging", "classifying"]}, "", ("fire",), ""),
        ({"value": "fire", "purpose": ["linking", "tagging"]}, "", ("fire",), ""),
        ({"value": "contradicts", "purpose": "classifying"}, "", (), "contradicts"),
        ({"value": {"@value": "Ask.", "@language": "en"}}, "Ask.", (), ""),
        ({"source": "https://place.example/1", "purpose": "tagging"}, "", ("https:/place.example/1",), ""),
        ([{"value": "One."}, {"value": "Two.", "purpose": "replying"}], "One.\n\nTwo.", (), ""),
        ({"type": "Choice", "items": [{"value": "One."}, {"value": "Zwei."}]}, "One.\n\nZwei.", (), ""),
        ({"type": "TextualBody"}, "", (), ""),
        ([], "", (), ""),
    ],
)
def test_a_body_becomes_a_note_tags_or_a_relation(
    body: Any, note: str, tags: tuple[str, ...], relation: str
) -> None:
    annotation = only(web_annotation(body=body))
    assert (annotation.note, annotation.tags, annotation.relation) == (note, tags, relation)


def test_the_value_of_a_body_may_be_given_without_a_body() -> None:
    assert only(without(web_annotation(), "body") | {"bodyValue": "Ask."}).note == "Ask."


def test_the_motivation_says_what_bodies_without_a_purpose_are() -> None:
    tagged = web_annotation(motivation=["tagging"], body={"value": "fire"})
    assert (only(tagged).tags, only(tagged).note) == (("fire",), "")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Who <b>counted</b>?</p>", "Who counted?"),
        ("<p>One.</p><p>Two<br>lines.</p>", "One.\nTwo\nlines."),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("Ask.<script>alert(1)</script><style>p {}</style> Now.", "Ask. Now."),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("plain", "plain"),
        ("", ""),
        ("<p>" * 5_000 + "deep", "deep"),
    ],
)
def test_html_becomes_the_text_that_it_shows(html: str, words: str) -> None:
    body = {"type": "TextualBody", "value": html, "format": "text/html; charset=utf-8"}
    assert only(web_annotation(body=body)).note == words


def test_plain_text_that_looks_like_html_stays_as_it_is() -> None:
    body = {"type": "TextualBody", "value": "<p>5 < 6</p>", "format": "text/plain"}
    assert only(web_annotation(body=body)).note == "<p>5 < 6</p>"


@pytest.mark.parametrize(
    "creator",
    [
        {"id": "https://people.example/ada", "type": "Person", "name": ["Ada", "A. L."]},
        [{"name": "Ada"}],
        {"nickname": "Ada"},
        "Ada",
    ],
)
def test_a_creator_may_have_several_names(creator: Any) -> None:
    assert only(web_annotation(creator=creator)).author == "Ada"


@pytest.mark.parametrize(
    "target",
    [
        {"source": PAGE, "selector": QUOTE},
        {"source": {"id": PAGE, "type": "Text"}, "selector": [QUOTE]},
        {"id": PAGE, "selector": QUOTE},
        [{"source": PAGE, "selector": {"type": ["TextQuoteSelector"], **without(QUOTE, "type")}}],
        {"source": PAGE, "selector": {"type": "FragmentSelector", "value": "p3", "refinedBy": QUOTE}},
        {
            "source": PAGE,
            "selector": {
                "type": "CssSelector",
                "refinedBy": {"type": "XPathSelector", "value": "/p", "refinedBy": [QUOTE]},
            },
        },
        {"source": PAGE, "selector": {"type": "Choice", "items": [{"type": "SvgSelector"}, QUOTE]}},
        {"type": "Composite", "items": [{"source": PAGE, "selector": QUOTE}]},
        {"source": PAGE, "selector": QUOTE, "styleClass": ["own", "green"], "state": {"type": "TimeState"}},
    ],
)
def test_a_quote_is_found_in_any_form_of_target(target: Any) -> None:
    assert only(web_annotation(target=target)).targets[0].article.url == PAGE


@pytest.mark.parametrize(
    "target",
    [
        PAGE,
        {"id": PAGE, "type": "Image"},
        {"source": PAGE},
        {"source": PAGE, "selector": "https://news.example/selector"},
        {"source": PAGE, "selector": {"type": "TextPositionSelector", "start": 1, "end": 5}},
        {"source": PAGE, "selector": {"type": "RangeSelector", "startSelector": {"type": "XPathSelector"}}},
        {"source": PAGE, "selector": {"type": "SvgSelector", "value": "<svg/>"}},
        {"source": PAGE, "state": {"type": "TimeState", "refinedBy": {"type": "HttpRequestState"}}},
    ],
)
def test_a_target_that_quotes_no_passage_is_left_out_with_its_page(target: Any) -> None:
    done = read(web_annotation(target=target))
    assert done.annotations == ()
    assert done.left_out == (f"annotation 1 (on {PAGE}): it quotes no passage, so it cannot be found again",)


def test_groups_of_pages_are_left_out_with_their_pages() -> None:
    group = {"type": "List", "items": ["https://a.example/", {"id": "https://b.example/"}]}
    [line] = read(web_annotation(target=group)).left_out
    assert "https://a.example/, https://b.example/" in line


def test_a_target_without_a_quote_beside_one_with_a_quote_is_reported() -> None:
    done = read(web_annotation(target=[{"source": PAGE, "selector": QUOTE}, "https://other.example/"]))
    assert len(done.annotations[0].targets) == 1
    assert done.left_out == ("annotation 1: 1 target that quotes no passage",)


def test_a_damaged_annotation_is_named_and_keeps_no_other_out() -> None:
    bad = [web_annotation(created="soon"), web_annotation(target=7), 7, web_annotation(body=[7])]
    done = read(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "AnnotationPage",
            "items": [*bad, web_annotation()],
        }
    )
    assert len(done.annotations) == 1
    assert [line.partition(":")[0] for line in done.left_out] == [
        "annotation 1 is damaged",
        "annotation 3 is damaged",
        "annotation 4 is damaged",
        "annotation 2 (on 7)",
    ]


def test_the_rest_of_a_collection_in_other_files_is_reported() -> None:
    page = {
        "type": "AnnotationPage",
        "items": [web_annotation(), "https://a.example/2"],
        "next": "https://a.example/p2",
    }
    done = read(
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection", "first": page}
    )
    assert len(done.annotations) == 1
    assert done.left_out == (
        "further pages: they are in another file; import it too",
        "annotation 2: it is in another file, https://a.example/2",
    )


@pytest.mark.parametrize("first", ["https://a.example/p1", None, [], {"type": "AnnotationPage"}])
def test_a_collection_of_addresses_alone_is_refused(first: Any) -> None:
    with pytest.raises(ForeignFileError, match="in another file"):
        read({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection", "first": first})


# Hypothesis


def as_api(item: dict[str, Any]) -> Any:
    return {"total": 1, "rows": [item]}


def as_list(item: dict[str, Any]) -> Any:
    return [item]


def as_one(item: dict[str, Any]) -> Any:
    return item


@pytest.mark.parametrize("form", [as_api, as_list, as_one])
def test_an_answer_of_the_api_is_the_same_as_an_export(form: Any) -> None:
    [item] = hypothesis()["annotations"]
    assert read(form(item)) == read(hypothesis())


def test_one_damaged_annotation_of_hypothesis_is_named_and_keeps_no_other_out() -> None:
    content = hypothesis()
    content["annotations"].append(content["annotations"][0] | {"id": "x", "created": "soon"})
    done = read(content)
    assert len(done.annotations) == 1
    assert done.left_out[0].startswith("annotation 2 is damaged")


@pytest.mark.parametrize(
    "content", [{"rows": []}, {"total": 0, "rows": [{"a": 1}]}, [{"uri": "x"}], [[]], [], 7, "x"]
)
def test_other_json_is_not_taken_for_hypothesis(content: Any) -> None:
    with pytest.raises(ForeignFileError, match="unknown import format"):
        read(content)


@pytest.mark.parametrize(
    ("url", "encoded"),
    [
        ("https://a.example/x?y=1&z=%20#f", "https://a.example/x?y=1&z=%20#f"),
        ("https://a.example/<b>|{c}", "https://a.example/%3Cb%3E%7C%7Bc%7D"),
        ('https://a.example/a b"c', "https://a.example/a%20b%22c"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/größe", "https://a.example/gr%C3%B6%C3%9Fe"),
        ("https://größe.example/[x]", "https://größe.example/%5Bx%5D"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
    ],
)
def test_an_address_is_encoded_where_it_has_to_be(url: str, encoded: str) -> None:
    assert percent_encoded(url) == encoded
    assert percent_encoded(encoded) == encoded
