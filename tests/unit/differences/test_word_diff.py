from __future__ import annotations

import pytest

from reader.differences.word_diff import word_diff


def _words(a: str, b: str) -> tuple[list[str], list[str]]:
    diff = word_diff(a, b)
    return [a[slice(*span)] for span in diff.a], [b[slice(*span)] for span in diff.b]


def test_words_that_only_one_text_has_are_named() -> None:
    assert _words("The old bridge fell at dawn.", "The bridge fell at noon.") == (["old", "dawn"], ["noon"])


def test_equal_strings_differ_nowhere() -> None:
    assert _words("Nothing “here”, at all.", "Nothing “here”, at all.") == ([], [])


def test_case_is_style_and_no_word() -> None:
    assert _words("THE BRIDGE fell", "The bridge fell") == ([], [])


def test_the_kind_of_quotation_marks_is_style() -> None:
    assert _words("He said “never”", 'He said "never"') == ([], [])


@pytest.mark.parametrize(
    ("a", "b"), [("Calderón didn’t", "Calderon didn't"), ("the café", "the cafe"), ("a naïve Å", "a naive A")]
)
def test_apostrophes_and_accents_are_style(a: str, b: str) -> None:
    assert _words(a, b) == ([], [])


def test_punctuation_is_style() -> None:
    assert _words("It fell", "It fell.") == ([], [])
    assert _words("", "...") == ([], [])
    assert _words("well-known", "well known") == ([], [])


def test_numbers_are_compared_whole() -> None:
    assert _words("It cost 2,000 euros, 6.1% more", "It cost 2,500 euros, 6.1% more") == (
        ["2,000"],
        ["2,500"],
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("March 21", "21 March"),
        ("On Tuesday the court ruled.", "The court ruled on Tuesday."),
        ("On March 21, 2016, police said", "police said on 21 March 2016"),
        ("In Brisk, nobody was hurt, he said", "Nobody was hurt in Brisk, he said"),
    ],
)
def test_words_that_moved_do_not_differ(a: str, b: str) -> None:
    assert _words(a, b) == ([], [])


@pytest.mark.parametrize(
    ("a", "b", "only_a", "only_b"),
    [
        ("12 dead and 21 injured", "21 dead and 12 injured", ["12", "21"], ["21", "12"]),
        ("The dog bit the man", "The man bit the dog", ["dog", "man"], ["man", "dog"]),
    ],
)
def test_words_that_changed_places_differ(a: str, b: str, only_a: list[str], only_b: list[str]) -> None:
    assert _words(a, b) == (only_a, only_b)


def test_a_victory_turned_round_differs() -> None:
    diff = word_diff("Hillary Clinton beat Donald Trump", "Donald Trump beat Hillary Clinton")
    assert diff.a
    assert diff.b


def test_a_number_that_moved_beside_other_words_differs() -> None:
    a, b = "12 people died, some were hurt", "three people died and 12 were hurt"
    assert _words(a, b) == (["12", "some"], ["three", "and", "12"])
    assert _words("Twenty-one people fled", "people fled, one badly hurt")[1] == ["one", "badly", "hurt"]


@pytest.mark.parametrize(
    ("a", "b", "only_a", "only_b"),
    [
        ("about 12 dead", "about 21 dead", ["12"], ["21"]),
        ("He said: “Half.”", "he said half", [], []),
        ("was closed", "was not closed", [], ["not"]),
        ("all quite different", "nothing the same here", [], []),
    ],
)
def test_words_that_differ_are_marked_where_they_are_few(
    a: str, b: str, only_a: list[str], only_b: list[str]
) -> None:
    words = _words(a, b) if word_diff(a, b).are_few else ([], [])
    assert words == (only_a, only_b)
