"""The report of a story as blocks, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.story.model import Story
from reader.story.report import wording
from reader.story.report.blocks import Block, Heading, Hyperlink, ReportParagraph, Table
from reader.story.report.naming import names_of
from reader.story.report.passages import cluster_blocks, omission_blocks
from reader.story.report.tables import copy_table, fact_table, overlap_table

__all__ = ["compose"]


def compose(story: Story, *, brief: bool = False) -> tuple[Block, ...]:
    """The whole report. `brief` is for a terminal: the longest lists are cut, with a note that says so."""
    return tuple(_blocks(story, brief))


def _blocks(story: Story, brief: bool) -> Iterator[Block]:
    names = names_of(story.articles)
    yield Heading(1, wording.title(len(story.articles)))
    yield _articles(story, names)
    yield Heading(2, wording.OVERLAP)
    yield ReportParagraph(wording.OVERLAP_HINT)
    yield overlap_table(story, names, brief=brief)
    yield from _facts(story, names)
    yield from cluster_blocks(story, names)
    yield from omission_blocks(story, names, brief=brief)
    if story.copies:
        yield Heading(2, wording.COPIES)
        yield copy_table(story, names, brief=brief)


def _articles(story: Story, names: Sequence[str]) -> Table:
    rows = []
    for number, (article, origin) in enumerate(zip(story.articles, story.origins, strict=True)):
        likely = wording.origin_label(origin.name, credited=origin.credited) if origin else ""
        title = Hyperlink(article.title, article.url)
        rows.append(
            (str(number + 1), names[number], title, article.date[:10], f"{article.words():,}", likely)
        )
    return Table(wording.ARTICLE_COLUMNS, tuple(rows))


def _facts(story: Story, names: Sequence[str]) -> Iterator[Block]:
    differing = [fact for fact in story.facts if not fact.agreed]
    for heading, facts in (
        (wording.CASUALTIES, [fact for fact in differing if fact.cluster is None]),
        (wording.DIFFERENCES, [fact for fact in differing if fact.cluster is not None]),
        (wording.AGREED, [fact for fact in story.facts if fact.agreed]),
    ):
        if facts:
            yield Heading(2, heading)
            if not facts[0].agreed:
                yield ReportParagraph(wording.DIFFERENCE_HINT)
            yield fact_table(facts, names)
