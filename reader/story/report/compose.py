"""The report of a story, from what is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.story.model import Story
from reader.story.report.blocks import Block, Heading, Hyperlink, ReportParagraph, Table
from reader.story.report.naming import names_of
from reader.story.report.passages import cluster_blocks, omission_blocks
from reader.story.report.tables import copy_table, fact_table, overlap_table

__all__ = ["compose"]


_DIFFERS = "“≠” says that they differ, never that one is wrong."


def compose(story: Story, *, brief: bool = False) -> tuple[Block, ...]:
    """All that is known of a story, told.

    `brief` is for a terminal: the longest lists are cut, and say so.
    """
    return tuple(_blocks(story, brief))


def _blocks(story: Story, brief: bool) -> Iterator[Block]:
    names = names_of(story.articles)
    yield Heading(1, f"A story in {len(story.articles)} articles")
    yield _articles(story, names)
    yield Heading(2, "How much of each the others say")
    yield ReportParagraph(
        "Of the body words of the article in the row, what the one in the column says, too."
    )
    yield overlap_table(story, names, brief=brief)
    yield from _facts(story, names)
    yield from cluster_blocks(story, names)
    yield from omission_blocks(story, names, brief=brief)
    if story.copies:
        yield Heading(2, "What stands word by word in two articles")
        yield copy_table(story, names, brief=brief)


def _articles(story: Story, names: tuple[str, ...]) -> Table:
    rows = []
    for number, (article, origin) in enumerate(zip(story.articles, story.origins, strict=True)):
        drawn = f"{origin.name} ({'credited' if origin.credited else 'copied, earlier'})" if origin else ""
        title = Hyperlink(article.title, article.url)
        rows.append((str(number + 1), names[number], title, article.date[:10], f"{article.words():,}", drawn))
    return Table(("", "outlet", "title", "date", "words", "likely origin"), tuple(rows))


def _facts(story: Story, names: tuple[str, ...]) -> Iterator[Block]:
    differing = [fact for fact in story.facts if not fact.agreed]
    for title, facts in (
        ("How many, as each counts them", [fact for fact in differing if fact.cluster is None]),
        ("Facts in which they differ", [fact for fact in differing if fact.cluster is not None]),
        ("Figures in which they agree", [fact for fact in story.facts if fact.agreed]),
    ):
        if facts:
            yield Heading(2, title)
            if not facts[0].agreed:
                yield ReportParagraph(_DIFFERS)
            yield fact_table(facts, names)
