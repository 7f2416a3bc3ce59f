"""Words are the same whatever the style in which they are written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.base.folding import expression, fold, folded, occurrences

# All that folds to other lengths, and what stands between: marks, ligatures, sharp s, dots, runs of blanks.
ALPHABET = "ab cé.\n“”’´`—ß…ﬁ\u0301\u200e \xa0\tİΣςłÆ각か゛１⁶½"
texts = st.text(st.one_of(st.sampled_from(ALPHABET), st.characters(exclude_categories=["Cs"])), max_size=60)
places = st.tuples(st.integers(0, 60), st.integers(0, 60))


def found(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in occurrences(query, text)]


@pytest.mark.parametrize("apostrophe", "'’‘‛´ʼ`′＇")
def test_any_apostrophe_is_found_as_it_is_typed(apostrophe: str) -> None:
    word = f"didn{apostrophe}t"
    assert found("didn't", f"She {word} know.") == [word]
    assert found(word, "She didn't know.") == ["didn't"]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("cafe", "Café"),
        ("CAFÉ", "cafe"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
        ("Straße", "STRASSE"),
        ("oresund", "Øresund"),
        ('"none at all"', "“none at all”"),
        ("5-6", "5–6"),
        ("wait...", "wait…"),
        ("final", "\ufb01nal"),
        ("two words", "two\u00a0\n words"),
        ("محمد", "مُحَمَّد"),
        ("１２", "12"),
        ("istanbul", "İstanbul"),
        ("ΟΔΟΣ", "οδός"),
        ("x̂", "x̂"),
    ],
)
def test_style_does_not_count(query: str, text: str) -> None:
    assert found(query, f"… {text}, …") == [text]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("106", "10⁶"),
        ("1", "½"),
        ("s", "ß"),
        ("가", "각"),
        ("か", "が"),
        ("", "a"),
        (" ", "a b"),
        ("cafes", "café s"),
    ],
)
def test_other_words_are_not_found(query: str, text: str) -> None:
    assert found(query, text) == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("didn't", "Didn’t"),
        ("café", "CAFE"),
        ("lodz", "Łódź"),
        ("(a+b)^2 [x]\\", "(A+B)^2 [X]\\"),
        ('"no"', "„no“"),
    ],
)
def test_an_expression_finds_in_a_text_as_it_is(query: str, text: str) -> None:
    found_there = re.search(expression(query), f"… {text}, …")
    assert found_there
    assert found_there[0] == text


@given(texts)
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text) == folded(text).text


@given(texts, places)
def test_a_passage_of_a_folded_text_is_where_it_came_from(text: str, place: tuple[int, int]) -> None:
    searched = folded(text)
    start, end = sorted(min(each, len(searched.text)) for each in place)
    begin, finish = searched.original(start, end)
    assert 0 <= begin <= finish <= len(text)
    if searched.is_edge(start) and searched.is_edge(end):
        assert fold(text[begin:finish]) == searched.text[start:end]


@given(texts, texts, places)
def test_a_hit_folds_to_the_query(text: str, other: str, place: tuple[int, int]) -> None:
    start, end = sorted(place)
    for query in (text[start:end], other[:3]):
        for begin, finish in occurrences(query, text):
            assert fold(text[begin:finish]) == fold(query).strip()


@given(texts, places)
def test_words_of_a_text_are_found_in_it(text: str, place: tuple[int, int]) -> None:
    start, end = sorted(place)
    if fold(text[start:end]).strip() and text[:start].isascii() and text[end:].isascii():
        assert list(occurrences(text[start:end], text))
