"""Finding words in an article."""

from __future__ import annotations

import pytest

from reader.articles.loading import from_text
from reader.ui.compare.text_search import FindError, find

ARTICLE = from_text("The pier fell at noon.\nNobody saw the  Pier fall, Mayor Ada Quill said.", path="a.txt")


def found(query: str) -> list[str]:
    return [ARTICLE.text[start:end] for start, end in find(ARTICLE, query)]


def test_words_are_found_whatever_their_case_and_blanks() -> None:
    assert found("the pier") == ["The pier", "the  Pier"]


def test_words_are_found_whatever_their_apostrophes_quotation_marks_and_accents() -> None:
    article = from_text("Zoë said she didn’t know the café, “not at all”, in Łódź.", path="c.txt")
    for typed, printed in [
        ("didn't", "didn’t"), ("didn`t", "didn’t"), ("cafe", "café"), ('"not at all"', "“not at all”"),
        ("ZOE", "Zoë"), ("lodz", "Łódź"), ("~zoe sayd she", "Zoë said she"),
    ]:  # fmt: skip
        assert [article.text[start:end] for start, end in find(article, typed)] == [printed]


def test_signs_of_expressions_are_only_signs_in_words() -> None:
    assert found("noon.") == ["noon."]
    assert found("n..n") == []


def test_between_slashes_stands_an_expression() -> None:
    assert found("/f[ea]ll?/") == ["fell", "fall"]


def test_a_tilde_finds_roughly() -> None:
    assert found("~mayor ada quil") == ["Mayor Ada Quil"]


def test_nothing_is_found_where_nothing_is_sought() -> None:
    assert [found(query) for query in ("", "  ", "~", "//")] == [[], [], [], []]


@pytest.mark.parametrize("query", ["/(/", "/*/"])
def test_what_is_no_expression_says_so(query: str) -> None:
    with pytest.raises(FindError, match="not a regular expression"):
        find(ARTICLE, query)


def test_an_expression_that_would_never_end_is_given_up() -> None:
    endless = from_text("a" * 60 + "! and more of the same.", path="b.txt")
    with pytest.raises(FindError, match="too long"):
        find(endless, "/(a|aa)+$/")
