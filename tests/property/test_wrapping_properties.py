"""Whatever the text, wrapping neither loses nor invents any of it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.articles.model import Paragraph
from reader.base.sanitizing import sanitize
from reader.ui.compare.layout.wrapping import cell_at, offset_at, wrap

words = st.text(st.sampled_from("abcde éü’“—東京記👍🏽\u0301\u200d"), min_size=1, max_size=60)
paragraphs = words.map(lambda text: " ".join(sanitize(text).split())).filter(bool)
widths = st.integers(2, 40)


@given(paragraphs, widths)
def test_rows_joined_by_blanks_are_the_paragraph(text: str, width: int) -> None:
    rows = wrap(text, [Paragraph(0, len(text))], width)
    assert rows[0].start == 0
    assert rows[-1].end == len(text)
    for row, following in pairwise(rows):
        assert set(text[row.end : following.start]) <= {" "}


@given(paragraphs, widths)
def test_no_row_is_wider_than_the_column(text: str, width: int) -> None:
    for row in wrap(text, [Paragraph(0, len(text))], width):
        assert cell_len(text[row.start : row.end].rstrip()) <= width


@given(paragraphs, widths)
def test_no_row_is_empty(text: str, width: int) -> None:
    assert all(row.end > row.start for row in wrap(text, [Paragraph(0, len(text))], width))


@given(paragraphs, widths, st.data())
def test_the_character_drawn_at_a_cell_begins_there_or_before(
    text: str, width: int, data: st.DataObject
) -> None:
    row = data.draw(st.sampled_from(wrap(text, [Paragraph(0, len(text))], width)))
    for cell in range(cell_at(text, row, row.end)):
        offset = offset_at(text, row, cell)
        assert row.start <= offset < row.end
        assert cell_at(text, row, offset) <= cell


@given(paragraphs, widths, st.data())
def test_the_cells_of_a_row_never_run_back(text: str, width: int, data: st.DataObject) -> None:
    row = data.draw(st.sampled_from(wrap(text, [Paragraph(0, len(text))], width)))
    cells = [cell_at(text, row, offset) for offset in range(row.start, row.end + 1)]
    assert cells == sorted(cells)
    assert cells[0] == 0
