"""Text in the cells of a table."""

from __future__ import annotations

import pytest

from reader.ui.kit.cells import cell_text, shorten


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("levee", 5, "levee"), ("levees", 5, "leve…"), ("日本語", 5, "日本…"), ("a b", 2, "a…"), ("a", 0, "")],
)
def test_text_is_cut_to_its_cells(text: str, width: int, shown: str) -> None:
    assert shorten(text, width) == shown


def test_a_cell_is_one_safe_line_that_keeps_its_indent() -> None:
    assert cell_text("    # ferry \n now\x1b[2J", 40) == "    # ferry now␛[2J"


def test_an_indent_counts_as_width() -> None:
    assert cell_text("   ferry", 6) == "   fe…"
