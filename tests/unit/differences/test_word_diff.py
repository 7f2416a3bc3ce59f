from __future__ import annotations

from reader.differences.word_diff import word_diff


def _words(a: str, b: str) -> tuple[list[str], list[str]]:
    diff = word_diff(a, b)
    return [a[slice(*span)] for span in diff.a], [b[slice(*span)] for span in diff.b]


def _style(a: str, b: str) -> tuple[list[str], list[str]]:
    diff = word_diff(a, b)
    return [a[slice(*span)] for span in diff.style_a], [b[slice(*span)] for span in diff.style_b]


def test_words_that_only_one_side_has_are_named() -> None:
    assert _words("The old bridge fell at dawn.", "The bridge fell at noon.") == (["old", "dawn"], ["noon"])


def test_equal_strings_differ_nowhere() -> None:
    diff = word_diff("Nothing “here”, at all.", "Nothing “here”, at all.")
    assert not any((diff.a, diff.b, diff.style_a, diff.style_b))


def test_case_is_style_and_no_word() -> None:
    assert _words("THE BRIDGE fell", "The bridge fell") == ([], [])
    assert _style("THE bridge fell", "The bridge fell") == (["THE"], ["The"])


def test_the_kind_of_quotation_marks_is_style() -> None:
    assert _words("He said “never”", 'He said "never"') == ([], [])
    assert _style("He said “never”", 'He said "never"') == (["“", "”"], ['"', '"'])


def test_apostrophes_and_accents_are_style() -> None:
    assert _words("Calderón didn’t", "Calderon didn't") == ([], [])


def test_a_full_stop_more_is_style_on_one_side_only() -> None:
    assert _style("It fell", "It fell.") == ([], ["."])


def test_numbers_are_compared_whole() -> None:
    assert _words("It cost 2,000 euros, 6.1% more", "It cost 2,500 euros, 6.1% more") == (
        ["2,000"],
        ["2,500"],
    )


def test_strings_without_words_are_told_apart_by_style() -> None:
    assert _words("", "...") == ([], [])
    assert _style("", "...") == ([], ["..."])
