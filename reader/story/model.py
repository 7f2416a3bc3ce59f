"""What is known of a story: who says what, in which words, with which figures, and who leaves it out.

Articles, clusters and tellings are meant by their numbers, from 0: articles in `Story.articles`, clusters in
`Story.clusters`, tellings in `Cluster.accounts`. Shares and places are 0-1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.articles.model import Article
from reader.matching.model import DifferenceKind, Kind, Match, Passage

__all__ = [
    "Account",
    "Cluster",
    "Copy",
    "Dependence",
    "Fact",
    "MovedCluster",
    "Omission",
    "Omissions",
    "Origin",
    "Story",
    "StoryLink",
    "Value",
    "Variant",
]


class Dependence(StrEnum):
    """Why a telling is no independent one."""

    COPY = "copy"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Account:
    """One passage of a cluster.

    `place` is the share of its article's body words that stand before it. `kind` is how it says what the
    centre of the cluster says, or where these two do not match, what the telling most like it says; None for
    the centre itself. Tellings with the same `source` count as one: they are copies of one another or draw on
    one outlet. `dependence` says which this one does, None for one that others draw on, or that stands alone;
    `credits` names the outlet that it credits, "" where it credits none; `as_whole` if it is the article that
    does so, in a line on its sources, and not the telling.
    """

    article: int
    passage: Passage
    place: float
    kind: Kind | None
    source: int
    dependence: Dependence | None
    credits: str
    as_whole: bool = False


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A match between two tellings: number `a` on its side a, number `b` on its side b."""

    a: int
    b: int
    match: Match


@dataclass(frozen=True, slots=True)
class Cluster:
    """Passages of two or more articles that say the same, in the order of the articles.

    `centre` is the telling that the others are most like.
    """

    accounts: tuple[Account, ...]
    links: tuple[StoryLink, ...]
    centre: int

    @property
    def articles(self) -> tuple[int, ...]:
        """Who says it, each article once."""
        return tuple(dict.fromkeys(account.article for account in self.accounts))

    @property
    def independent(self) -> int:
        """How many tellings there are, copies and those that draw on one outlet counted as one."""
        return len({account.source for account in self.accounts})


@dataclass(frozen=True, slots=True)
class Value:
    """What one article says of a fact: words as it writes them, "" where it says nothing of it."""

    article: int
    words: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Variant:
    """Values of a fact between which no difference is flagged."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What articles say of one thing: in several versions they differ, in one no difference is flagged.

    `about` are words beside the values: what is counted, dated, named. `cluster` is None for what is told in
    sentences that need not match: the dead, the injured and the like, and figures of one thing that agree.
    """

    cluster: int | None
    kind: DifferenceKind
    about: str
    variants: tuple[Variant, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """The values of all versions, one version after the other."""
        return tuple(value for variant in self.variants for value in variant.values)

    @property
    def agreed(self) -> bool:
        """Whether nobody differs: "about 6,000" is one of "thousands", and agrees."""
        return len(self.variants) == 1


@dataclass(frozen=True, slots=True)
class Omission:
    """A cluster that all articles tell but these few, which have nothing that comes near it."""

    cluster: int
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MovedCluster:
    """A cluster that leads in one article and comes last in another: its tellings in both."""

    cluster: int
    leads: int
    ends: int


@dataclass(frozen=True, slots=True)
class Omissions:
    """What is left out, kept to oneself, or put elsewhere.

    `only_in_one` holds, for each article, its sentences that come near no sentence of another article.
    """

    omitted: tuple[Omission, ...]
    only_in_one: tuple[tuple[Passage, ...], ...]
    moved: tuple[MovedCluster, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article likely comes from: from an article of the story, or an agency that is none (None).

    `credited` if it says so itself; else it copies the other, which is the earliest that it copies.
    """

    name: str
    article: int | None
    credited: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """How much of the body of `article` stands word by word in `other`, with the passages of the article in
    their order, and for each the passage of `other`.

    The two shares of a pair of articles differ with their length.
    """

    article: int
    other: int
    share: float
    passages: tuple[Passage, ...]
    counterparts: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of one event, compared. `overlap[i][j]` is the share of i's body words that j says, too.

    Clusters told by most articles come first. `origins` has one entry for each article, None where nothing
    speaks for any.
    """

    articles: tuple[Article, ...]
    overlap: tuple[tuple[float, ...], ...]
    clusters: tuple[Cluster, ...]
    facts: tuple[Fact, ...]
    omissions: Omissions
    copies: tuple[Copy, ...]
    origins: tuple[Origin | None, ...]
