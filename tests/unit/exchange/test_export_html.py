from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from annotations.anchoring.model import State
from annotations.model import Annotation, ArticleReference, Target, new_annotation
from reader.articles.model import Article, Paragraph, Role
from reader.articles.sentence_list import SentenceList
from reader.exchange.export import Export
from reader.exchange.html.report import html_report
from reader.matching.model import Detail, Difference, DifferenceKind, Kind, Match, Passage
from reader.notes.anchored_place import AnchoredPlace
from tests.unit.exchange.test_markdown import (
    ATTACKS,
    BEACON,
    BEACON_TEXT,
    GAZETTE,
    GAZETTE_TEXT,
    UNKNOWN,
    numbered,
)

SCRIPTS = [
    "<script>document.title='pwned'</script>",
    "</script><script>document.title='pwned'</script>",
    "</style><script>document.title='pwned'</script>",
    "<img src=x onerror=\"document.title='pwned'\">",
    '" onmouseover="document.title=\'pwned\'" x="',
    "' autofocus onfocus='document.title=1",
    "javascript:document.title='pwned'",
    "<iframe src=//evil.example>",
    "<!-- ",
    "]]>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "&lt;script&gt;",
]


def article_of(article: ArticleReference, text: str) -> Article:
    spans = [found.span() for found in re.finditer(r"[^\n]+", text)]
    roles = [Role.BOILERPLATE if number == 1 else Role.BODY for number, _ in enumerate(spans)]
    paragraphs = tuple(Paragraph(*span, role) for span, role in zip(spans, roles, strict=True))
    sentences = SentenceList(text, paragraphs, "en")
    about = {name: getattr(article, name) for name in ("id", "sha256", "title", "source", "date", "url")}
    return Article(text=text, paragraphs=paragraphs, sentences=sentences, **about)


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def passage(article: ArticleReference, text: str, words: str) -> Passage:
    return Passage(article.id, *at(text, words))


def highlight(article: ArticleReference, text: str, words: str, **what: str) -> Annotation:
    return new_annotation([Target.of(article, text, *at(text, words))], **what)


HURT, INJURED = "Twenty-one people were hurt", "12 people were injured"


def bridge() -> Export:
    """Two articles with a match that differs; a highlight across two sentences; a pair; a lost highlight."""
    pair = new_annotation(
        [
            Target.of(GAZETTE, GAZETTE_TEXT, *at(GAZETTE_TEXT, "shut at six")),
            Target.of(BEACON, BEACON_TEXT, *at(BEACON_TEXT, "closed at about six")),
        ],
        relation="softens",
        tags=["time"],
    )
    across = highlight(GAZETTE, GAZETTE_TEXT, "none of them badly. Half of the", note="One.\n\nTwo.")
    lost = highlight(UNKNOWN, "Mind the gap.", "Mind the gap.")
    work = numbered(pair, replace(across, tags=("toll/hurt",), colour="pink"), lost)
    places = {
        work[0].id: [
            AnchoredPlace(State.OK, at(GAZETTE_TEXT, "shut at six"), 1, 1),
            AnchoredPlace(State.REVIEW, at(BEACON_TEXT, "closed at about six"), 1, 1),
        ],
        work[1].id: [AnchoredPlace(State.OK, at(GAZETTE_TEXT, "none of them badly. Half of the"), 2, 1)],
        work[2].id: [None],
    }
    difference = Difference(
        DifferenceKind.NUMBER,
        passage(GAZETTE, GAZETTE_TEXT, "Twenty-one"),
        passage(BEACON, BEACON_TEXT, "12"),
        ("Twenty-one", "12"),
    )
    match = Match(
        passage(GAZETTE, GAZETTE_TEXT, HURT),
        passage(BEACON, BEACON_TEXT, INJURED),
        Kind.SAME_FACT,
        71.4,
        detail=lambda _: Detail(differences=(difference,)),
    )
    return Export(
        work,
        places,
        matches=[match],
        articles=[article_of(GAZETTE, GAZETTE_TEXT), article_of(BEACON, BEACON_TEXT)],
        made={"reader": "1.2", "threshold": "56"},
    )


