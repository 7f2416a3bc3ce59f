"""The label of a fact in the words of the articles: the thing that is counted, paid, measured or dated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line
from reader.claims.amounts import Quantity, quantities
from reader.claims.clause import Clause
from reader.claims.counted_things import counted, excerpt, is_content_word, measured
from reader.language.words import tokens
from reader.matching.model import DifferenceKind, Passage
from reader.story.values import TypedValue

__all__ = ["label"]

_NAMES = {
    DifferenceKind.ATTRIBUTION: "speaker of",
    DifferenceKind.NEGATION: "whether",
    DifferenceKind.MODALITY: "certainty of",
    DifferenceKind.QUOTED_WORDS: "quoted words in",
}
"""Kinds of fact that are labelled with words common to the passages, because none beside the value fit."""

_SHOWN = 5
"""Common words of the passages that are shown."""

_BEGINNING = 300
"""Code points of a passage in which common words are sought."""

_TIMES = frozenset(("second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri"))
_DIMENSIONS = frozenset(("long", "wide", "high", "tall", "deep", "thick", "old"))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words of an article; `counted` if the value counts them, otherwise it is said about them."""

    words: str
    counted: bool


def label(articles: Sequence[Article], values: Sequence[TypedValue], passages: Sequence[str] = ()) -> str:
    """The label of a fact, given its values, in words that most of the articles have if possible.

    For a statement the words are sought in the `passages` of the cluster, otherwise beside the values. The
    kind of the fact if there are none. The label is one safe line.
    """
    kind = values[0].kind
    if kind in _NAMES:
        return f"{_NAMES[kind]} {_common_beginning(passages)}"
    read = [
        _read(articles[value.article], value.passage)
        for value in (typed.value for typed in values)
        if value.passage
    ]
    phrases = [phrase for _, phrase in read if phrase]
    things = [phrase.words for phrase in phrases if phrase.counted]
    casualty = next((quantity.casualty for quantity, _ in read if quantity and quantity.casualty), "")
    if casualty:
        thing = sanitize_line(_common(things))
        return f"{thing} ({casualty})" if thing not in ("", casualty) else casualty
    thing = sanitize_line(_common(things or [phrase.words for phrase in phrases]))
    return f"how {thing}" if thing in _DIMENSIONS else thing or str(kind)


def _common_beginning(passages: Sequence[str]) -> str:
    """The first words of the longest run that most passages have, quoted; "it" if they have none."""
    words = sanitize_line(_common([passage[:_BEGINNING] for passage in passages])).split()
    more = " …" if len(words) > _SHOWN else ""
    return f"“{' '.join(words[:_SHOWN]).strip('“”,')}{more}”" if words else "it"


def _read(article: Article, passage: Passage) -> tuple[Quantity | None, _Phrase | None]:
    """The number in a passage, None if there is none, and the phrase that says what it counts or measures."""
    place = article.sentences[article.sentence_at(passage.start)]
    span = passage.start - place.start, passage.end - place.start
    text, (start, end) = excerpt(article.text[place.start : place.end], span)
    inside = (each for each in quantities(Clause(text, tokens(text))) if start <= each.span[0] < end)
    quantity = next(inside, None)
    return quantity, _phrase(text, start, end, quantity)


def _phrase(text: str, start: int, end: int, quantity: Quantity | None) -> _Phrase | None:
    unit = quantity.unit if quantity else "date"
    if unit == "age":
        return _Phrase("age", counted=True)
    if quantity and (span := counted(text, end, unit)):
        return _Phrase(text[slice(*span)], counted=True)
    loose = unit in ("date", "%") or unit in _TIMES
    before = measured(text, start, loose=loose)
    return _Phrase(text[slice(*before)], counted=False) if before else None


def _common(phrases: Sequence[str]) -> str:
    """The longest run of words that most of the phrases have; if none, the run in the most phrases."""
    runs = [list(_runs(phrase)) for phrase in phrases]
    count = Counter(key for of_phrase in runs for key in {key for key, _ in of_phrase})
    most = len(phrases) // 2 + 1
    every = [run for of_phrase in runs for run in of_phrase]
    return max(every, key=lambda run: (min(count[run[0]], most), len(run[0])), default=((), ""))[1]


def _runs(phrase: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The runs of words of a phrase, by their stems: they end with a content word, and begin with one or
    with the first word of the phrase.

    Runs that end with the last word come first: in English the others modify it. "armoured" and "armored"
    have one stem.
    """
    every = tokens(phrase)
    words = [*every[:1], *(word for word in every[1:] if is_content_word(phrase, word))]
    stems = [word.stem.replace("our", "or") for word in words]
    for last in reversed(range(len(words))):
        for first in range(last + 1):
            yield tuple(stems[first : last + 1]), phrase[words[first].start : words[last].end]
