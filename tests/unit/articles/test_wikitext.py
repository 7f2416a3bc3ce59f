"""Wikitext: the text as the wiki shows it, and no markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.errors import ArticleError
from reader.articles.loading import load
from reader.articles.model import Role

PAGE = """{{Infobox bridge|name=Old bridge|length={{convert|90|m}}}}
[[File:Bridge.jpg|thumb|The [[bridge]] in 2019]]
The '''Old Bridge''' is a [[bridge]] in [[Brede (town)|Brede]].<ref>Ida Holm, ''Bridges'', p. 4.</ref> It is
{{convert|90|m}} long and carried 10<sup>3</sup>&nbsp;cars ({{lang|de|Autos}}) a day.<!-- check -->

== History ==
* closed in [https://a.example 2021]
* <s>open</s> shut

{| class="wikitable"
|-
! Town !! Dead
|-
| Brede || 12
|}
[[Category:Bridges]]
"""


@pytest.mark.parametrize("name", ["a.wiki", "a.mediawiki", "a.txt", "a"])
def test_a_page_is_read_as_the_wiki_shows_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE)
    article = load(path)
    assert article.text.replace("\u00a0", " ").split("\n\n") == [
        "The Old Bridge is a bridge in Brede. It is 90 m long and carried 10³ cars (Autos) a day.",
        "History",
        "• closed in 2021",
        "• shut",
        "Town | Dead",
        "Brede | 12",
        "Ida Holm, Bridges, p. 4.",
    ]
    assert article.title == "Old Bridge"
    assert [p.role for p in article.paragraphs][1] is Role.HEADING


@pytest.mark.parametrize(
    "text",
    [
        "{He left.} See [[1]] for more.",
        "'The bridge is closed,' she said. [[sic]]",
        "= is a sign. The bridge is closed.",
        "The bridge [[is]] closed.",
    ],
)
def test_prose_with_brackets_is_not_wikitext(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert load(path).text == text


def test_a_page_without_text_gets_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.wiki"
    path.write_text("{{Infobox|a=b}}[[Category:C]]")
    with pytest.raises(ArticleError, match="has no text"):
        load(path)
