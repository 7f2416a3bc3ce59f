"""The parts of a report that show passages: what several say, what few leave out, what one has alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.language.folding import fold
from reader.matching.model import Passage
from reader.story.model import Account, Cluster, Story
from reader.story.queries import facts_in, first_reported
from reader.story.report.blocks import Block, Cell, Heading, ReportParagraph, Table
from reader.story.report.naming import KIND_LABELS, dependence_of, words_of
from reader.story.report.tables import disagreements, not_shown

__all__ = ["cluster_blocks", "omission_blocks"]

_BRIEF = 3
"""Sentences of each article that a terminal shows of those it has alone."""


_INDEPENDENT = "Independent tellings are neither copied nor credited; they may still have one source."
_LEFT_OUT = "Nothing in these articles comes near it; they may say it in other words."
_ALONE = "Alone in these words: others may say it otherwise."


def cluster_blocks(story: Story, names: Sequence[str]) -> Iterator[Block]:
    """Each cluster as a table: who says it and how far into the article, how, in which words."""
    yield Heading(2, "What several say")
    if not story.clusters:
        yield ReportParagraph("No passage of one article matches a passage of another.")
    else:
        yield ReportParagraph(_INDEPENDENT)
    for number, cluster in enumerate(story.clusters, 1):
        told = f"{number}. Told by {len(cluster.articles)} of {len(names)}"
        yield Heading(3, f"{told}, {_independent(story, cluster, names)}")
        yield Table(("who, how far in", "how", "words"), tuple(_rows(story, names, cluster)))
        yield from map(ReportParagraph, disagreements(facts_in(story, number - 1), names))


def _independent(story: Story, cluster: Cluster, names: Sequence[str]) -> str:
    """How many tellings are independent; and where not all of them are, who was likely first."""
    count = cluster.independent
    told = f"in {count} independent tellings" if count > 1 else "all from one telling"
    first = first_reported(story, cluster) if count < len(cluster.articles) else None
    return told if first is None else f"{told}; first by {names[first]}"


def _rows(story: Story, names: Sequence[str], cluster: Cluster) -> Iterator[tuple[Cell, ...]]:
    """A row for each wording, that of the centre first."""
    wordings: dict[str, list[int]] = {}
    for number in sorted(range(len(cluster.accounts)), key=lambda number: number != cluster.centre):
        wordings.setdefault(fold(_words(story, cluster.accounts[number])), []).append(number)
    for numbers in wordings.values():
        accounts = [cluster.accounts[number] for number in numbers]
        beside = {one.article for one in accounts}
        who = ", ".join(_who(cluster, number, names, beside) for number in numbers)
        kinds = dict.fromkeys(KIND_LABELS.get(one.kind, str(one.kind)) for one in accounts if one.kind)
        yield who, ", ".join(kinds), _words(story, accounts[0])


def _who(cluster: Cluster, number: int, names: Sequence[str], beside: set[int]) -> str:
    """Who tells it, how far into the article, and on whom that telling draws."""
    one = cluster.accounts[number]
    drawn = dependence_of(cluster, number, names, beside)
    return f"{names[one.article]} {one.place:.0%}" + (f" ({drawn})" if drawn else "")


def omission_blocks(story: Story, names: Sequence[str], *, brief: bool) -> Iterator[Block]:
    """What is left out, what stands elsewhere, what one has alone."""
    omissions = story.omissions
    if omissions.omitted:
        yield Heading(2, "What all but a few say")
        yield ReportParagraph(_LEFT_OUT)
        yield Table(("left out by", "what the others say"), tuple(_omitted(story, names)))
    if omissions.moved:
        yield Heading(2, "What leads here and comes last there")
        yield Table(("leads in", "comes last in", "as the first says it"), tuple(_moved(story, names)))
    if any(omissions.only_in_one):
        yield Heading(2, "What one article has alone")
        yield ReportParagraph(_ALONE)
        yield Table(("outlet", "sentences"), tuple(_only_in_one(story, names, brief=brief)))


def _omitted(story: Story, names: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """A row for each cluster that few leave out, and below it where those differ who tell it."""
    for one in story.omissions.omitted:
        cluster = story.clusters[one.cluster]
        who = ", ".join(names[article] for article in one.articles)
        yield who, _words(story, cluster.accounts[cluster.centre])
        yield from (("", line) for line in disagreements(facts_in(story, one.cluster), names))


def _words(story: Story, account: Account) -> str:
    return words_of(story.articles[account.article], account.passage)


def _moved(story: Story, names: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    for moved in story.omissions.moved:
        accounts = story.clusters[moved.cluster].accounts
        leads, ends = (accounts[number] for number in (moved.leads, moved.ends))
        places = (f"{names[one.article]} {one.place:.0%}" for one in (leads, ends))
        yield *places, _words(story, leads)


def _only_in_one(story: Story, names: Sequence[str], *, brief: bool) -> Iterator[tuple[Cell, ...]]:
    for article, name, passages in zip(story.articles, names, story.omissions.only_in_one, strict=True):
        shown: Sequence[Passage] = passages[:_BRIEF] if brief else passages
        for number, passage in enumerate(shown):
            yield (f"{name} ({len(passages)})" if number == 0 else "", words_of(article, passage))
        if len(shown) < len(passages):
            yield "", not_shown(len(passages) - len(shown))
