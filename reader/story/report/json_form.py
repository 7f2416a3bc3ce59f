"""A story as values for JSON, which docs/story.md describes."""

from __future__ import annotations

from typing import Any

from reader.articles.model import Article
from reader.articles.origins import file_offsets
from reader.base.letters import letter
from reader.differences.messages import describe
from reader.matching.model import Passage
from reader.story.model import Account, Cluster, Copy, Fact, Omissions, Story, StoryLink, Value

__all__ = ["as_json"]

_METADATA = ("id", "sha256", "title", "source", "date", "author", "url", "path")


def as_json(story: Story, threshold: float) -> dict[str, Any]:
    """The values of a story. Raises ArticleError if the file of an article cannot be read."""
    writer = _PassageWriter(story)
    return {
        "generator": "reader",
        "threshold": threshold,
        "articles": [_article(story, number) for number in range(len(story.articles))],
        "matrix": [[round(share, 4) for share in row] for row in story.overlap],
        "clusters": [writer.cluster(cluster) for cluster in story.clusters],
        "facts": [writer.fact(fact) for fact in story.facts],
        "omissions": writer.omissions(story.omissions),
        "copies": [writer.copy(copy) for copy in story.copies],
    }


def _article(story: Story, number: int) -> dict[str, Any]:
    article: Article = story.articles[number]
    origin = story.origins[number]
    likely = origin and {"name": origin.name, "article": origin.article, "credited": origin.credited}
    return {name: getattr(article, name) for name in _METADATA} | {"words": article.words(), "origin": likely}


class _PassageWriter:
    """Values with passages. Offsets are code points of the files' own text, as in `reader match --json`."""

    def __init__(self, story: Story) -> None:
        self._articles = story.articles
        self._offsets = [file_offsets(article) for article in story.articles]

    def passage(self, article: int, passage: Passage) -> dict[str, Any]:
        offset = self._offsets[article]
        text = self._articles[article].text[passage.start : passage.end]
        return {"start": offset(passage.start), "end": offset(passage.end), "text": text}

    def cluster(self, cluster: Cluster) -> dict[str, Any]:
        return {
            "articles": list(cluster.articles),
            "independent": cluster.independent,
            "centre": cluster.centre,
            "tellings": [self._account(account) for account in cluster.accounts],
            "links": [_link(link) for link in cluster.links],
        }

    def _account(self, account: Account) -> dict[str, Any]:
        return {
            "article": account.article,
            **self.passage(account.article, account.passage),
            "place": round(account.place, 4),
            "kind": account.kind and str(account.kind),
            "source": account.source,
            "dependence": account.dependence and str(account.dependence),
            "credits": account.credits,
            "as_whole": account.as_whole,
        }

    def fact(self, fact: Fact) -> dict[str, Any]:
        return {
            "cluster": fact.cluster,
            "kind": str(fact.kind),
            "about": fact.about,
            "agreed": fact.agreed,
            "versions": [[self._value(value) for value in variant.values] for variant in fact.variants],
        }

    def _value(self, value: Value) -> dict[str, Any]:
        passage = value.passage and self.passage(value.article, value.passage)
        return {"article": value.article, "words": value.words, "passage": passage}

    def omissions(self, omissions: Omissions) -> dict[str, Any]:
        return {
            "missing": [
                {"cluster": omission.cluster, "articles": list(omission.articles)}
                for omission in omissions.omitted
            ],
            "alone": [
                [self.passage(article, sentence) for sentence in sentences]
                for article, sentences in enumerate(omissions.only_in_one)
            ],
            "moved": [
                {"cluster": moved.cluster, "leads": moved.leads, "ends": moved.ends}
                for moved in omissions.moved
            ],
        }

    def copy(self, copy: Copy) -> dict[str, Any]:
        return {
            "article": copy.article,
            "other": copy.other,
            "share": round(copy.share, 4),
            "passages": [self.passage(copy.article, passage) for passage in copy.passages],
        }


def _link(link: StoryLink) -> dict[str, Any]:
    differences = link.match.differences
    return {
        "a": link.a,
        "b": link.b,
        "kind": str(link.match.kind),
        "form": link.match.form,
        "score": round(link.match.score, 1),
        "differences": [
            {"kind": str(each.kind), "message": describe(each, letter(link.a), letter(link.b))}
            for each in differences
        ],
    }
