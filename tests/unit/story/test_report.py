"""The report of a story, in each format: all is said, nothing runs, nothing is wider than the terminal."""

from __future__ import annotations

import re

import pytest
from lxml import html
from markdown_it import MarkdownIt
from rich.cells import cell_len

from reader.story.model import Story
from reader.story.report.blocks import Block, Table, cell_text
from reader.story.report.compose import compose
from reader.story.report.html import as_html
from reader.story.report.markdown import as_markdown
from reader.story.report.text import WIDTH, as_text
from tests.unit.story.made import article, sample, story_of

BRIDGE, COALITION = "harbour-bridge", "coalition-2015"

HOSTILE = 'The *mayor* | <script>alert("1")</script> [paid](http://x) 7 of 30 **dockers** `at once` 林林林.'


def hostile() -> Story:
    others = [f"{HOSTILE} It was {when}." for when in ("Monday", "late", "a surprise")]
    names = ["<b>Bold</b> | \x1b[31mHerald", "_Gazette_ " + "X" * 200, "林" * 60]
    return story_of(*(article(name, text) for name, text in zip(names, others, strict=True)))


def story_of_many(count: int) -> Story:
    line = "Divers found the keel of the ferry on the bed of the estuary late on Sunday evening."
    return story_of(
        *(article(f"The Outlet of Town {n}", line, f"A word of {n} alone.") for n in range(count))
    )


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "story", [sample(BRIDGE), sample(COALITION), hostile(), story_of_many(12), story_of_many(13)]
)
def test_text_is_never_wider_than_a_terminal_of_eighty_columns(story: Story) -> None:
    lines = as_text(compose(story, brief=True)).split("\n")
    assert max(map(cell_len, lines)) <= WIDTH
    assert not any(line != line.rstrip() for line in lines)


def test_text_keeps_every_word_of_its_cells() -> None:
    blocks = compose(sample(BRIDGE), brief=True)
    words = re.findall(r"\w+", as_text(blocks))
    for table in tables(blocks):
        for row in table.rows:
            for cell in row:
                assert isinstance(cell, float) or set(re.findall(r"\w+", cell_text(cell))) <= set(words)


def test_a_terminal_is_told_what_it_is_not_shown() -> None:
    text = as_text(compose(sample(BRIDGE), brief=True))
    assert "… and 8 more (--markdown shows all)" in text
    assert "--markdown" not in as_markdown(compose(sample(BRIDGE)))


def test_many_articles_are_told_in_a_terminal_by_those_that_say_most_of_each() -> None:
    brief, whole = compose(story_of_many(13), brief=True), compose(story_of_many(13))
    assert any("articles with the largest share of it" in table.columns for table in tables(brief))
    assert any(len(table.columns) == 14 for table in tables(whole))


def test_articles_of_one_outlet_are_numbered() -> None:
    text = as_text(compose(story_of(*(article("Herald", f"Sentence {n}.") for n in "abc"))))
    assert all(f"Herald ({n})" in text for n in (1, 2, 3))


def test_a_story_without_a_cluster_says_so() -> None:
    story = story_of(
        article("A", "Tomatoes ripened."), article("B", "Violins were tuned."), article("C", "Snow.")
    )
    assert "No passage of one article matches" in as_text(compose(story))


@pytest.mark.parametrize("write", [as_text, as_markdown, as_html])
def test_no_escape_sequence_comes_through(write: object) -> None:
    assert callable(write)
    assert "\x1b" not in write(compose(hostile()))


def test_markdown_shows_foreign_text_as_it_is() -> None:
    rendered = MarkdownIt("commonmark").enable("table").render(as_markdown(compose(hostile())))
    page = html.fromstring(f"<div>{rendered}</div>")
    assert not page.xpath("//script | //b | //strong | //em | //code | //a")
    assert HOSTILE in " ".join(page.text_content().split())
    assert {len(row) for table in page.xpath("//table") for row in table.xpath(".//tr")} <= {2, 3, 4, 6}


def test_html_shows_foreign_text_as_it_is() -> None:
    page = html.document_fromstring(as_html(compose(hostile())))
    assert not page.xpath("//script | //b | //a | //@src | //@href | //@onclick")
    assert HOSTILE in page.text_content()


def test_html_may_load_and_run_nothing() -> None:
    page = html.document_fromstring(as_html(compose(hostile())))
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert page.xpath("//script") == []


