"""All numbers that the articles of a story give; and those of one thing that are the same, wherever told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isfinite

from reader.articles.model import Article, Role
from reader.matching.differences.clause import Clause
from reader.matching.differences.quantities import Quantity
from reader.matching.model import DifferenceKind, Passage
from reader.matching.tokens import is_content, stem, tokens
from reader.story.counting import counted
from reader.story.labels import label
from reader.story.model import Fact, Value
from reader.story.values import Said, meet, numbers
from reader.story.versions import Values

__all__ = ["Figure", "figures_of", "repeated"]

_MANY = 10
"""What is counted from so many up is hardly counted twice by chance; fewer are, as in "two people"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a body sentence. `clause` is the sentence, of which the quantity's span is."""

    said: Said
    quantity: Quantity
    clause: Clause


def figures_of(articles: Sequence[Article]) -> list[Figure]:
    """All numbers in the bodies of some articles, without ordinals, in order."""
    return [
        Figure(said, quantity, Clause.read(article.text[sentence.start : sentence.end]))
        for number, article in enumerate(articles)
        for sentence in article.sentences
        if article.role(sentence) is Role.BODY
        for said, quantity in numbers(article, number, Passage(article.id, sentence.start, sentence.end))
    ]


def repeated(
    articles: Sequence[Article], figures: Sequence[Figure], told: Collection[Value]
) -> Iterator[Fact]:
    """The facts of numbers that several articles give of one thing, in sentences that need not match.

    Left out are those `told` otherwise, numbers of people with a fate, and small ones, which meet by chance.
    """
    things: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.said.value not in told and _is_telling(figure.quantity):
            for thing in _things(figure):
                things[thing].append(figure)
    values = Values()
    for alike in things.values():
        for a, b in combinations(alike, 2):
            if a.said.value.article != b.said.value.article and meet(a.quantity, b.quantity):
                values.agree(a.said, b.said)
    for fact in values.facts():
        yield Fact(None, DifferenceKind.NUMBER, label(articles, fact), values.versions(fact))


def _is_telling(quantity: Quantity) -> bool:
    """Whether a number is not given twice by chance: it is no open range, and is large or a measure."""
    counts = quantity.unit in ("", "age")
    return isfinite(quantity.high) and not (counts and (quantity.low < _MANY or quantity.fate))


def _things(figure: Figure) -> Iterator[str]:
    """What a number counts, by the last word of its phrase, and by the last two as one: "air strikes"."""
    if span := counted(figure.clause.text, figure.quantity.span[1], figure.quantity.unit):
        stems = [word.stem for word in tokens(figure.clause.text, *span) if is_content(word.stem)]
        yield from stems[-1:]
        if len(stems) > 1:
            yield stem("".join(stems[-2:]))
