"""What is copied: Markdown with its source."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.articles.loading import from_text
from reader.articles.model import Article
from reader.ui.compare.citation import cited

Make = Callable[..., Article]
FACTS = {
    "title": "Bridge closed",
    "source": "Halyard",
    "date": "2025-03-11",
    "url": "https://halyard.example/1",
}
PARSER = MarkdownIt("commonmark")


def test_a_sentence_is_quoted_above_its_source(article: Make) -> None:
    one = article("Ferries will run. Nobody saw it.", **FACTS)
    sentence = one.sentences[0]
    assert cited((one, sentence.start, sentence.end)) == (
        "> Ferries will run.\n>\n> — Bridge closed, Halyard, 2025-03-11, <https://halyard.example/1>\n"
    )


def test_a_pair_is_two_quotations(article: Make) -> None:
    one, other = article("Twelve were hurt.", **FACTS), article("Dozens were hurt.", title="Another")
    assert cited((one, 0, 6), (other, 0, 6)) == (
        "> Twelve\n>\n> — Bridge closed, Halyard, 2025-03-11, <https://halyard.example/1>\n\n"
        "> Dozens\n>\n> — Another\n"
    )


def test_what_is_not_known_of_an_article_leaves_no_gap(article: Make) -> None:
    assert cited((article("Words."), 0, 6)) == "> Words.\n>\n> — A title\n"


def test_an_address_that_is_none_of_the_web_is_no_link(article: Make) -> None:
    assert "javascript" in (text := cited((article("Words.", url="javascript:alert(1)"), 0, 6)))
    assert "href" not in PARSER.render(text)


TEXTS = st.text(st.sampled_from("ab1 \n\n#*_`[]()<>!|~-=+.:&\\>$%^\t“—"), min_size=1, max_size=60)


@given(TEXTS, TEXTS)
def test_no_text_and_no_title_makes_structure(text: str, title: str) -> None:
    one = from_text(f"a {text}", title=title)
    blocks = {token.type for token in PARSER.parse(cited((one, 0, len(one.text))))}
    assert blocks <= {
        *("blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"),
    }
