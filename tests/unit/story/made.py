"""Stories made of plain paragraphs, for tests."""

from __future__ import annotations

from functools import cache

from reader.articles.corpus import open_corpus
from reader.articles.loading import from_text
from reader.articles.model import Article
from reader.story.build import build_story
from reader.story.model import Account, Cluster, Fact, Story
from reader.story.pairs import AlignedPairs, align_pairs
from tests.conftest import SAMPLE


def article(source: str, *paragraphs: str, **facts: str) -> Article:
    """An article of an outlet."""
    return from_text("\n\n".join(paragraphs), title=f"As {source} tells it", source=source, **facts)


def story(*articles: Article) -> Story:
    return build_story(align_pairs(articles))


@cache
def sample_pairs(name: str) -> AlignedPairs:
    """The aligned articles of a story of the sample corpus, in the order of their dates."""
    return align_pairs(open_corpus([SAMPLE / name]).articles)


@cache
def sample(name: str) -> Story:
    return build_story(sample_pairs(name))


def number(told: Story, source: str) -> int:
    """The number of the article whose source begins so."""
    (found,) = (n for n, one in enumerate(told.articles) if one.source.startswith(source))
    return found


def words(told: Story, account: Account) -> str:
    return told.articles[account.article].text[account.passage.start : account.passage.end]


def cluster_of(told: Story, said: str) -> Cluster:
    """The cluster with a telling that has these words."""
    found = [c for c in told.clusters if any(said in words(told, one) for one in c.accounts)]
    assert len(found) == 1, f"{len(found)} clusters say {said!r}"
    return found[0]


def variants(fact: Fact) -> list[set[str]]:
    """What is said in each version of a fact."""
    return [{value.words for value in variant.values} for variant in fact.variants]


def fact_with(told: Story, said: str) -> Fact:
    """The fact of which somebody says these words."""
    found = [fact for fact in told.facts if any(said in one for one in variants(fact))]
    assert len(found) == 1, f"{len(found)} facts have {said!r}"
    return found[0]


def sources(told: Story, articles: tuple[int, ...]) -> list[str]:
    return [told.articles[one].source for one in articles]
