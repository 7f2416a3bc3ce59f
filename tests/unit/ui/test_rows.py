"""Rows, and what stands on them."""

from __future__ import annotations

import pytest

from reader.articles.formats.plain_text import paragraphs_of
from reader.articles.loading import from_text
from reader.ui.compare.layout.article_layout import ArticleLayout
from reader.ui.compare.layout.rows import Cuts, Row, Rows
from reader.ui.compare.layout.wrapping import wrap

TEXT = "One came. Two went home.\n\nThree saw it all.\nFour."


def test_paragraphs_are_cut_into_rows_when_they_are_asked_for() -> None:
    asked: list[int] = []

    def paragraphs():  # type: ignore[no-untyped-def]
        for number in range(5):
            asked.append(number)
            yield Cuts(number, 10 * number, [0, 4], [3, 9])

    rows = Rows(paragraphs())
    assert rows
    assert rows[1] == Row(0, 4, 9)
    assert asked == [0]
    assert rows.number_at(15) == 3
    assert asked == [0, 1, 2]
    assert rows.count(7) == 7
    assert asked == [0, 1, 2, 3]
    assert rows[-1] == Row(4, 44, 49)
    assert rows.count(99) == 10
    assert len(rows) == 10


def test_rows_can_be_sliced_and_end() -> None:
    rows = wrap(TEXT, paragraphs_of(TEXT), 12)
    assert rows[1:3] == (rows[1], rows[2])
    assert list(rows) == [rows[n] for n in range(len(rows))]
    with pytest.raises(IndexError):
        rows[len(rows)]


def test_there_are_no_rows_of_nothing() -> None:
    rows = wrap("", [], 12)
    assert not rows
    assert len(rows) == 0
    assert rows.number_at(0) == 0


def test_every_code_point_is_on_the_last_row_of_text_that_begins_before_it() -> None:
    rows = wrap(TEXT, paragraphs_of(TEXT), 8)
    for offset in range(len(TEXT)):
        before = [n for n, row in enumerate(rows) if row.start <= offset and row.paragraph >= 0]
        assert rows.number_at(offset) == before[-1]


@pytest.mark.parametrize("width", [6, 8, 40])
def test_the_sentences_on_rows_are_those_that_begin_there(width: int) -> None:
    page = ArticleLayout(from_text(TEXT), width)
    rows = [page.row_of(sentence.start) for sentence in page.article.sentences]
    for first in range(-1, len(page) + 2):
        for last in range(len(page) + 2):
            expected = [number for number, row in enumerate(rows) if first <= row < last]
            assert list(page.sentences_on(first, last)) == expected


def test_a_page_knows_which_rows_it_has() -> None:
    page = ArticleLayout(from_text(TEXT), 40)
    assert [row for row in range(-2, 9) if page.has_row(row)] == [0, 1, 2, 3, 4]


def test_the_span_of_rows_is_what_stands_on_them() -> None:
    page = ArticleLayout(from_text(TEXT), 40)
    assert [TEXT[slice(*page.span(range(row, row + 1)))] for row in range(len(page))] == [
        "One came. Two went home.",
        "",
        "Three saw it all.",
        "",
        "Four.",
    ]
    assert page.span(range(1, 90)) == (24, len(TEXT))
    assert page.span(range(80, 90)) == (0, 0)
