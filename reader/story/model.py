"""The model of a story: the clusters, facts, omissions, copies and origins of its articles.

Articles, clusters and accounts are referred to by their numbers, from 0: articles in `Story.articles`,
clusters in `Story.clusters`, accounts in `Cluster.accounts`. Shares and places are 0-1.
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
    """The reason why an account is not independent."""

    COPY = "copy"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Account:
    """The passage of one article in a cluster.

    `place` is the share of the article's body words before it. `kind` is the kind of its match with the
    centre of the cluster, or, if these two do not match, of its best match; None for the centre itself.
    Accounts with the same `source` count as one: they are copies of each other or draw on one outlet.
    `dependence` is the reason, None for an account that others draw on or that is independent. `credits`
    names the outlet that it credits, "" if none; `as_whole` if the article credits it in a line about its
    sources, and not in or beside the passage.
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
    """A match between two accounts of a cluster: number `a` is its passage a, number `b` its passage b."""

    a: int
    b: int
    match: Match


@dataclass(frozen=True, slots=True)
class Cluster:
    """Passages of two or more articles that say the same thing, in the order of the articles.

    `centre` is the account with the highest sum of match scores.
    """

    accounts: tuple[Account, ...]
    links: tuple[StoryLink, ...]
    centre: int

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles with an account in the cluster, each once."""
        return tuple(dict.fromkeys(account.article for account in self.accounts))

    @property
    def independent(self) -> int:
        """The number of independent accounts: those with one source count as one."""
        return len({account.source for account in self.accounts})


@dataclass(frozen=True, slots=True)
class Value:
    """The value that one article gives for a fact, in its own words; "" if it gives none."""

    article: int
    words: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Variant:
    """The values of a fact between which no difference is flagged."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """The values that articles give for one thing. With several variants they differ; with one they agree.

    `about` names the thing: what is counted, dated or named. `cluster` is None for facts collected from the
    whole story, from sentences that need not match: casualties, and figures that agree.
    """

    cluster: int | None
    kind: DifferenceKind
    about: str
    variants: tuple[Variant, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """The values of all variants, one variant after the other."""
        return tuple(value for variant in self.variants for value in variant.values)

    @property
    def agreed(self) -> bool:
        """Whether no articles differ: "about 6,000" agrees with "thousands"."""
        return len(self.variants) == 1


@dataclass(frozen=True, slots=True)
class Omission:
    """A cluster that all articles cover except these few, in which nothing comes near it."""

    cluster: int
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MovedCluster:
    """A cluster near the start of one article and near the end of another: its accounts in both."""

    cluster: int
    leads: int
    ends: int


@dataclass(frozen=True, slots=True)
class Omissions:
    """The points that few articles omit, that only one has, and that moved.

    `only_in_one` holds, for each article, its sentences that come near no sentence of another article.
    """

    omitted: tuple[Omission, ...]
    only_in_one: tuple[tuple[Passage, ...], ...]
    moved: tuple[MovedCluster, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The likely origin of an article: another article of the story, or (None) an agency outside it.

    `credited` if the article says so itself; otherwise it is the earliest article that this one copies.
    """

    name: str
    article: int | None
    credited: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """The share (the copy share) of the body of `article` that has the same words in `other`.

    `passages` are those of `article`, in order; `counterparts` holds the passage of `other` for each.
    The two copy shares of a pair of articles differ with their lengths.
    """

    article: int
    other: int
    share: float
    passages: tuple[Passage, ...]
    counterparts: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, compared. `overlap[i][j]` is the share of i's body words that j also says.

    Clusters of most articles come first. `origins` has one entry for each article, None if unknown.
    """

    articles: tuple[Article, ...]
    overlap: tuple[tuple[float, ...], ...]
    clusters: tuple[Cluster, ...]
    facts: tuple[Fact, ...]
    omissions: Omissions
    copies: tuple[Copy, ...]
    origins: tuple[Origin | None, ...]
