from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from annotations.export.differing import differing_words
from annotations.export.markdown import markdown
from annotations.model import Annotation, ArticleReference, Target, new_annotation

GOLDENS = Path(__file__).parent / "goldens"
NOW = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
GAZETTE_TEXT = (
    "The Harbour Bridge was shut at six on Monday evening.\n\n"
    "Twenty-one people were hurt, none of them badly. Half of the $4m repair is paid, and $2m is not."
)
BEACON_TEXT = "The bridge was closed at about six on Monday. 12 people were injured, one badly, he said."
GAZETTE = ArticleReference(
    "url:https://gazette.example/bridge", "ab" * 32, "A bridge | shut", "The Gazette", "2026-02-02",
    "https://gazette.example/bridge?a=b_c&d=*e*",
)  # fmt: skip
BEACON = ArticleReference("file:beacon", "cd" * 32, "Barge hits bridge #1", "Daily Beacon", "2026-02-01")
UNKNOWN = ArticleReference("file:unknown", "ef" * 32, "Leaflet")


def of(article: ArticleReference, text: str, quote: str) -> Target:
    start = text.index(quote)
    return Target.of(article, text, start, start + len(quote))


def numbered(*annotations: Annotation) -> list[Annotation]:
    times = "2026-02-02T10:00:00.000Z"
    return [
        replace(annotation, id=str(UUID(int=0x1234 + number)), created=times, updated=times)
        for number, annotation in enumerate(annotations)
    ]


def a_days_work() -> list[Annotation]:
    shut, hurt, paid = (
        of(GAZETTE, GAZETTE_TEXT, quote)
        for quote in (
            GAZETTE_TEXT[:53],
            "Twenty-one people were hurt, none of them badly.",
            GAZETTE_TEXT[55:],
        )
    )
    injured = of(BEACON, BEACON_TEXT, "12 people were injured, one badly, he said.")
    closed = of(BEACON, BEACON_TEXT, BEACON_TEXT[:45])
    leaflet = of(UNKNOWN, "Mind the gap.", "Mind the gap.")
    return numbered(
        new_annotation(
            [hurt, injured], relation="contradicts", tags=["toll/injured"], colour="pink", note="Ask."
        ),
        new_annotation([shut, closed, leaflet], colour="blue"),
        new_annotation(
            [paid], tags=["money", "2026", "check me"], note="- who pays?\n\n1. the *port*\n# the town"
        ),
        new_annotation([shut], colour="green"),
        new_annotation([of(GAZETTE, GAZETTE_TEXT, "evening.\n\nTwenty-one people")]),
        new_annotation([closed], note="“about”\nand on the next line ^r-000"),
    )


@pytest.mark.parametrize(
    ("name", "annotations"), [("a_days_work", a_days_work()), ("nothing", []), ("one", a_days_work()[3:4])]
)
def test_the_export_is_that_of_the_golden_file(name: str, annotations: list[Annotation]) -> None:
    golden = GOLDENS / f"{name}.md"
    exported = markdown(annotations, now=NOW)
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(exported, encoding="utf-8")
    assert exported == golden.read_text(encoding="utf-8")


def test_the_order_in_which_annotations_come_makes_no_difference() -> None:
    work = a_days_work()
    assert markdown(work, now=NOW) == markdown(work[::-1], now=NOW)


def test_the_front_matter_is_flat_yaml() -> None:
    front = markdown(a_days_work(), now=NOW).split("---\n")[1]
    fields = yaml.safe_load(front)
    assert fields["articles"] == ["Barge hits bridge #1", "A bridge | shut", "Leaflet"]
    assert (fields["highlights"], fields["pairs"]) == (4, 2)
    assert fields["tags"] == ["2026_", "check-me", "money", "toll/injured"]
    assert not any(isinstance(value, dict) for value in fields.values())


def structure(text: str) -> list[str]:
    """What the Markdown makes, without the words in it."""
    parser = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    body = text.split("\n---\n", 1)[1]
    inside = ("text", "softbreak", "strong_open", "strong_close")
    return [
        child.type
        for token in parser.parse(body)
        for child in (token, *(token.children or ()))
        if child.type not in inside
    ]


def hostile(text: str) -> str:
    article = ArticleReference("file:a", "ab" * 32, text, text, text, f"https://example.org/{text}")
    body = text or "x"
    one = Target.of(article, body, 0, len(body))
    other = Target.of(replace(BEACON, title=text, url=text), body, 0, len(body))
    return markdown(
        numbered(
            new_annotation([one], note=text, tags=[text, "plain"]),
            new_annotation([one, other], note=text, tags=[text, "plain"], relation=text),
        ),
        now=NOW,
    )


