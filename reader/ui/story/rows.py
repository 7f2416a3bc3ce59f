"""What is known of a story, row by row: who says what, figures, what is left out, shares, copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from reader.base.letters import letter
from reader.matching.model import Passage
from reader.story.model import Cluster, Fact, Story, Value
from reader.story.queries import facts_in, first_reported
from reader.story.report.naming import dependence_of, names_of, words_of
from reader.story.report.wording import KIND_LABELS
from reader.ui.story import passages as story_places
from reader.ui.story.passages import Place

__all__ = ["SHARE", "StoryRow", "StoryRows"]

_BARS = " ▁▂▃▄▅▆▇█"
"""For a share, so that a table of shares is a map."""

SHARE = 5
"""Cells of a share with its bar."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One row: its cells, the places to be seen side by side, of each article one, and all that is to be said
    of it, line by line.
    """

    cells: tuple[str, ...]
    places: tuple[Place, ...]
    full: tuple[Content, ...]


class StoryRows:
    """The rows of each list of a story; articles are letters in cells, and outlets with them in full."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._names = [f"{letter(n)} {name}" for n, name in enumerate(names_of(story.articles))]
        self._letters = [letter(n) for n in range(len(story.articles))]

    def clusters(self) -> Iterator[StoryRow]:
        """What several articles say: who, how many of them independently, the words of the centre."""
        for number, cluster in enumerate(self._story.clusters):
            told = f"{cluster.independent} of {len(cluster.articles)}"
            yield self._row(number, _letters(cluster.articles), told)

    def _row(self, number: int, *cells: str) -> StoryRow:
        """The row of a cluster: its cells, and after them what its centre says."""
        cluster = self._story.clusters[number]
        centre = cluster.accounts[cluster.centre]
        words = self._words(centre.article, centre.passage)
        places = story_places.of_cluster(cluster)
        return StoryRow((*cells, words), places, tuple(self._in_full(number, cluster)))

    def _in_full(self, number: int, cluster: Cluster) -> Iterator[Content]:
        first, count = first_reported(self._story, cluster), cluster.independent
        said = f"{len(cluster.articles)} articles, "
        said += f"{count} independent tellings" if count > 1 else "all from one telling"
        yield Content.styled(said if first is None else f"{said}; first told by {self._names[first]}", "bold")
        for fact in facts_in(self._story, number):
            if not fact.agreed:
                yield Content(f"≠ {fact.about}: {_variants(fact)}")
        for place, account in enumerate(cluster.accounts):
            how = [f"{account.place:.0%} in", KIND_LABELS.get(account.kind, "") if account.kind else ""]
            how.append(dependence_of(cluster, place, self._letters))
            yield Content.assemble(
                (self._names[account.article], "bold"),
                (f" ({', '.join(filter(None, how))})  ", "dim"),
                self._words(account.article, account.passage),
            )

    def facts(self) -> Iterator[StoryRow]:
        """What articles say of one thing: those in which they differ first."""
        for fact in self._story.facts:
            by = " ≠ ".join(_letters(one.article for one in variant.values) for variant in fact.variants)
            cells = (fact.about, "=" if fact.agreed else "≠", _variants(fact), by)
            places = story_places.of_fact(self._story, fact)
            yield StoryRow(cells, places, tuple(self._fact_in_full(fact)))

    def _fact_in_full(self, fact: Fact) -> Iterator[Content]:
        yield Content.styled(f"{fact.about}: {'they agree' if fact.agreed else 'they differ'}", "bold")
        for number, variant in enumerate(fact.variants):
            for one in variant.values:
                head = f"{'≠ ' if number else ''}{self._names[one.article]}: {one.words or '(nothing)'}  "
                yield Content.assemble((head, "bold"), self._sentence(one))

    def _sentence(self, value: Value) -> str:
        """The sentence in which a value stands, "" where it stands in none."""
        if value.passage is None:
            return ""
        article = self._story.articles[value.article]
        sentence = article.sentences[article.sentences.number_at(value.passage.start)]
        return self._words(value.article, Passage(article.id, sentence.start, sentence.end))

    def omitted(self) -> Iterator[StoryRow]:
        """What all but a few say: who leaves it out."""
        for one in self._story.omissions.omitted:
            row = self._row(one.cluster, _letters(one.articles))
            first, *others = row.places
            lacking: list[Place] = [(article, None) for article in one.articles]
            yield replace(row, places=(first, *lacking, *others))

    def moved(self) -> Iterator[StoryRow]:
        """What leads in one article and comes last in another."""
        for one in self._story.omissions.moved:
            accounts = self._story.clusters[one.cluster].accounts
            ends = accounts[one.leads], accounts[one.ends]
            row = self._row(one.cluster, *(f"{letter(one.article)} {one.place:.0%}" for one in ends))
            yield replace(row, places=tuple((one.article, one.passage.start) for one in ends))

    def only_in_one(self) -> Iterator[StoryRow]:
        """The sentences that one article has alone."""
        for article, passages in enumerate(self._story.omissions.only_in_one):
            for passage in passages:
                words = self._words(article, passage)
                full = (Content.styled(self._names[article], "bold"), Content(words))
                places = story_places.beside(self._story, article, passage.start)
                yield StoryRow((letter(article), words), places, full)

    def shares(self) -> Iterator[StoryRow]:
        """How much of each article the others say, each in a cell of its own."""
        for article, shares in enumerate(self._story.overlap):
            cells = ("–" if other == article else _shaded(share) for other, share in enumerate(shares))
            told = (
                Content(f"{share:.0%} of its words are said by {self._names[other]}, too")
                for other, share in sorted(enumerate(shares), key=lambda pair: -pair[1])
                if other != article
            )
            full = (Content.styled(self._names[article], "bold"), *self._origin(article), *told)
            places = story_places.beside(self._story, article, None)
            yield StoryRow((self._names[article], *cells), places, full)

    def _origin(self, article: int) -> Iterator[Content]:
        if origin := self._story.origins[article]:
            why = "which it credits" if origin.credited else "which it copies, and which was earlier"
            yield Content(f"likely from {origin.name}, {why}")

    def copies(self) -> Iterator[StoryRow]:
        """What stands word by word in two articles."""
        for copy in self._story.copies:
            of, stands_in = self._names[copy.article], self._names[copy.other]
            said = f"{copy.share:.0%} of {of} stands word for word in {stands_in}"
            words = (Content(f"· {self._words(copy.article, passage)}") for passage in copy.passages)
            cells = of, stands_in, _shaded(copy.share)
            yield StoryRow(cells, story_places.of_copy(copy), (Content.styled(said, "bold"), *words))

    def _words(self, article: int, passage: Passage) -> str:
        return words_of(self._story.articles[article], passage)


def _letters(articles: Iterable[int]) -> str:
    return " ".join(dict.fromkeys(map(letter, articles)))


def _variants(fact: Fact) -> str:
    return " ≠ ".join(_said(variant.values) for variant in fact.variants)


def _said(values: Sequence[Value]) -> str:
    return " · ".join(dict.fromkeys(one.words or "(nothing)" for one in values))


def _shaded(share: float) -> str:
    """A share as a bar and per cent, in SHARE cells."""
    return f"{_BARS[round(share * (len(_BARS) - 1))]}{share:>4.0%}"
