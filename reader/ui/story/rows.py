"""The rows of the lists of a story: passages, facts, omissions, overlap, copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from reader.base.letters import letter
from reader.matching.model import Passage
from reader.story.model import Cluster, Fact, Story, Value
from reader.story.queries import facts_in, first_reported
from reader.story.report.naming import dependence_of, names_of, words_of
from reader.ui.story import passages as story_places
from reader.ui.story import wording
from reader.ui.story.passages import Place

__all__ = ["SHARE", "StoryRow", "StoryRows"]

_BARS = " ▁▂▃▄▅▆▇█"
"""For a share, so that a table of shares is a map."""

SHARE = 5
"""Cells of a share with its bar."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A row: its cells, the places to show side by side (one an article), and its details, a line each."""

    cells: tuple[str, ...]
    places: tuple[Place, ...]
    details: tuple[Content, ...]


class StoryRows:
    """The rows of each list of a story; articles are letters in cells, with their outlets in the details."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names = [f"{letter(n)} {name}" for n, name in enumerate(names_of(story.articles))]
        self._letters = [letter(n) for n in range(len(story.articles))]

    def clusters(self) -> Iterator[StoryRow]:
        """The passages in several articles: letters, independent accounts, the words of the centre."""
        for number, cluster in enumerate(self._story.clusters):
            independent = f"{cluster.independent} of {len(cluster.articles)}"
            yield self._row(number, _letters(cluster.articles), independent)

    def _row(self, number: int, *cells: str) -> StoryRow:
        """The row of a cluster: its cells, and after them what its centre says."""
        cluster = self._story.clusters[number]
        centre = cluster.accounts[cluster.centre]
        words = self._words(centre.article, centre.passage)
        places = story_places.of_cluster(cluster)
        return StoryRow((*cells, words), places, tuple(self._cluster_details(number, cluster)))

    def _cluster_details(self, number: int, cluster: Cluster) -> Iterator[Content]:
        title = wording.accounts(len(cluster.articles), cluster.independent)
        first = first_reported(self._story, cluster)
        if first is not None:
            title = f"{title}; {wording.first_reported_by(self._names[first])}"
        yield Content.styled(title, "bold")
        for fact in facts_in(self._story, number):
            if not fact.agreed:
                yield Content(f"≠ {fact.about}: {_variants(fact)}")
        for place, account in enumerate(cluster.accounts):
            how = [wording.position(account.place), account.kind.label if account.kind else ""]
            how.append(dependence_of(cluster, place, self._letters))
            yield Content.assemble(
                (self._names[account.article], "bold"),
                (f" ({', '.join(filter(None, how))})  ", "dim"),
                self._words(account.article, account.passage),
            )

    def facts(self) -> Iterator[StoryRow]:
        """The facts, those in which articles differ first: subject, values, letters of the articles."""
        for fact in self._story.facts:
            by = " ≠ ".join(_letters(value.article for value in variant.values) for variant in fact.variants)
            cells = (fact.about, "=" if fact.agreed else "≠", _variants(fact), by)
            places = story_places.of_fact(self._story, fact)
            yield StoryRow(cells, places, tuple(self._fact_details(fact)))

    def _fact_details(self, fact: Fact) -> Iterator[Content]:
        yield Content.styled(f"{fact.about}: {wording.AGREE if fact.agreed else wording.DIFFER}", "bold")
        for number, variant in enumerate(fact.variants):
            for value in variant.values:
                sign = "≠ " if number else ""
                head = f"{sign}{self._names[value.article]}: {value.words or wording.NOTHING}  "
                yield Content.assemble((head, "bold"), self._sentence(value))

    def _sentence(self, value: Value) -> str:
        """The sentence that gives a value; "" where none does."""
        if value.passage is None:
            return ""
        article = self._story.articles[value.article]
        sentence = article.sentences[article.sentences.number_at(value.passage.start)]
        return self._words(value.article, Passage(article.id, sentence.start, sentence.end))

    def omitted(self) -> Iterator[StoryRow]:
        """The passages that only a few articles omit, and the letters of these."""
        for omission in self._story.omissions.omitted:
            row = self._row(omission.cluster, _letters(omission.articles))
            first, *others = row.places
            lacking: list[Place] = [(article, None) for article in omission.articles]
            yield replace(row, places=(first, *lacking, *others))

    def moved(self) -> Iterator[StoryRow]:
        """The passages that are early in one article and late in another."""
        for move in self._story.omissions.moved:
            accounts = self._story.clusters[move.cluster].accounts
            ends = accounts[move.leads], accounts[move.ends]
            row = self._row(move.cluster, *(f"{letter(end.article)} {end.place:.0%}" for end in ends))
            yield replace(row, places=tuple((end.article, end.passage.start) for end in ends))

    def only_in_one(self) -> Iterator[StoryRow]:
        """The sentences that only one article has."""
        for article, passages in enumerate(self._story.omissions.only_in_one):
            for passage in passages:
                words = self._words(article, passage)
                details = (Content.styled(self._names[article], "bold"), Content(words))
                places = story_places.beside(self._story, article, passage.start)
                yield StoryRow((letter(article), words), places, details)

    def shares(self) -> Iterator[StoryRow]:
        """The shares of each article that the others say, each in a cell of its own."""
        for article, shares in enumerate(self._story.overlap):
            cells = ("–" if other == article else _shaded(share) for other, share in enumerate(shares))
            lines = (
                Content(wording.said_by(share, self._names[other]))
                for other, share in sorted(enumerate(shares), key=lambda pair: -pair[1])
                if other != article
            )
            details = (Content.styled(self._names[article], "bold"), *self._origin(article), *lines)
            places = story_places.beside(self._story, article, None)
            yield StoryRow((self._names[article], *cells), places, details)

    def _origin(self, article: int) -> Iterator[Content]:
        if origin := self._story.origins[article]:
            yield Content(wording.likely_from(origin.name, credited=origin.credited))

    def copies(self) -> Iterator[StoryRow]:
        """The passages that are the same word for word in two articles."""
        for copy in self._story.copies:
            article, other = self._names[copy.article], self._names[copy.other]
            title = Content.styled(wording.copied(copy.share, article, other), "bold")
            words = (Content(f"· {self._words(copy.article, passage)}") for passage in copy.passages)
            cells = article, other, _shaded(copy.share)
            yield StoryRow(cells, story_places.of_copy(copy), (title, *words))

    def _words(self, article: int, passage: Passage) -> str:
        return words_of(self._story.articles[article], passage)


def _letters(articles: Iterable[int]) -> str:
    return " ".join(dict.fromkeys(map(letter, articles)))


def _variants(fact: Fact) -> str:
    return " ≠ ".join(_in_words(variant.values) for variant in fact.variants)


def _in_words(values: Sequence[Value]) -> str:
    return " · ".join(dict.fromkeys(value.words or wording.NOTHING for value in values))


def _shaded(share: float) -> str:
    """A share as a bar and per cent, in SHARE cells."""
    return f"{_BARS[round(share * (len(_BARS) - 1))]}{share:>4.0%}"