def test_html_shades_the_matrix() -> None:
    page = html.document_fromstring(as_html(compose(sample(BRIDGE))))
    cells = page.xpath("(//table)[2]//td[@class='share']")
    assert len(cells) == 12
    by_share = sorted(
        (float(cell.get("style").removeprefix("--share: ")), int(cell.text.rstrip("%"))) for cell in cells
    )
    assert [share for _, share in by_share] == sorted(share for _, share in by_share)


def test_a_copy_names_whose_words_it_has_where_others_say_it_in_their_own() -> None:
    line = "Divers from the port found the keel of the ferry on the bed of the estuary late on Sunday"
    own = "The keel of the ferry was found by divers on the bed of the estuary."
    story = story_of(article("A", f"{line} evening."), article("B", f"{line}."), article("C", own))
    words = " ".join(as_text(compose(story)).split())
    assert "2 independent accounts" in words
    assert "same text as A" in words
    assert "same text as B" in words


def test_of_copies_alone_it_is_said_once() -> None:
    line = "Divers found the keel of the ferry on the bed of the estuary late on Sunday evening."
    words = as_text(compose(story_of(*(article(name, line) for name in "ABC"))))
    assert "all from one account" in words
    assert "same text" not in words


def bridge_text() -> str:
    return " ".join(as_text(compose(sample(BRIDGE), brief=True)).split())


def test_where_those_who_tell_it_differ_it_is_said_below_what_they_tell_and_what_is_left_out() -> None:
    reported, omitted = bridge_text().split("Omitted by a few articles")
    not_cleared = "barge had not been cleared to (Merrowick & Coast Gazette, Span & Lock)"
    cleared = "had been cleared to pass under (Halyard News Agency)"
    for part in reported.split("Passages in several articles")[1], omitted:
        assert f"≠ whether “The barge had been cleared …”: {not_cleared} / {cleared}" in part
    assert "≠ injured: 12 (Halyard News Agency), a dozen (Daily Beacon) / 21" in reported


def test_a_fact_of_which_no_word_beside_it_tells_says_what_the_tellings_say() -> None:
    about = {fact.about for fact in sample(BRIDGE).facts}
    assert "speaker of “We heard it before we …”" in about
    assert "certainty of “The bridge will reopen to …”" in about


def test_each_section_says_what_its_words_do_not_mean() -> None:
    text = bridge_text()
    for hedge in (
        "“≠” marks a difference. It does not say which article is right.",
        "they may still share a source.",
        "they may say it in other words.",
        "Only in these words: other articles may say it differently.",
    ):
        assert hedge in text


def test_what_moved_is_told_in_the_words_of_the_article_that_it_leads() -> None:
    [moved] = [table for table in tables(compose(sample(COALITION))) if "early in" in table.columns]
    assert moved.rows[1][0] == "Halyard News Agency 8%"
    assert str(moved.rows[1][2]).startswith("Nearly 2,000 airstrikes")


def test_the_articles_have_the_numbers_of_the_columns_of_the_matrix() -> None:
    articles, overlap, *_ = tables(compose(sample(BRIDGE)))
    assert tuple(row[0] for row in articles.rows) == overlap.columns[1:]


def linked() -> Story:
    good, bad = 'https://example.org/a|b?c="d"&e', "javascript:alert(1)"
    urls = {"A | B": good, "[C](x)": bad, "D": ""}
    return story_of(*(article(name, f"All say {name}.", url=url) for name, url in urls.items()))


def test_html_links_a_title_to_its_page_if_that_is_on_the_web() -> None:
    page = html.document_fromstring(as_html(compose(linked())))
    [link] = page.xpath("//a")
    assert link.get("href") == 'https://example.org/a|b?c="d"&e'
    assert (link.get("rel"), link.text) == ("noopener noreferrer", "As A | B tells it")


def test_markdown_links_a_title_to_its_page_if_that_is_on_the_web() -> None:
    rendered = MarkdownIt("commonmark").enable("table").render(as_markdown(compose(linked())))
    [link] = html.fromstring(f"<div>{rendered}</div>").xpath("//a")
    assert link.get("href") == "https://example.org/a%7Cb?c=%22d%22&e"
    assert link.text_content() == "As A | B tells it"


def test_html_keeps_a_date_on_one_line_and_rules_off_each_fact() -> None:
    page = html.document_fromstring(as_html(compose(sample(BRIDGE))))
    assert "2025-03-11" in page.xpath("//time/text()")
    [injured] = page.xpath("//h2[starts-with(text(), 'Differences: casualties')]/following::tbody[1]")
    assert [row.get("class") for row in injured.xpath(".//tr")] == [None, "more", "more", "more"]
