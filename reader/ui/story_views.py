"""What is known of a story as lists: who says what, figures, what is left out, shares, copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from textual.content import Content

from reader.matching.model import Passage
from reader.story.looking import facts_in, first_told
from reader.story.model import Cluster, Fact, Story, Value
from reader.story.report.naming import KINDS, names_of, words_of

from .comparison import letter

__all__ = ["StoryRow", "StoryView", "story_views"]

_BARS = " ▁▂▃▄▅▆▇█"
"""For a share, so that a table of shares is a map."""

Place = tuple[int, int]
"""Number of an article, and code point of its text."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One row: its cells, the places that it is about, and all that is to be said of it, line by line."""

    cells: tuple[str, ...]
    places: tuple[Place, ...]
    full: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One list: its name, the labels of its columns with their share of the width, and its rows."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[StoryRow, ...]


def story_views(story: Story) -> list[StoryView]:
    """All lists of a story; articles are called by their letters in cells, by their outlets in full."""
    lists = _Lists(story)
    matrix = (("Of", 4), *((letter(n), 1) for n in range(len(story.articles))))
    return [
        StoryView("said", (("By", 2), ("Indep.", 1), ("What several say", 8)), tuple(lists.clusters())),
        StoryView("figures", (("About", 3), ("", 1), ("What is said", 3), ("By", 3)), tuple(lists.facts())),
        StoryView("left out", (("No match in", 2), ("What all others say", 8)), tuple(lists.missing())),
        StoryView("moved", (("Leads in", 2), ("Last in", 2), ("What", 8)), tuple(lists.moved())),
        StoryView("only here", (("In", 1), ("What one article says alone", 9)), tuple(lists.alone())),
        StoryView("shares", matrix, tuple(lists.shares())),
        StoryView("copies", (("Of", 4), ("stands in", 4), ("Share", 1)), tuple(lists.copies())),
    ]


class _Lists:
    """The rows of each list."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names = names_of(story.articles)

    def clusters(self) -> Iterator[StoryRow]:
        for number, cluster in enumerate(self._story.clusters):
            centre = cluster.tellings[cluster.centre]
            told = f"{cluster.independent}×"
            cells = (_letters(cluster.articles), told, self._words(centre.article, centre.passage))
            yield StoryRow(cells, _places(cluster), tuple(self._in_full(number, cluster)))

    def _in_full(self, number: int, cluster: Cluster) -> Iterator[Content]:
        first = first_told(self._story, cluster)
        count = cluster.independent
        said = f"{len(cluster.articles)} articles, " + (
            f"{count} of them independent of one another" if count > 1 else "all copies of one telling"
        )
        if first is not None:
            said += f"; first told by {self._names[first]}"
        yield Content.styled(said, "bold")
        for telling in cluster.tellings:
            how = KINDS.get(telling.kind, "") if telling.kind else ""
            where = f"{letter(telling.article)} {self._names[telling.article]}, {telling.place:.0%} in"
            yield Content.assemble((f"{where}  ", "bold"), self._words(telling.article, telling.passage))
            if how:
                yield Content.styled(f"   {how}", "dim")
        for fact in facts_in(self._story, number):
            if not fact.agreed:
                yield Content(f"≠  {fact.about}: {self._versions(fact)}")

    def _versions(self, fact: Fact) -> str:
        return " ≠ ".join(_said(version.values) for version in fact.versions)

    def facts(self) -> Iterator[StoryRow]:
        for fact in sorted(self._story.facts, key=lambda fact: fact.agreed):
            values = list(chain.from_iterable(version.values for version in fact.versions))
            places = tuple((one.article, one.passage.start) for one in values if one.passage)
            by = " ≠ ".join(_letters(one.article for one in version.values) for version in fact.versions)
            cells = (fact.about, "agreed" if fact.agreed else "≠", self._versions(fact), by)
            full = (
                Content.assemble((f"{self._names[one.article]}  ", "bold"), self._sentence(one))
                for one in values
            )
            yield StoryRow(cells, places, tuple(full))

    def _sentence(self, value: Value) -> str:
        """The sentence in which a value stands."""
        if value.passage is None:
            return value.words
        article = self._story.articles[value.article]
        sentence = article.sentences[article.sentences.number_at(value.passage.start)]
        return " ".join(article.text[sentence.start : sentence.end].split())

    def missing(self) -> Iterator[StoryRow]:
        for one in self._story.omissions.missing:
            cluster = self._story.clusters[one.cluster]
            centre = cluster.tellings[cluster.centre]
            cells = (_letters(one.articles), self._words(centre.article, centre.passage))
            yield StoryRow(cells, _places(cluster), tuple(self._in_full(one.cluster, cluster)))

    def moved(self) -> Iterator[StoryRow]:
        for one in self._story.omissions.moved:
            cluster = self._story.clusters[one.cluster]
            leads, ends = cluster.tellings[one.leads], cluster.tellings[one.ends]
            where = tuple(f"{letter(telling.article)} {telling.place:.0%}" for telling in (leads, ends))
            places = tuple((telling.article, telling.passage.start) for telling in (leads, ends))
            cells = (*where, self._words(leads.article, leads.passage))
            yield StoryRow(cells, places, tuple(self._in_full(one.cluster, cluster)))

    def alone(self) -> Iterator[StoryRow]:
        for article, passages in enumerate(self._story.omissions.alone):
            for passage in passages:
                words = self._words(article, passage)
                full = (Content.styled(self._names[article], "bold"), Content(words))
                yield StoryRow((letter(article), words), ((article, passage.start),), full)

    def shares(self) -> Iterator[StoryRow]:
        for article, shares in enumerate(self._story.matrix):
            cells = ("–" if other == article else _shaded(share) for other, share in enumerate(shares))
            told = (
                Content(f"{share:.0%} of its words are said by {letter(other)} {self._names[other]}, too")
                for other, share in sorted(enumerate(shares), key=lambda pair: -pair[1])
                if other != article
            )
            origin = self._story.origins[article]
            credit = [Content(f"likely from {origin.name}")] if origin else []
            name = f"{letter(article)} {self._names[article]}"
            full = (Content.styled(name, "bold"), *credit, *told)
            yield StoryRow((name, *cells), ((article, 0),), full)

    def copies(self) -> Iterator[StoryRow]:
        for copy in self._story.copies:
            names = tuple(f"{letter(n)} {self._names[n]}" for n in (copy.article, copy.other))
            full = (Content(self._words(copy.article, passage)) for passage in copy.passages)
            start = copy.passages[0].start if copy.passages else 0
            places = ((copy.article, start), (copy.other, 0))
            yield StoryRow((*names, _shaded(copy.share)), places, tuple(full))

    def _words(self, article: int, passage: Passage) -> str:
        return words_of(self._story.articles[article], passage)


def _places(cluster: Cluster) -> tuple[Place, ...]:
    """The first telling of each article."""
    first: dict[int, int] = {}
    for telling in cluster.tellings:
        first.setdefault(telling.article, telling.passage.start)
    return tuple(first.items())


def _letters(articles: Sequence[int] | Iterator[int]) -> str:
    return " ".join(dict.fromkeys(map(letter, articles)))


def _said(values: Sequence[Value]) -> str:
    return " · ".join(dict.fromkeys(one.words or "(nothing)" for one in values))


def _shaded(share: float) -> str:
    return f"{_BARS[round(share * (len(_BARS) - 1))]} {share:.0%}"
