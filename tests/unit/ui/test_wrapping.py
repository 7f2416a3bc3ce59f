"""Rows of text in a column."""

from __future__ import annotations

import pytest

from reader.articles.model import Paragraph
from reader.ui.compare.layout.rows import Row
from reader.ui.compare.layout.wrapping import cell_at, offset_at, wrap
from reader.ui.kit.cells import shorten


def rows_of(text: str, width: int) -> list[str]:
    return [text[row.start : row.end] for row in wrap(text, [Paragraph(0, len(text))], width)]


def test_text_is_broken_at_blanks() -> None:
    assert rows_of("one two three four", 9) == ["one two", "three", "four"]


def test_a_row_may_be_exactly_as_wide_as_the_column() -> None:
    assert rows_of("one two three", 7) == ["one two", "three"]


def test_a_word_wider_than_the_column_is_cut() -> None:
    assert rows_of("a verylongword b", 5) == ["a", "veryl", "ongwo", "rd b"]


def test_several_blanks_begin_no_row() -> None:
    assert rows_of("one    two", 4) == ["one ", "two"]


def test_wide_characters_count_two_cells_and_break_anywhere() -> None:
    assert rows_of("東京の新聞記事", 6) == ["東京の", "新聞記", "事"]


def test_latin_words_among_wide_characters_stay_whole() -> None:
    assert rows_of("東京 Reuters 記事", 9) == ["東京", "Reuters", "記事"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert rows_of("e\u0301e\u0301e\u0301 👍", 2) == ["e\u0301e\u0301", "e\u0301", "👍"]


def test_a_line_feed_inside_a_paragraph_is_a_blank() -> None:
    assert rows_of("one\ntwo three", 7) == ["one\ntwo", "three"]


def test_a_blank_row_stands_between_paragraphs_and_none_after_the_last() -> None:
    text = "one\n\ntwo"
    rows = wrap(text, [Paragraph(0, 3), Paragraph(5, 8)], 10)
    assert list(rows) == [Row(0, 0, 3), Row(-1, 3, 3), Row(1, 5, 8)]


@pytest.mark.parametrize(("offset", "cell"), [(0, 0), (1, 2), (2, 4), (3, 5)])
def test_cells_and_offsets_answer_each_other(offset: int, cell: int) -> None:
    text, row = "東京ab", Row(0, 0, 4)
    assert cell_at(text, row, offset) == cell
    assert offset_at(text, row, cell) == offset


def test_the_right_half_of_a_wide_character_is_that_character() -> None:
    assert offset_at("東京", Row(0, 0, 2), 3) == 1


def test_a_cell_beyond_the_row_is_its_end() -> None:
    assert offset_at("ab", Row(0, 0, 2), 40) == 2


def test_what_does_not_fit_is_shortened_with_an_ellipsis() -> None:
    assert shorten("a headline", 5) == "a he…"
    assert shorten("東京都知事", 6) == "東京…"
    assert shorten("fits", 4) == "fits"
    assert shorten("nothing", 0) == ""
