"""Phrases that are said in many places."""

from __future__ import annotations

import pytest

from reader.base.phrases import counted, listed, quoted, shortened


@pytest.mark.parametrize(
    ("count", "noun", "phrase"),
    [
        (0, "article", "0 articles"),
        (1, "article", "1 article"),
        (2, "match", "2 matches"),
        (3, "entry", "3 entries"),
        (4, "day", "4 days"),
        (1_200, "box", "1,200 boxes"),
    ],
)
def test_a_number_agrees_with_its_noun(count: int, noun: str, phrase: str) -> None:
    assert counted(count, noun) == phrase


def test_an_irregular_plural_can_be_given() -> None:
    assert [counted(count, "person", "people") for count in (1, 2)] == ["1 person", "2 people"]


@pytest.mark.parametrize(
    ("items", "phrase"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_has_its_word_before_the_last_item(items: list[str], phrase: str) -> None:
    assert listed(items) == phrase


@pytest.mark.parametrize(
    ("text", "most", "line"),
    [
        ("short", 5, "short"),
        ("too long", 5, "too…"),
        ("two\n lines", 20, "two lines"),
        ("a\x1b[2Jb", 20, "a␛[2Jb"),
        ("", 5, ""),
    ],
)
def test_a_text_is_one_safe_line_that_is_not_too_long(text: str, most: int, line: str) -> None:
    assert shortened(text, most) == line
    assert quoted(text, most) == f"“{line}”"
