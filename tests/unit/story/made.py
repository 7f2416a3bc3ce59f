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


def story_of(*articles: Article) -> Story:
    return build_story(align_pairs(articles))


@cache
def sample_pairs(name: str) -> AlignedPairs:
    """The aligned articles of a story of the sample corpus, in the order of their dates."""
    return align_pairs(open_corpus([SAMPLE / name]).articles)


@cache
def sample(name: str) -> Story:
    return build_story(sample_pairs(name))


def number(story: Story, source: str) -> int:
    """The number of the article whose source begins like this."""
    (number,) = (n for n, article in enumerate(story.articles) if article.source.startswith(source))
    return number


def words(story: Story, account: Account) -> str:
    return story.articles[account.article].text[account.passage.start : account.passage.end]


def cluster_of(story: Story, text: str) -> Cluster:
    """The cluster with an account that contains this text."""
    clusters = [c for c in story.clusters if any(text in words(story, account) for account in c.accounts)]
    assert len(clusters) == 1, f"{len(clusters)} clusters say {text!r}"
    return clusters[0]


def variants(fact: Fact) -> list[set[str]]:
    """The words of the values of each variant of a fact."""
    return [{value.words for value in variant.values} for variant in fact.variants]


def fact_with(story: Story, text: str) -> Fact:
    """The fact with a value in these words."""
    facts = [fact for fact in story.facts if any(text in variant for variant in variants(fact))]
    assert len(facts) == 1, f"{len(facts)} facts have {text!r}"
    return facts[0]


def sources(story: Story, articles: tuple[int, ...]) -> list[str]:
    return [story.articles[article].source for article in articles]
