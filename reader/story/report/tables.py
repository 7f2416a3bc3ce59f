"""The tables of figures in a report: overlap, facts and copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.story.model import Fact, Story, Variant
from reader.story.report import wording
from reader.story.report.blocks import Cell, Table

__all__ = ["copy_table", "disagreements", "fact_table", "overlap_table"]

_WIDEST = 12
"""Articles whose overlap table fits a terminal."""

_NEAREST = 3
"""Articles that are listed for each article where the overlap table does not fit."""

_BRIEF = 12
"""Rows of a long table in a terminal."""


def overlap_table(story: Story, names: Sequence[str], *, brief: bool) -> Table:
    """The overlap of each article with each other; in brief and for many articles, the largest only."""
    if brief and len(names) > _WIDEST:
        return _nearest_table(story, names)
    numbers = tuple(str(number) for number in range(1, len(names) + 1))
    rows: list[tuple[Cell, ...]] = []
    for number, shares in enumerate(story.overlap):
        cells: list[Cell] = ["–" if other == number else share for other, share in enumerate(shares)]
        rows.append((f"{number + 1} {names[number]}", *cells))
    return Table(("", *numbers), tuple(rows))


def _nearest_table(story: Story, names: Sequence[str]) -> Table:
    rows = []
    for number, shares in enumerate(story.overlap):
        others = sorted((o for o in range(len(names)) if o != number), key=lambda other: -shares[other])
        nearest = ", ".join(f"{names[other]} {shares[other]:.0%}" for other in others[:_NEAREST])
        rows.append((names[number], nearest))
    return Table(wording.NEAREST_COLUMNS, tuple(rows))


def fact_table(facts: Sequence[Fact], names: Sequence[str]) -> Table:
    """A row for each wording of each fact; "≠" marks a variant that differs from those above it."""
    rows: list[tuple[Cell, ...]] = []
    for fact in facts:
        about = fact.about
        for number, variant in enumerate(fact.variants):
            mark = "≠" if number else ""
            for words, outlets in _wordings(variant, names):
                rows.append((about, mark, words, outlets))
                about = mark = ""
    return Table(wording.FACT_COLUMNS, tuple(rows))


def disagreements(facts: Sequence[Fact], names: Sequence[str]) -> Iterator[str]:
    """A line for each fact in which articles differ: its variants, and the outlets that give each."""
    for fact in facts:
        if not fact.agreed:
            variants = (
                ", ".join(f"{words} ({outlets})" for words, outlets in _wordings(variant, names))
                for variant in fact.variants
            )
            yield f"≠ {fact.about}: {' / '.join(variants)}"


def _wordings(variant: Variant, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The wordings of a variant with the outlets that use each, regardless of case and quotation marks."""
    outlets: dict[str, dict[str, None]] = {}
    spelling: dict[str, str] = {}
    for value in variant.values:
        key = value.words.lower().strip("\"'“”‘’")
        spelling.setdefault(key, value.words)
        outlets.setdefault(key, {})[names[value.article]] = None
    for key, users in outlets.items():
        yield spelling[key] or wording.NOT_STATED, ", ".join(users)


def copy_table(story: Story, names: Sequence[str], *, brief: bool) -> Table:
    """A row for each copy: the share of one article that has the same words in another."""
    copies = story.copies[:_BRIEF] if brief else story.copies
    rows: list[tuple[Cell, ...]] = [
        (names[copy.article], names[copy.other], copy.share, f"{len(copy.passages)}") for copy in copies
    ]
    if len(copies) < len(story.copies):
        rows.append((wording.not_shown(len(story.copies) - len(copies)), "", "", ""))
    return Table(wording.COPY_COLUMNS, tuple(rows))