def page(work: Export) -> HtmlElement:
    return html.document_fromstring(html_report(work))


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def sentence(found: HtmlElement, beginning: str) -> HtmlElement:
    [one] = [each for each in found.cssselect(".sentence") if each.text_content().startswith(beginning)]
    return one


def article_text(column: HtmlElement) -> list[str]:
    return [paragraph.text_content().replace("≠", "") for paragraph in column.cssselect(".row > p")]


def test_every_character_of_the_articles_is_in_the_report() -> None:
    first, second = page(bridge()).cssselect("article")
    assert article_text(first) == GAZETTE_TEXT.split("\n\n")
    assert article_text(second) == [BEACON_TEXT]


def test_a_sentence_that_matches_leads_to_its_counterpart() -> None:
    found = page(bridge())
    here, there = sentence(found, "Twenty-one people"), sentence(found, "12 people")
    assert (here.get("href"), there.get("href")) == (f"#{there.get('id')}", f"#{here.get('id')}")
    assert set(here.get("data-links").split()) & set(there.get("data-links").split())


def test_what_differs_is_flagged_in_both_articles_and_said_in_the_list() -> None:
    found = page(bridge())
    assert [words(mark) for mark in found.cssselect(".differing")] == ["Twenty-one", "12"]
    assert "≠" in sentence(found, "Twenty-one people").text_content()
    assert "the number differs" in words(found.cssselect("tr[data-differs]")[0])


def test_an_annotation_stands_in_the_margin_beside_its_coloured_words() -> None:
    found = page(bridge())
    coloured = found.cssselect("span.pink")
    assert " ".join(words(mark) for mark in coloured) == "none of them badly. Half of the"
    [note] = [each for each in found.cssselect(".margin .note") if "One." in each.text_content()]
    assert {mark.get("data-notes") for mark in coloured} == {note.get("data-notes")}
    assert note.get("data-tags") == "toll/hurt"
    assert [words(paragraph) for paragraph in note.cssselect("p")] == ["One.", "Two.", "#toll/hurt"]


def test_a_pair_stands_in_both_margins_and_each_leads_to_the_other() -> None:
    found = page(bridge())
    notes = [note for note in found.cssselect(".margin .note") if "softens" in note.text_content()]
    assert [note.cssselect("a")[0].text for note in notes] == ["B", "A"]
    assert [len(found.cssselect(note.cssselect("a")[0].get("href"))) for note in notes] == [1, 1]
    assert "found by a guess" in words(notes[1])


def test_an_annotation_whose_article_is_not_there_is_quoted_apart() -> None:
    [note] = page(bridge()).cssselect("section.list .note")
    assert "Mind the gap." in words(note)


def test_ids_are_each_elements_own_and_every_link_leads_somewhere() -> None:
    found = page(bridge())
    ids = [element.get("id") for element in found.cssselect("[id]")]
    assert len(set(ids)) == len(ids)
    links = [link.get("href") for link in found.cssselect("a[href]")]
    assert all(link[1:] in ids for link in links if link.startswith("#"))
    assert {link for link in links if not link.startswith("#")} == {GAZETTE.url}


def test_how_it_was_made_stands_in_it() -> None:
    assert words(page(bridge()).cssselect("header .facts")[0]) == "reader 1.2 · threshold 56"


def hostile(text: str) -> Export:
    article = replace(GAZETTE, title=text, source=text, date=text, url=text)
    body = f"{text} is what it says.\nAnd more."
    span = (0, len(body))
    places = [AnchoredPlace(State.OK, span, 1, 1)]
    one = new_annotation(
        [Target.of(article, body, *span)], tags=[text], note=text, relation=text, author=text
    )
    match = Match(Passage(article.id, *span), Passage(article.id, *span), text, 50.0)
    articles = [article_of(article, body)]
    return Export([one], {one.id: places}, matches=[match], articles=articles, made={text: text})


def shape(work: Export) -> list[tuple[str, tuple[str, ...]]]:
    """The elements with the names of their attributes."""
    return [
        (element.tag, tuple(sorted(element.attrib)))
        for element in page(work).iter()
        if isinstance(element.tag, str)
    ]


