"""The numbers that the articles of a story give, and those of one thing that agree across articles."""

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
"""The smallest count that two articles hardly share by chance. Smaller ones recur, as in "two people"."""


def figures_of(articles: Sequence[Article]) -> list[Figure]:
    """The numbers in the bodies of the articles, without ordinals, in order."""
    return [
        figure
        for number, article in enumerate(articles)
        for sentence in article.sentences
        if article.role(sentence) is Role.BODY
        for figure in numbers(article, number, Passage(article.id, sentence.start, sentence.end))
    ]


def repeated(
    articles: Sequence[Article], figures: Sequence[Figure], covered: Collection[Value]
) -> Iterator[Fact]:
    """The facts of numbers that several articles give of one thing, in sentences that need not match.

    The values already `covered`, casualties, and small numbers, which agree by chance, are left out.
    """
    distinctive = (
        figure for figure in figures if _is_distinctive(figure.quantity) and figure.typed.value not in covered
    )
    graph = FactGraph()
    for pair in agreeing_pairs(distinctive, _counted):
        graph.agree(*pair)
    for values in graph.facts():
        yield Fact(None, DifferenceKind.NUMBER, label(articles, values), graph.variants(values))


def _is_distinctive(quantity: Quantity) -> bool:
    """Whether two articles hardly give a number by chance: a closed range that is large, or a measure."""
    counts = quantity.unit in ("", "age")
    return isfinite(quantity.high) and not (counts and (quantity.low < _MANY or quantity.casualty))


def _counted(figure: Figure) -> Iterator[str]:
    """The thing that a number counts: the last word of its phrase, and the last two as one, "air strikes"."""
    text, (_, end) = excerpt(figure.clause.text, figure.quantity.span)
    if span := counted(text, end, figure.quantity.unit):
        stems = [word.stem for word in tokens(text, *span) if is_content(word.stem)]
        yield from stems[-1:]
        if len(stems) > 1:
            yield stem("".join(stems[-2:]))
