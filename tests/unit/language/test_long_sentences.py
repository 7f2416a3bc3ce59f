"""What is too long for a sentence is cut, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.language.long_sentences import LONGEST
from reader.language.sentences import split


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


def test_a_long_sentence_stays_one() -> None:
    sentence = "The list names " + "the pier, the crane, " * 40 + "and the ferry."
    assert len(sentence) < LONGEST
    assert pieces(sentence) == [sentence]


def test_an_endless_list_is_cut_after_a_comma() -> None:
    assert all(piece.endswith((",", "crane")) for piece in pieces("the pier, the crane, " * 500))


def test_words_without_a_comma_are_cut_between_words() -> None:
    text = "pier crane " * 900
    assert " ".join(pieces(text)) == text.strip()


def test_one_endless_word_is_cut_anywhere() -> None:
    assert [len(piece) for piece in pieces("a" * (2 * LONGEST + 7))] == [LONGEST, LONGEST, 7]


@given(st.text(alphabet="ab,; \u00a0\t", max_size=400).map(lambda unit: unit * (1 + 6000 // (len(unit) + 1))))
def test_the_pieces_are_short_and_cover_all_words(text: str) -> None:
    spans = split(text, 0, len(text))
    assert all(0 < end - start <= LONGEST for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
