"""The tables of a report that are made of figures: shares, facts, copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.story.model import Fact, Story, Variant
from reader.story.report.blocks import Cell, Table

__all__ = ["copy_table", "disagreements", "fact_table", "not_shown", "overlap_table"]

_WIDEST = 12
"""Articles of which a matrix fits a terminal."""

_NEAREST = 3
"""Of more articles, those that say most of each."""

_BRIEF = 12
"""Rows of a long table in a terminal."""


def overlap_table(story: Story, names: Sequence[str], *, brief: bool) -> Table:
    """The matrix; in brief and of many articles, only the others that say most of each."""
    if brief and len(names) > _WIDEST:
        return _nearest(story, names)
    numbers = tuple(str(number) for number in range(1, len(names) + 1))
    rows: list[tuple[Cell, ...]] = []
    for number, shares in enumerate(story.overlap):
        cells: list[Cell] = ["–" if other == number else share for other, share in enumerate(shares)]
        rows.append((f"{number + 1} {names[number]}", *cells))
    return Table(("", *numbers), tuple(rows))


def _nearest(story: Story, names: Sequence[str]) -> Table:
    rows = []
    for number, shares in enumerate(story.overlap):
        others = sorted((o for o in range(len(names)) if o != number), key=lambda other: -shares[other])
        said = ", ".join(f"{names[other]} {shares[other]:.0%}" for other in others[:_NEAREST])
        rows.append((names[number], said))
    return Table(("outlet", "who says most of it"), tuple(rows))


def fact_table(facts: Sequence[Fact], names: Sequence[str]) -> Table:
    """A row for each wording of each fact; "≠" stands before a version that differs from those above."""
    rows: list[tuple[Cell, ...]] = []
    for fact in facts:
        about = fact.about
        for number, variant in enumerate(fact.variants):
            mark = "≠" if number else ""
            for words, who in _wordings(variant, names):
                rows.append((about, mark, words, who))
                about = mark = ""
    return Table(("about", "", "what is said", "who says it"), tuple(rows))


def disagreements(facts: Sequence[Fact], names: Sequence[str]) -> Iterator[str]:
    """A line for each fact in which articles differ: its versions, and who tells them."""
    for fact in facts:
        if not fact.agreed:
            variants = (
                ", ".join(f"{words} ({who})" for words, who in _wordings(variant, names))
                for variant in fact.variants
            )
            yield f"≠ {fact.about}: {' / '.join(variants)}"


def not_shown(count: int) -> str:
    """What stands for rows that a terminal is not shown, with the way to them."""
    return f"… and {count} more (--markdown has all)"


def _wordings(variant: Variant, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each wording of a version with all who use it; case and quotation marks make none of their own."""
    tellers: dict[str, dict[str, None]] = {}
    story_report: dict[str, str] = {}
    for value in variant.values:
        key = value.words.lower().strip("\"'“”‘’")
        story_report.setdefault(key, value.words)
        tellers.setdefault(key, {})[names[value.article]] = None
    for key, who in tellers.items():
        yield story_report[key] or "(nothing there)", ", ".join(who)


def copy_table(story: Story, names: Sequence[str], *, brief: bool) -> Table:
    """Who shares how much word by word with whom."""
    copies = story.copies[:_BRIEF] if brief else story.copies
    rows: list[tuple[Cell, ...]] = [
        (names[copy.article], names[copy.other], copy.share, f"{len(copy.passages)}") for copy in copies
    ]
    if len(copies) < len(story.copies):
        rows.append((not_shown(len(story.copies) - len(copies)), "", "", ""))
    return Table(("of", "stands in", "share", "passages"), tuple(rows))
