"""The parts of a report that show passages: clusters, omissions, what moved, what is only in one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.base.folding import fold
from reader.story.model import Account, Cluster, Story
from reader.story.queries import facts_in, first_reported
from reader.story.report import wording
from reader.story.report.blocks import Block, Cell, Heading, ReportParagraph, Table
from reader.story.report.naming import dependence_of, words_of
from reader.story.report.tables import disagreements

__all__ = ["cluster_blocks", "omission_blocks"]

_BRIEF = 3
"""Sentences that only one article has which a terminal is shown, of each article."""


def cluster_blocks(story: Story, names: Sequence[str]) -> Iterator[Block]:
    """Each cluster as a table of its wordings, with the facts below it in which its accounts differ."""
    yield Heading(2, wording.CLUSTERS)
    yield ReportParagraph(wording.INDEPENDENCE_HINT if story.clusters else wording.NO_CLUSTERS)
    for number, cluster in enumerate(story.clusters):
        yield Heading(3, _heading(story, number, cluster, names))
        yield Table(wording.ACCOUNT_COLUMNS, tuple(_wordings(story, names, cluster)))
        yield from map(ReportParagraph, disagreements(facts_in(story, number), names))


def _heading(story: Story, number: int, cluster: Cluster, names: Sequence[str]) -> str:
    """The heading of a cluster. It names the likely first article where not all accounts are independent."""
    articles, independent = len(cluster.articles), cluster.independent
    first = first_reported(story, cluster) if independent < articles else None
    name = "" if first is None else names[first]
    return wording.cluster_heading(number + 1, articles, len(names), independent, name)


def _wordings(story: Story, names: Sequence[str], cluster: Cluster) -> Iterator[tuple[Cell, ...]]:
    """A row for each wording, that of the centre first."""
    wordings: dict[str, list[int]] = {}
    for number in sorted(range(len(cluster.accounts)), key=lambda number: number != cluster.centre):
        wordings.setdefault(fold(_words(story, cluster.accounts[number])), []).append(number)
    for numbers in wordings.values():
        accounts = [cluster.accounts[number] for number in numbers]
        beside = {account.article for account in accounts}
        outlets = ", ".join(_outlet(cluster, number, names, beside) for number in numbers)
        kinds = (account.kind for account in accounts if account.kind)
        labels = dict.fromkeys(kind.label for kind in kinds)
        yield outlets, ", ".join(labels), _words(story, accounts[0])


def _outlet(cluster: Cluster, number: int, names: Sequence[str], beside: set[int]) -> str:
    """The outlet of an account, its position in the article, and why it is not independent."""
    account = cluster.accounts[number]
    dependence = dependence_of(cluster, number, names, beside)
    return f"{names[account.article]} {account.place:.0%}" + (f" ({dependence})" if dependence else "")


def omission_blocks(story: Story, names: Sequence[str], *, brief: bool) -> Iterator[Block]:
    """The tables of what is omitted, what moved, and what is only in one article."""
    omissions = story.omissions
    if omissions.omitted:
        yield Heading(2, wording.OMITTED)
        yield ReportParagraph(wording.OMITTED_HINT)
        yield Table(wording.OMITTED_COLUMNS, tuple(_omitted(story, names)))
    if omissions.moved:
        yield Heading(2, wording.MOVED)
        yield Table(wording.MOVED_COLUMNS, tuple(_moved(story, names)))
    if any(omissions.only_in_one):
        yield Heading(2, wording.ONLY_IN_ONE)
        yield ReportParagraph(wording.ONLY_IN_ONE_HINT)
        yield Table(wording.ONLY_IN_ONE_COLUMNS, tuple(_only_in_one(story, names, brief=brief)))


def _omitted(story: Story, names: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """A row for each omission, and below it the facts in which the other articles differ."""
    for omission in story.omissions.omitted:
        cluster = story.clusters[omission.cluster]
        outlets = ", ".join(names[article] for article in omission.articles)
        yield outlets, _words(story, cluster.accounts[cluster.centre])
        yield from (("", line) for line in disagreements(facts_in(story, omission.cluster), names))


def _words(story: Story, account: Account) -> str:
    return words_of(story.articles[account.article], account.passage)


def _moved(story: Story, names: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    for moved in story.omissions.moved:
        accounts = story.clusters[moved.cluster].accounts
        leads, ends = accounts[moved.leads], accounts[moved.ends]
        positions = (f"{names[account.article]} {account.place:.0%}" for account in (leads, ends))
        yield *positions, _words(story, leads)


def _only_in_one(story: Story, names: Sequence[str], *, brief: bool) -> Iterator[tuple[Cell, ...]]:
    for article, name, passages in zip(story.articles, names, story.omissions.only_in_one, strict=True):
        shown = passages[:_BRIEF] if brief else passages
        for number, passage in enumerate(shown):
            yield (f"{name} ({len(passages)})" if number == 0 else "", words_of(article, passage))
        if len(shown) < len(passages):
            yield "", wording.not_shown(len(passages) - len(shown))
