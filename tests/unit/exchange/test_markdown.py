from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from annotations.anchoring.model import State
from annotations.model import Annotation, ArticleReference, Target, new_annotation
from annotations.relations import NO_MATCH
from reader.exchange.export import Export
from reader.exchange.markdown.text import inline, paragraphs, tag
from reader.exchange.markdown.writing import block_id
from reader.exchange.markdown.writing import markdown as markdown_of
from reader.exchange.web_address import with_text_fragment
from reader.matching.model import Detail, Difference, DifferenceKind, Kind, Match, Passage
from reader.notes.anchored_place import AnchoredPlace

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


def markdown(annotations: list[Annotation], *, now: datetime) -> str:
    return markdown_of(Export(annotations), now=now)


def all_that_is_known() -> Export:
    """A day's work, looked up in its articles: one is orphaned, one changed, one a guess."""
    work = a_days_work()
    places: dict[str, list[AnchoredPlace | None]] = {
        work[0].id: [AnchoredPlace(State.OK, (55, 103), 2, 1), AnchoredPlace(State.OK, (46, 89), 1, 2)],
        work[1].id: [
            AnchoredPlace(State.OK, (0, 53), 1, 1),
            AnchoredPlace(State.CHANGED, (0, 45), 1, 1),
            None,
        ],
        work[2].id: [AnchoredPlace(State.REVIEW, (55, 150), 2, 1)],
        work[3].id: [AnchoredPlace(State.ORPHAN)],
    }
    difference = Difference(
        DifferenceKind.NUMBER,
        Passage(GAZETTE.id, 55, 65),
        Passage(BEACON.id, 46, 48),
        ("Twenty-one", "12"),
    )
    a, b = Passage(GAZETTE.id, 55, 103), Passage(BEACON.id, 46, 89)
    match = Match(a, b, Kind.PINNED, 100.0, detail=lambda _: Detail(differences=(difference,)))
    return Export(work, places, {work[0].id: match})


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("a_days_work", Export(a_days_work())),
        ("nothing", Export([])),
        ("one", Export(a_days_work()[3:4])),
        ("all_that_is_known", all_that_is_known()),
    ],
)
def test_the_export_is_that_of_the_golden_file(name: str, work: Export) -> None:
    golden = GOLDENS / f"{name}.md"
    exported = markdown_of(work, now=NOW)
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


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("🔥", "#🔥"),
        ("C", "#C"),
        ("C++", "#C＋＋"),
        ("C#", "#C＃"),
        ("who?", "#who？"),
        ("a/b:c", "#a/b：c"),
        ("*bold*", "#＊bold＊"),
        ("_under_", "#under"),
        ("snake_case", "#snake_case"),
        ("2026", "#2026_"),
        ("money", "#money"),
        ("größe", "#größe"),
        ("天気", "#天気"),
        ("-", ""),
        ("—", ""),
    ],
)
def test_a_tag_keeps_every_sign_or_its_wide_form(name: str, written: str) -> None:
    assert tag(name) == written


def structure(text: str) -> list[str]:
    """What the Markdown makes, without the words in it."""
    parser = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    body = text.split("\n---\n", 1)[1]
    inside = ("text", "softbreak", "strong_open", "strong_close")
    return [
        f"{child.type} {str(child.attrs.get('href', ''))[:20]}"
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
    "{% include x %}",
    "{# comment #}",
    "<% tp.file.title %>",
    "status:: done",
    "[status:: done]",
    "a::b:::c",
    "{{{ x }}} {%%}",
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
    allowed = {"link_open https://example.org/", "link_close "}  # the article's own address
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
    assert not any(kind.startswith("link_open") for kind in structure(exported))


def test_block_ids_stay_the_same_from_export_to_export_and_are_each_annotations_own() -> None:
    work = a_days_work()
    ids = [line for line in markdown(work, now=NOW).split("\n") if line.startswith("^r-")]
    assert len(set(ids)) == len(work)
    assert f"^{block_id(work[3])}" in ids
    assert f"^{block_id(work[3])}" in markdown(work[3:4], now=NOW)


def test_what_differs_comes_before_what_does_not() -> None:
    exported = markdown_of(all_that_is_known(), now=NOW)
    headings = [line for line in exported.split("\n") if line.startswith("## ")]
    assert headings == [
        "## Differences",
        "## Matches",
        "## A. Barge hits bridge \\#1",
        "## B. A bridge \\| shut",
        "## Orphans",
    ]


def test_a_pair_by_which_the_user_denies_a_match_is_listed_as_such() -> None:
    pair, *others = a_days_work()
    exported = markdown_of(Export([replace(pair, relation=NO_MATCH), *others]), now=NOW)
    assert f"^{block_id(pair)}" in exported.split("## No matches\n")[1].split("\n## ")[0]
    assert "## Differences" not in exported


@pytest.mark.parametrize(
    ("url", "passage", "linked"),
    [
        ("https://a.example/x", "well-kept, and so", "https://a.example/x#:~:text=well%2Dkept%2C%20and%20so"),
        ("https://a.example/x#top", "a", "https://a.example/x#top:~:text=a"),
        (
            "https://a.example/x",
            "One two three four five six.\n\nSeven eight nine ten eleven twelve.",
            "https://a.example/x#:~:text=One%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve.",
        ),
        ("", "a", ""),
    ],
)
def test_a_link_leads_to_the_very_words(url: str, passage: str, linked: str) -> None:
    assert with_text_fragment(url, passage) == linked


def test_ten_thousand_annotations_are_exported_whole() -> None:
    [annotation] = a_days_work()[3:4]
    many = [replace(annotation, id=str(UUID(int=number))) for number in range(10_000)]
    assert markdown(many, now=NOW).count("\n^r-") == 10_000


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "{{{ x }}}",
        "{% raw %}",
        "{%- x -%}",
        "{# x #}",
        "<% x %>",
        "<%% x",
        "key:: value",
        "(k:: v)",
        "a:::: b",
    ],
)
def test_nothing_that_plugins_and_site_generators_carry_out_stays_together(text: str) -> None:
    for written in (inline(text), paragraphs(text)):
        assert not re.search("[{][{%#]|<%|::", written)


@pytest.mark.parametrize("text", ["at 10:30", "a: b", "{x}", "5 % of it", "f(x) = {1, 2}"])
def test_ordinary_colons_and_braces_stay_as_they_are(text: str) -> None:
    assert inline(text) == text