@pytest.mark.parametrize("attack", [*SCRIPTS, *ATTACKS])
def test_hostile_text_makes_no_element_and_no_attribute(attack: str) -> None:
    assert set(shape(hostile(attack))) <= set(shape(hostile("plain words"))) | set(shape(hostile("")))


@settings(max_examples=50)
@given(st.text(st.sampled_from("<>&\"'`=/{}%#-! ascriptonload:()\n"), max_size=30))
def test_no_text_at_all_makes_an_element(text: str) -> None:
    assert {tag for tag, _ in shape(hostile(text))} <= {tag for tag, _ in shape(hostile("plain words"))}


def test_its_policy_lets_nothing_in_but_its_own_script_and_style() -> None:
    found = page(bridge())
    [policy] = found.cssselect('meta[http-equiv="Content-Security-Policy"]')
    assert policy.get("content").startswith("default-src 'none';")
    assert "unsafe" not in policy.get("content")
    for name, directive in (("script", "script-src"), ("style", "style-src")):
        [element] = found.cssselect(name)
        checksum = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{checksum}'" in policy.get("content")
    assert not found.cssselect("[src], link[href], [style], object, iframe")


ARABIC = "أغلق المجلس الجسر القديم.\n\nقال Arden إن 12 عاملا جرحوا.\n\nNobody else was hurt.\n"
HEBREW = "הגשר הישן נסגר ביום שני.\n\nאיש לא נפגע."


def report_of(text: str, language: str) -> HtmlElement:
    article = replace(article_of(replace(GAZETTE, title="عنوان"), text), language=language)
    return html.document_fromstring(html_report(Export([], articles=[article])))


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "ar"), (HEBREW, "he")])
def test_an_article_written_from_right_to_left_says_so_with_its_language(text: str, language: str) -> None:
    found = report_of(text, language)
    [article] = found.cssselect("article")
    assert (article.get("lang"), article.get("dir")) == (language, "rtl")
    assert article.cssselect(".row > p")[0].get("dir") == "rtl"
    assert article.cssselect("h2 bdi")[0].text == "عنوان"
    assert found.get("lang") == "en"
    assert found.get("dir") is None


def test_a_paragraph_in_another_direction_than_its_article_says_so() -> None:
    directions = [each.get("dir") for each in report_of(ARABIC, "ar").cssselect(".row > p")]
    assert directions == ["rtl", "rtl", "ltr"]
    quoted = report_of("The mayor spoke.\n\nלא עוד, אמר ראש העיר.\n\nHe said “לא”.", "en")
    assert [each.get("dir") for each in quoted.cssselect(".row > p")] == [None, "rtl", None]
    assert quoted.cssselect("article")[0].get("dir") is None


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def shown(work: Export, folder: Path, fragment: str = "") -> HtmlElement:
    """The report as a browser has it once its script has run."""
    path = folder / "report.html"
    path.write_text(html_report(work), encoding="utf-8")
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
        "--window-size=1400,900", "--virtual-time-budget=2000", "--dump-dom", f"file://{quote(str(path))}{fragment}",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return html.document_fromstring(done.stdout)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_in_a_browser_matches_are_joined_by_curves_and_what_is_pointed_at_is_lit(tmp_path: Path) -> None:
    found = shown(bridge(), tmp_path, "#B-2")
    assert len(found.cssselect("svg.links path")) == 2
    assert {words(lit) for lit in found.cssselect("a.lit")} == {
        "12 people were injured, one badly, he said.≠",
        "Twenty-one people were hurt, none of them badly.≠",
    }
    assert found.cssselect("form.filters:not([hidden])")
    assert found.cssselect("title")[0].text == "Annotations"


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
def test_in_a_browser_a_hostile_article_runs_no_script(tmp_path: Path) -> None:
    found = shown(hostile("".join(SCRIPTS)), tmp_path)
    assert found.cssselect("title")[0].text == "Annotations"
    assert not found.cssselect("iframe, img")
