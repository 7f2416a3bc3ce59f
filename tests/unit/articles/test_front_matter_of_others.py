"""Front matter as people and clippers write it, and as an attacker does."""

from __future__ import annotations

import pytest

from reader.articles.errors import ArticleError
from reader.articles.model import Article
from reader.articles.parsing import article_of

TEXT = "The lighthouse was dark all night, two fishermen said on Friday."


def _article(*lines: str) -> Article:
    return article_of("\n".join(["---", *lines, "---", TEXT, ""]).encode(), "a.md")


@pytest.mark.parametrize(
    "title",
    [
        "Lighthouse: why it went dark",
        "Lighthouse dark: “nobody came”: report",
        "[UPDATED] Lighthouse goes dark",
        '"Nobody came" to the lighthouse',
        "*Opinion* The dark lighthouse",
        "@keeper leaves the lighthouse",
        "No",
        "0x1F",
    ],
)
def test_a_title_that_is_not_yaml_is_read_as_it_is_written(title: str) -> None:
    article = _article(f"title: {title}", "date: 2027-01-08", "tags:", "  - sea")
    assert (article.title, article.date) == (title, "2027-01-08")


def test_quotation_marks_around_a_broken_title_are_not_part_of_it() -> None:
    assert _article("title: 'The keeper's lamp'").title == "The keeper's lamp"


def test_a_title_with_a_colon_may_go_on_in_the_next_line() -> None:
    assert _article("title: Lamp: off", "  for a night", "author: Jo Dee").title == "Lamp: off for a night"


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (
            ["source: https://echo.example/lamp", 'author:\n  - "[[Jo Dee]]"\n  - "[[p/Al Roe|Al Roe]]"',
             "published: 2027-01-08", "created: 2027-02-01"],
            ("", "2027-01-08", "Jo Dee, Al Roe", "https://echo.example/lamp"),
        ),
        (["site: Echo", "link: https://echo.example/lamp", "byline: Jo Dee", "pubDate: 8 January 2027"],
         ("Echo", "2027-01-08", "Jo Dee", "https://echo.example/lamp")),
        (["publisher: Echo", "author: {name: Jo Dee, url: x}", "published: true", "date-published: 2027-1-8"],
         ("Echo", "2027-01-08", "Jo Dee", "")),
        (["source: Echo", "url: https://echo.example/lamp", "created: 2027-02-01", "date: 2027-02-31"],
         ("Echo", "", "", "https://echo.example/lamp")),
    ],
)  # fmt: skip
def test_the_names_of_clippers_are_understood(lines: list[str], facts: tuple[str, ...]) -> None:
    article = _article(*lines)
    assert (article.source, article.date, article.author, article.url) == facts


@pytest.mark.parametrize(
    "line", ["title: " + "[" * 60_000, "title: " + "{a: " * 9000, "title: " + "- " * 9000]
)
def test_deep_front_matter_is_refused_in_one_line(line: str) -> None:
    with pytest.raises(ArticleError, match="not valid YAML"):
        _article(line)


def test_a_huge_number_is_a_text_like_any_other() -> None:
    assert _article("title: 0x" + "e" * 5000).title.startswith("0xeee")
    assert _article("title: " + "8" * 5000).title.startswith("888")


def test_aliases_do_not_repeat_a_text() -> None:
    article = _article("first: &a " + "word " * 1000, "author: [" + "*a, " * 9000 + "Jo Dee]")
    assert article.author == "Jo Dee"