ATTACKS = [
    "# heading",
    "> quote",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "```\ncode",
    "~~~\ncode",
    "    code",
    "a\n===",
    "a\n---",
    "***",
    "| a | b |\n|---|---|\n| c | d |",
    "[a](javascript:alert(1))",
    "![a](b.png)",
    "[[page]]",
    "![[page]]",
    "<!-- hidden",
    "-->",
    "<script>alert(1)</script>",
    "<https://x.example>",
    "%% hidden %%",
    "==mark==",
    "~~gone~~",
    "*a* _b_ **c** __d__",
    "`code`",
    "a  \nb",
    "a\\\nb",
    "$x$ and $$y$$",
    "[^1]: note",
    "[a]: /url",
    "^id",
    "a ^r-000",
    "#tag",
    "&lt;b&gt; &#35;",
    "\\# \\* \\",
    "---\ntitle: x\n---",
    ": definition",
    "a\tb",
    "مرحبا\u202eabc",
    "👩‍👩‍👧 🏴‍☠️",
    "../../etc/passwd",
    "|",
    "]]",
    "\n\n\n",
    "{{template}}",
    ":::warning\nx\n:::",
    "= a",
    "<a\nb>",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("wrap", ["{}", "before {} after", "one\n{}\ntwo", "**{}**"])
def test_hostile_text_makes_no_structure_that_plain_text_does_not_make(attack: str, wrap: str) -> None:
    assert _kinds(hostile(wrap.format(attack))) <= _kinds(hostile("plain words\n\nin two paragraphs"))


@given(st.text(st.sampled_from("#>-+*_`~[]()!<>|=\\^$%&1.:\n \t a\"'/é"), max_size=40))
def test_no_text_at_all_makes_structure(text: str) -> None:
    assert _kinds(hostile(text)) <= _kinds(hostile("plain words\n\nin two paragraphs"))


def _kinds(text: str) -> set[str]:
    allowed = {"link_open", "link_close"}  # the article's own address, an autolink
    return set(structure(text)) - allowed


@given(st.text(st.sampled_from("#>-+*_`~[]()!<>|=\\^$%&1.:\n a\"'/é"), max_size=40))
def test_what_is_read_is_what_was_written(text: str) -> None:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    exported = hostile(text).split("\n---\n", 1)[1]
    words = [
        "".join(child.content for child in token.children or ())
        for token in parser.parse(exported)
        if token.type == "inline"
    ]
    for line in text.split("\n"):
        assert any(" ".join(line.split()) in word for word in words), (line, words)


def test_an_address_is_a_link_only_where_it_is_one_of_the_web() -> None:
    assert "<https://gazette.example/bridge?a=b_c&d=*e*>" in markdown(a_days_work()[3:4], now=NOW)
    shady = replace(GAZETTE, url="javascript:alert(1)")
    exported = markdown([new_annotation([of(shady, GAZETTE_TEXT, "Half")])], now=NOW)
    assert "link_open" not in structure(exported)


def test_block_ids_stay_the_same_from_export_to_export_and_are_each_annotations_own() -> None:
    work = a_days_work()
    ids = [line for line in markdown(work, now=NOW).split("\n") if line.startswith("^r-")]
    assert len(set(ids)) == len(work)
    assert f"^r-{work[3].id[-12:]}" in markdown(work[3:4], now=NOW)


@pytest.mark.parametrize(
    ("one", "other", "only_in_one", "only_in_other"),
    [
        ("about 12 dead", "about 21 dead", ["12"], ["21"]),
        ("He said: “Half.”", "he said half", [], []),
        ("was closed", "was not closed", [], ["not"]),
        ("all quite different", "nothing the same here", [], []),
    ],
)
def test_words_that_differ_are_found(
    one: str, other: str, only_in_one: list[str], only_in_other: list[str]
) -> None:
    marked = [[word for word, differs in side if differs] for side in differing_words(one, other)]
    assert marked == [only_in_one, only_in_other]


def test_ten_thousand_annotations_are_exported_whole() -> None:
    [annotation] = a_days_work()[3:4]
    many = [replace(annotation, id=str(UUID(int=number))) for number in range(10_000)]
    assert markdown(many, now=NOW).count("\n^r-") == 10_000
