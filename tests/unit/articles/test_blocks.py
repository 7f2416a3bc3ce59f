"""The blocks of a tree, whatever element it begins with."""

from __future__ import annotations

import pytest
from lxml import html

from reader.articles.formats.blocks import blocks_of


@pytest.mark.parametrize(
    ("row", "cell", "texts"),
    [
        ("<td>LP</td><td><p>It is dark.</p><p>It is lit.</p></td>", 1, ["It is dark.", "It is lit."]),
        ("<td>LP</td><td>It is dark.</td>", 1, ["It is dark."]),
        ("<td>A <b>bold</b> word</td>", 0, ["A bold word"]),
    ],
)
def test_a_cell_by_itself_has_the_blocks_of_a_page(row: str, cell: int, texts: list[str]) -> None:
    table = html.fromstring(f"<table><tr>{row}</tr></table>")
    assert [block.text for block in blocks_of(table.findall(".//td")[cell])] == texts


def test_cells_of_one_row_stay_together_and_the_only_cell_keeps_its_paragraphs() -> None:
    rows = "<tr><td>Brede</td><td><p>12</p><p>dead</p></td></tr><tr><td><p>Alone.</p><p>Two.</p></td></tr>"
    table = html.fromstring(f"<table>{rows}</table>")
    assert [" ".join(block.text.split()) for block in blocks_of(table)] == [
        "Brede | 12 dead",
        "Alone.",
        "Two.",
    ]
