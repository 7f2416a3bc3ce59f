"""How a selection grows by words."""

from __future__ import annotations

from reader.ui.compare.layout.words import next_end, previous_end, word_at

TEXT = "al-Abadi's call didn't go."


def test_a_word_keeps_its_hyphen_and_its_apostrophe() -> None:
    assert TEXT[slice(*word_at(TEXT, 3))] == "al-Abadi's"
    assert TEXT[slice(*word_at(TEXT, 18))] == "didn't"


def test_between_words_the_next_one_is_meant() -> None:
    assert TEXT[slice(*word_at(TEXT, 10))] == "call"


def test_a_selection_grows_to_the_end_of_the_next_word_and_shrinks_back() -> None:
    assert TEXT[: next_end(TEXT, 10)] == "al-Abadi's call"
    assert TEXT[: previous_end(TEXT, 15)] == "al-Abadi's"


def test_at_the_ends_of_the_text_nothing_moves() -> None:
    assert next_end(TEXT, len(TEXT)) == len(TEXT)
    assert previous_end(TEXT, 0) == 0
