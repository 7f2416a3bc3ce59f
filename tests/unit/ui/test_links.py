"""The lines between the columns."""

from __future__ import annotations

from reader.ui.compare.layout.links import Line, draw


def drawn(*lines: Line, height: int = 4) -> list[str]:
    return ["".join(cell.character for cell in row) for row in draw(lines, height, 5)]


def test_a_link_between_rows_of_one_height_is_straight() -> None:
    assert drawn(Line(1, 1, current=False)) == ["     ", "─────", "     ", "     "]


def test_a_link_goes_down_to_its_counterpart() -> None:
    assert drawn(Line(0, 2, current=False), height=3) == ["─┐   ", " │   ", " └───"]


def test_the_current_link_is_heavy_and_lies_on_top() -> None:
    assert drawn(Line(0, 2, current=False), Line(1, 1, current=True), height=3) == ["─┐   ", "━━━━━", " └───"]


def test_crossing_links_share_a_crossing() -> None:
    assert drawn(Line(0, 2, current=False), Line(2, 0, current=False), height=3)[0] == "─┐┌──"


def test_a_counterpart_out_of_view_is_pointed_at() -> None:
    assert drawn(Line(1, 40, current=False))[1] == "▼    "
    assert drawn(Line(-3, 2, current=False))[2] == "    ▲"


def test_a_link_that_is_wholly_out_of_view_is_not_drawn() -> None:
    assert drawn(Line(-2, 40, current=True)) == ["     "] * 4
