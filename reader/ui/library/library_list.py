"""The list of a corpus: what has been read of it, what of it is shown, in which order, what is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.articles.corpus import CorpusEntry
from reader.articles.model import Article, Role

__all__ = ["Card", "LibraryList", "Order"]

_ALIKE = 70  # rapidfuzz's partial_ratio, 0-100: a title that is meant although it is mistyped

Order = str
"""By what the list is sorted: "listed", or the name of a field of Card."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the list knows of an article: its metadata, its words counted, its body."""

    id: str
    sha256: str
    title: str
    source: str
    date: str
    author: str
    url: str
    words: int
    body: str

    @classmethod
    def of(cls, article: Article) -> Card:
        """The card of an article."""
        body = [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.BODY]
        return cls(
            article.id,
            article.sha256,
            article.title,
            article.source,
            article.date,
            article.author,
            article.url,
            article.words(),
            "\n".join(body),
        )


class LibraryList:
    """Entries, numbered from 0 as they were listed. `rows` are the numbers of those shown, in their order.

    `cards` are of those that have been read, `troubles` say of others why they cannot be.
    """

    orders: tuple[Order, ...] = ("listed", "title", "source", "date", "words")

    def __init__(self, entries: Sequence[CorpusEntry]) -> None:
        self.entries = list(entries)
        self.cards: dict[int, Card] = {}
        self.troubles: dict[int, str] = {}
        self.marked: list[int] = []
        self.rows: list[int] = list(range(len(entries)))
        self.query = ""
        self.order: Order = "listed"
        self.descending = False

    def add(self, entries: Sequence[CorpusEntry]) -> int:
        """Lists more entries, each file once; the number of the first of them."""
        listed = {(entry.path, entry.member): number for number, entry in enumerate(self.entries)}
        for entry in entries:
            if (entry.path, entry.member) not in listed:
                listed[entry.path, entry.member] = len(self.entries)
                self.entries.append(entry)
        self._arrange()
        return listed[entries[0].path, entries[0].member]

    def replace(self, number: int, entry: CorpusEntry) -> None:
        """Another entry stands for an article now; it has to be read again."""
        self.entries[number] = entry
        self.cards.pop(number, None)
        self.troubles.pop(number, None)

    def title(self, number: int) -> str:
        """An article's title, or the name of its file until it has been read."""
        card = self.cards.get(number)
        return card.title if card else self.entries[number].name

    def toggle_mark(self, number: int) -> None:
        """Marks an article, or takes its mark off."""
        if number in self.marked:
            self.marked.remove(number)
        else:
            self.marked.append(number)

    def toggle_all(self) -> None:
        """Marks all that are shown, or none."""
        self.marked = [] if set(self.rows) <= set(self.marked) else list(self.rows)

    def siblings(self, numbers: Sequence[int], most: int) -> list[CorpusEntry]:
        """At most so many other articles of the same sources, as far as they have been read."""
        sources = {self.cards[n].source.casefold() for n in numbers if n in self.cards} - {""}
        others = (
            n for n, card in self.cards.items() if card.source.casefold() in sources and n not in numbers
        )
        return [self.entries[n] for n, _ in zip(others, range(most), strict=False)]

    def find(self, query: str) -> None:
        """Shows only articles with `query` in title, source or body, mistyped titles among them."""
        self.query = query.strip().casefold()
        self._arrange()

    def sort(self, order: Order) -> None:
        """Sorts by `order`; by the same again, the other way round."""
        self.descending = order == self.order and not self.descending
        self.order = order
        self._arrange()

    def arrange(self) -> None:
        """Takes up what has been read since."""
        if self.query or self.order != "listed":
            self._arrange()

    def _arrange(self) -> None:
        numbers = range(len(self.entries))
        if self.query:
            scores = {number: score for number in numbers if (score := self._score(number)) > 0}
            found = sorted(scores, key=lambda number: -scores[number])
        else:
            found = list(numbers)
        if self.order != "listed":
            found.sort(key=self._key())
        self.rows = found[::-1] if self.descending else found

    def _key(self) -> Callable[[int], tuple[bool, str | int]]:
        def key(number: int) -> tuple[bool, str | int]:
            card = self.cards.get(number)
            value = getattr(card, self.order) if card else ""
            return (not value, value.casefold() if isinstance(value, str) else value)

        return key

    def _score(self, number: int) -> float:
        """How well an article answers the query: its words as typed, in title, source or body, come first."""
        from rapidfuzz import fuzz

        card = self.cards.get(number)
        title = self.title(number).casefold()
        if self.query in title:
            return 300
        if card and self.query in card.source.casefold():
            return 200
        alike = fuzz.partial_ratio(self.query, title, score_cutoff=_ALIKE)
        return alike or (1 if card and self.query in card.body.casefold() else 0)
