"""Values: the words in which an article gives a number, date, name or other thing that can differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles.model import Article
from reader.claims.amounts import Quantity, quantities
from reader.claims.clause import Clause
from reader.language.words import tokens
from reader.matching.model import Difference, DifferenceKind, Passage
from reader.story.model import Cluster, StoryLink, Value

__all__ = ["Figure", "TypedValue", "numbers", "value_at", "values_of"]

_BEFORE, _AFTER = 2, 3
"""Words shown before and after a "not", a "may" or a quoted word, which alone say little."""

_SHOWN_IN_CONTEXT = (DifferenceKind.NEGATION, DifferenceKind.MODALITY, DifferenceKind.QUOTED_WORDS)

_QUALIFIER = re.compile(r"[\"“]?single[- ]digit[\"”]?\s$", re.IGNORECASE)
"""Words before a number that narrow it, and are shown with it."""


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value with its kind: it differs from, or agrees with, values of this kind only."""

    kind: DifferenceKind
    value: Value

    @property
    def place(self) -> tuple[int, int]:
        """The article and the code point where the value begins, -1 if it has no passage: to sort by."""
        return self.value.article, self.value.passage.start if self.value.passage else -1


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a passage. `clause` is the passage; the span of the quantity is in it."""

    typed: TypedValue
    quantity: Quantity
    clause: Clause


def value_at(article: Article, number: int, passage: Passage | None, kind: DifferenceKind) -> TypedValue:
    """The value in a passage of the article with that number."""
    words = " ".join(article.text[passage.start : passage.end].split()) if passage else ""
    return TypedValue(kind, Value(number, words, passage))


def values_of(
    articles: Sequence[Article], cluster: Cluster, link: StoryLink, difference: Difference
) -> tuple[TypedValue, TypedValue]:
    """The two values between which a difference is flagged; one may be the other rounded."""
    a, b = (_value(articles, cluster, link, difference, side) for side in (0, 1))
    return a, b


def _value(
    articles: Sequence[Article], cluster: Cluster, link: StoryLink, difference: Difference, side: int
) -> TypedValue:
    number = cluster.accounts[(link.a, link.b)[side]].article
    passage = _shown(articles[number], difference.kind, (difference.a, difference.b)[side])
    rounded = difference.kind is DifferenceKind.ROUNDING  # a third article may give another number
    kind = DifferenceKind.NUMBER if rounded else difference.kind
    if passage is None and kind is DifferenceKind.ATTRIBUTION:  # the name is in another sentence
        return TypedValue(kind, Value(number, link.match.evidence.speakers[side], None))
    return value_at(articles[number], number, passage, kind)


def _shown(article: Article, kind: DifferenceKind, passage: Passage | None) -> Passage | None:
    """The passage of one side of a difference, with the words around it if it says little without them."""
    if passage is None or kind not in _SHOWN_IN_CONTEXT:
        return passage
    sentence = article.sentences[article.sentence_at(passage.start)]
    words = tokens(article.text, sentence.start, sentence.end)
    inside = [n for n, word in enumerate(words) if word.end > passage.start and word.start < passage.end]
    around = words[max(0, inside[0] - _BEFORE) : inside[-1] + _AFTER + 1] if inside else []
    return Passage(passage.article, around[0].start, around[-1].end) if around else passage


def numbers(article: Article, number: int, passage: Passage) -> Iterator[Figure]:
    """The numbers in a passage of the article with that number, in order and without ordinals."""
    text = article.text[passage.start : passage.end]
    clause = Clause(text, tokens(text))
    for quantity in quantities(clause):
        if quantity.unit != "ordinal":
            start, end = (passage.start + offset for offset in quantity.span)
            qualifier = _QUALIFIER.search(article.text, max(passage.start, start - 20), start)
            place = Passage(passage.article, qualifier.start() if qualifier else start, end)
            yield Figure(value_at(article, number, place, DifferenceKind.NUMBER), quantity, clause)
