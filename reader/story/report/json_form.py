"""A story as values for JSON. docs/story.md describes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reader.articles.model import Article
from reader.articles.origins import file_offsets
from reader.matching.model import Passage
from reader.story.model import Cluster, Fact, Story, StoryLink

__all__ = ["as_json"]

_FACTS = ("id", "sha256", "title", "source", "date", "author", "url", "path")


def as_json(story: Story, threshold: float) -> dict[str, Any]:
    """All that is known of a story. Raises ArticleError where the file of an article cannot be read."""
    told = _Places(story)
    return {
        "generator": "reader",
        "threshold": threshold,
        "articles": [_article(story, number) for number in range(len(story.articles))],
        "matrix": [[round(share, 4) for share in row] for row in story.overlap],
        "clusters": [told.cluster(cluster) for cluster in story.clusters],
        "facts": [told.fact(fact) for fact in story.facts],
        "omissions": {
            "missing": [
                {"cluster": one.cluster, "articles": list(one.articles)} for one in story.omissions.omitted
            ],
            "alone": [
                [told.passage(number, passage) for passage in passages]
                for number, passages in enumerate(story.omissions.only_in_one)
            ],
            "moved": [
                {"cluster": one.cluster, "leads": one.leads, "ends": one.ends}
                for one in story.omissions.moved
            ],
        },
        "copies": [
            {
                "article": copy.article,
                "other": copy.other,
                "share": round(copy.share, 4),
                "passages": [told.passage(copy.article, passage) for passage in copy.passages],
            }
            for copy in story.copies
        ],
    }


def _article(story: Story, number: int) -> dict[str, Any]:
    article: Article = story.articles[number]
    origin = story.origins[number]
    drawn = origin and {"name": origin.name, "article": origin.article, "credited": origin.credited}
    return {name: getattr(article, name) for name in _FACTS} | {"words": article.words(), "origin": drawn}


class _Places:
    """Passages, with offsets in code points of the files' own text, as `reader match --json` gives them."""

    def __init__(self, story: Story) -> None:
        self._articles = story.articles
        self._offsets: list[Callable[[int], int]] = [file_offsets(article) for article in story.articles]

    def passage(self, article: int, passage: Passage) -> dict[str, Any]:
        place = self._offsets[article]
        text = self._articles[article].text[passage.start : passage.end]
        return {"start": place(passage.start), "end": place(passage.end), "text": text}

    def cluster(self, cluster: Cluster) -> dict[str, Any]:
        return {
            "articles": list(cluster.articles),
            "independent": cluster.independent,
            "centre": cluster.centre,
            "tellings": [
                {
                    "article": one.article,
                    **self.passage(one.article, one.passage),
                    "place": round(one.place, 4),
                    "kind": one.kind and str(one.kind),
                    "source": one.source,
                    "dependence": one.dependence and str(one.dependence),
                    "credits": one.credits,
                    "as_whole": one.as_whole,
                }
                for one in cluster.accounts
            ],
            "links": [_link(link) for link in cluster.links],
        }

    def fact(self, fact: Fact) -> dict[str, Any]:
        return {
            "cluster": fact.cluster,
            "kind": str(fact.kind),
            "about": fact.about,
            "agreed": fact.agreed,
            "versions": [
                [
                    {
                        "article": value.article,
                        "words": value.words,
                        "passage": value.passage and self.passage(value.article, value.passage),
                    }
                    for value in variant.values
                ]
                for variant in fact.variants
            ],
        }


def _link(link: StoryLink) -> dict[str, Any]:
    return {
        "a": link.a,
        "b": link.b,
        "kind": str(link.match.kind),
        "form": link.match.form,
        "score": round(link.match.score, 1),
        "differences": [{"kind": str(one.kind), "message": one.message} for one in link.match.differences],
    }
