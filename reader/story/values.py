"""What an article says of one thing: a number, date, name or statement in which tellings differ or agree."""

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

__all__ = ["Figure", "TypedValue", "numbers", "said", "sides"]

_BEFORE, _AFTER = 2, 3
"""Words before and after a "not", a "may" or a quoted word that are shown with it: alone it says little."""

_SHOWN_IN_PLACE = (DifferenceKind.NEGATION, DifferenceKind.MODALITY, DifferenceKind.QUOTED_WORDS)

_QUALIFIED = re.compile(r"[\"“]?single[- ]digit[\"”]?\s$", re.IGNORECASE)
"""What narrows a number of the words after it: it is shown with them."""


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A value, with the kind of thing it is one of."""

    kind: DifferenceKind
    value: Value

    @property
    def place(self) -> tuple[int, int]:
        """The article and the code point where it begins, -1 where it stands nowhere: to sort by."""
        return self.value.article, self.value.passage.start if self.value.passage else -1


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands in a passage. `clause` is the passage, of which the quantity's span is."""

    said: TypedValue
    quantity: Quantity
    clause: Clause


def said(article: Article, number: int, passage: Passage | None, kind: DifferenceKind) -> TypedValue:
    """The value that stands in a passage of an article of that number."""
    words = " ".join(article.text[passage.start : passage.end].split()) if passage else ""
    return TypedValue(kind, Value(number, words, passage))


def sides(
    articles: Sequence[Article], cluster: Cluster, link: StoryLink, difference: Difference
) -> tuple[TypedValue, TypedValue]:
    """The values of which a difference of two tellings is flagged; one may be the other rounded."""
    a, b = (_side(articles, cluster, link, difference, side) for side in (0, 1))
    return a, b


def _side(
    articles: Sequence[Article], cluster: Cluster, link: StoryLink, difference: Difference, side: int
) -> TypedValue:
    number = cluster.accounts[(link.a, link.b)[side]].article
    passage = _shown(articles[number], difference.kind, (difference.a, difference.b)[side])
    rounded = difference.kind is DifferenceKind.ROUNDING  # a third article may give another number
    kind = DifferenceKind.NUMBER if rounded else difference.kind
    if passage is None and kind is DifferenceKind.ATTRIBUTION:  # the name stands in another sentence
        return TypedValue(kind, Value(number, link.match.evidence.speakers[side], None))
    return said(articles[number], number, passage, kind)


def _shown(article: Article, kind: DifferenceKind, passage: Passage | None) -> Passage | None:
    """The place of one side of a difference, with the words around it where it says little without them."""
    if passage is None or kind not in _SHOWN_IN_PLACE:
        return passage
    sentence = article.sentences[article.sentence_at(passage.start)]
    words = tokens(article.text, sentence.start, sentence.end)
    inside = [n for n, word in enumerate(words) if word.end > passage.start and word.start < passage.end]
    around = words[max(0, inside[0] - _BEFORE) : inside[-1] + _AFTER + 1] if inside else []
    return Passage(passage.article, around[0].start, around[-1].end) if around else passage


def numbers(article: Article, number: int, passage: Passage) -> Iterator[Figure]:
    """The numbers in a passage of an article of that number, without ordinals, in order."""
    text = article.text[passage.start : passage.end]
    clause = Clause(text, tokens(text))
    for quantity in quantities(clause):
        if quantity.unit != "ordinal":
            start, end = (passage.start + offset for offset in quantity.span)
            narrower = _QUALIFIED.search(article.text, max(passage.start, start - 20), start)
            place = Passage(passage.article, narrower.start() if narrower else start, end)
            yield Figure(said(article, number, place, DifferenceKind.NUMBER), quantity, clause)
