"""The lists of a story: their names, what each lists, their columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.base.letters import letter
from reader.story.model import Story
from reader.ui.kit.cells import shorten
from reader.ui.kit.table_columns import Column
from reader.ui.story import wording
from reader.ui.story.rows import SHARE, StoryRow, StoryRows

__all__ = ["StoryView", "outlets", "story_views"]

_WIDEST = 12
"""Cells of a column of letters: enough for six articles. The details of a row name all of them."""

_WIDE = 60
"""Cells of a screen that has room for columns which the details of a row repeat."""

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
    columns: tuple[Column[StoryRow], ...]
    rows: tuple[StoryRow, ...]


def story_views(story: Story) -> list[StoryView]:
    """All lists of a story. Articles are letters in cells; the details of a row name their outlets."""
    rows = StoryRows(story)
    return [
        _clusters(tuple(rows.clusters())),
        _facts(tuple(rows.facts()), sum(fact.agreed for fact in story.facts)),
        _omitted(tuple(rows.omitted())),
        _moved(tuple(rows.moved())),
        _only_here(tuple(rows.only_in_one())),
        _shares(tuple(rows.shares())),
        _copies(tuple(rows.copies())),
    ]


def _clusters(rows: tuple[StoryRow, ...]) -> StoryView:
    columns = (
        _letters("By", 0, rows),
        Column("Independent", _cell(1), cells=11, least=_WIDE),
        Column("Passage", _cell(2), share=1),
    )
    return StoryView("said", wording.about_clusters(len(rows)), columns, rows)


def _facts(rows: tuple[StoryRow, ...], agreed: int) -> StoryView:
    columns = (
        Column("About", _cell(0), share=2),
        Column("", _cell(1), cells=1),
        Column("Values", _cell(2), share=3),
        _letters("By", 3, rows, least=_WIDE),
    )
    return StoryView("facts", wording.about_facts(len(rows) - agreed, agreed), columns, rows)


def _omitted(rows: tuple[StoryRow, ...]) -> StoryView:
    columns = _letters("Omitted by", 0, rows), Column("Passage", _cell(1), share=1)
    return StoryView("omitted", wording.about_omitted(len(rows)), columns, rows)


def _moved(rows: tuple[StoryRow, ...]) -> StoryView:
    columns = (
        Column("Early in", _cell(0), cells=8),
        Column("Late in", _cell(1), cells=7),
        Column("Passage", _cell(2), share=1),
    )
    return StoryView("moved", wording.about_moved(len(rows)), columns, rows)


def _only_here(rows: tuple[StoryRow, ...]) -> StoryView:
    columns = Column("In", _cell(0), cells=2), Column("Sentence", _cell(1), share=1)
    return StoryView("only in one", wording.about_only_here(len(rows)), columns, rows)


def _shares(rows: tuple[StoryRow, ...]) -> StoryView:
    """As many columns as there is room for; the details of a row have the rest."""
    step = SHARE + 2
    others = (
        Column(letter(number), _cell(number + 1), cells=SHARE, least=_NAME + step * number)
        for number in range(len(rows))
    )
    return StoryView("overlap", wording.ABOUT_SHARES, (Column("Article", _cell(0), share=1), *others), rows)


def _copies(rows: tuple[StoryRow, ...]) -> StoryView:
    columns = (
        Column("Article", _cell(0), share=1),
        Column("Also in", _cell(1), share=1),
        Column("Copy share", _cell(2), cells=len("Copy share")),
    )
    return StoryView("copies", wording.ABOUT_COPIES, columns, rows)


def _cell(number: int) -> Callable[[StoryRow], str]:
    return lambda row: row.cells[number]


def _letters(label: str, number: int, rows: Sequence[StoryRow], least: int = 0) -> Column[StoryRow]:
    """The column of cells with this number, as wide as the letters in them."""
    widest = max((len(row.cells[number]) for row in rows), default=0)
    return Column(label, _cell(number), cells=max(len(label), min(widest, _WIDEST)), least=least)


def outlets(names: Sequence[str], width: int) -> str:
    """Names on one line of `width` cells, the longest shortened; those that do not fit are left out."""
    line = _BETWEEN.join(names)
    for cells in range(max(map(cell_len, names), default=0), _NARROWEST - 1, -1):
        if cell_len(line) <= width:
            break
        line = _BETWEEN.join(shorten(name, cells) for name in names)
    return shorten(line, width)
