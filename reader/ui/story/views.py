"""The lists of a story, as tables: their names, what is said of each, and their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.base.letters import letter
from reader.story.model import Story
from reader.ui.kit.cells import shorten
from reader.ui.kit.row_table import TableColumn
from reader.ui.story.rows import SHARE, StoryRow, StoryRows

__all__ = ["StoryView", "outlets", "story_views"]

_WIDEST = 12
"""Cells of a column of letters: those of six articles. The chosen row tells them all."""

_WIDE = 60
"""Cells of a screen from which columns are shown that the chosen row tells, too."""

_NAME = 19
"""Cells of a screen that the name of an outlet needs beside the first column of shares."""

_NARROWEST = 6
"""Cells to which an outlet's name with its letter may be shortened."""

_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class StoryView:
    """One list: its name, what it lists and how many of them, its columns, and its rows."""

    name: str
    about: str
    columns: tuple[TableColumn, ...]
    rows: tuple[StoryRow, ...]


def story_views(story: Story) -> list[StoryView]:
    """All lists of a story; articles are called by their letters in cells, by their outlets in full."""
    rows = StoryRows(story)
    what = TableColumn("What is said", share=1)
    return [
        _said(tuple(rows.clusters()), what),
        _figures(tuple(rows.facts()), sum(fact.agreed for fact in story.facts)),
        _omitted(tuple(rows.omitted()), what),
        _moved(tuple(rows.moved()), what),
        _only_in_one(tuple(rows.only_in_one()), what),
        _shares(tuple(rows.shares())),
        _copies(tuple(rows.copies())),
    ]


def _said(rows: tuple[StoryRow, ...], what: TableColumn) -> StoryView:
    independent = TableColumn("Independent", cells=11, least=_WIDE)
    about = f"{_count(rows, 'point')} told by several"
    return StoryView("said", about, (_letters("By", rows), independent, what), rows)


def _figures(rows: tuple[StoryRow, ...], agreed: int) -> StoryView:
    columns = (
        TableColumn("About", share=2),
        TableColumn("", cells=1),
        TableColumn("What is said", share=3),
        _letters("By", rows, at=3, least=_WIDE),
    )
    return StoryView("figures", f"≠ {len(rows) - agreed} differ, = {agreed} agree", columns, rows)


def _omitted(rows: tuple[StoryRow, ...], what: TableColumn) -> StoryView:
    about = f"{_count(rows, 'point')} that few leave out"
    return StoryView("left out", about, (_letters("Not in", rows), what), rows)


def _moved(rows: tuple[StoryRow, ...], what: TableColumn) -> StoryView:
    about = f"{_count(rows, 'point')} first here, last there"
    return StoryView(
        "moved", about, (TableColumn("Leads in", cells=8), TableColumn("Ends in", cells=7), what), rows
    )


def _only_in_one(rows: tuple[StoryRow, ...], what: TableColumn) -> StoryView:
    return StoryView(
        "only here",
        f"{_count(rows, 'sentence')} that one has alone",
        (TableColumn("In", cells=2), what),
        rows,
    )


def _shares(rows: tuple[StoryRow, ...]) -> StoryView:
    """As many columns as there is room for; the chosen row tells the rest."""
    step = SHARE + 2
    others = (TableColumn(letter(n), cells=SHARE, least=_NAME + step * n) for n in range(len(rows)))
    return StoryView("shares", "how much of each the others say", (TableColumn("Of", share=1), *others), rows)


def _copies(rows: tuple[StoryRow, ...]) -> StoryView:
    columns = (
        TableColumn("Of", share=1),
        TableColumn("stands in", share=1),
        TableColumn("Share", cells=SHARE),
    )
    return StoryView("copies", "what stands word for word in two", columns, rows)


def _letters(label: str, rows: Sequence[StoryRow], at: int = 0, least: int = 0) -> TableColumn:
    """A column as wide as the letters in it."""
    widest = max((len(row.cells[at]) for row in rows), default=0)
    return TableColumn(label, cells=max(len(label), min(widest, _WIDEST)), least=least)


def _count(rows: Sequence[StoryRow], thing: str) -> str:
    return f"{len(rows) or 'no'} {thing}{'' if len(rows) == 1 else 's'}"


def outlets(names: Sequence[str], width: int) -> str:
    """Names in a line of `width` cells, the longest shortened; where all are too many, those that fit."""
    line = _BETWEEN.join(names)
    for cells in range(max(map(cell_len, names), default=0), _NARROWEST - 1, -1):
        if cell_len(line) <= width:
            break
        line = _BETWEEN.join(shorten(name, cells) for name in names)
    return shorten(line, width)
