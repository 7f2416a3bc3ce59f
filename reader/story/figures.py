"""All numbers that the articles of a story give; and those of one thing that are the same, wherever told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import isfinite

from reader.articles.model import Article, Role
from reader.claims.amounts import Quantity
from reader.claims.counted_things import counted, excerpt
from reader.language.stems import is_content, stem
from reader.language.words import tokens
from reader.matching.model import DifferenceKind, Passage
from reader.story.agreement import agreeing_pairs
from reader.story.fact_graph import FactGraph
from reader.story.labels import label
from reader.story.model import Fact, Value
from reader.story.values import Figure, numbers

__all__ = ["figures_of", "repeated"]

_MANY = 10
"""What is counted from so many up is hardly counted twice by chance; fewer are, as in "two people"."""


def figures_of(articles: Sequence[Article]) -> list[Figure]:
    """All numbers in the bodies of some articles, without ordinals, in order."""
    return [
        figure
        for number, article in enumerate(articles)
        for sentence in article.sentences
        if article.role(sentence) is Role.BODY
        for figure in numbers(article, number, Passage(article.id, sentence.start, sentence.end))
    ]


def repeated(
    articles: Sequence[Article], figures: Sequence[Figure], told: Collection[Value]
) -> Iterator[Fact]:
    """The facts of numbers that several articles give of one thing, in sentences that need not match.

    Left out are those `told` otherwise, numbers of people with a fate, and small ones, which meet by chance.
    """
    account = (figure for figure in figures if _is_telling(figure.quantity) and figure.said.value not in told)
    values = FactGraph()
    for pair in agreeing_pairs(account, _counted):
        values.agree(*pair)
    for fact in values.facts():
        yield Fact(None, DifferenceKind.NUMBER, label(articles, fact), values.variants(fact))


def _is_telling(quantity: Quantity) -> bool:
    """Whether a number is not given twice by chance: it is no open range, and is large or a measure."""
    counts = quantity.unit in ("", "age")
    return isfinite(quantity.high) and not (counts and (quantity.low < _MANY or quantity.fate))


def _counted(figure: Figure) -> Iterator[str]:
    """What a number counts, by the last word of its phrase, and by the last two as one: "air strikes"."""
    text, (_, end) = excerpt(figure.clause.text, figure.quantity.span)
    if span := counted(text, end, figure.quantity.unit):
        stems = [word.stem for word in tokens(text, *span) if is_content(word.stem)]
        yield from stems[-1:]
        if len(stems) > 1:
            yield stem("".join(stems[-2:]))
