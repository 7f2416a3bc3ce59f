"""How many articles fit side by side."""

from __future__ import annotations

import pytest

from reader.ui.compare.layout.column_widths import columns


@pytest.mark.parametrize(("cells", "fit"), [(40, 1), (72, 1), (80, 2), (120, 3), (160, 4), (200, 5)])
def test_as_many_articles_fit_as_stay_readable(cells: int, fit: int) -> None:
    assert len(columns(cells, 9, 76)) == fit


def test_two_articles_on_a_wide_screen_keep_the_measure_and_stand_in_the_middle() -> None:
    left, right = columns(200, 2, 76)
    assert left.width == right.width == 76
    assert left.left == 200 - right.right - (200 - right.right - left.left)
    assert abs(left.left - (200 - right.right)) <= 1


def test_columns_never_reach_beyond_the_screen() -> None:
    for cells in range(8, 250):
        for articles in range(1, 6):
            assert columns(cells, articles, 76)[-1].right <= max(cells, 5)
