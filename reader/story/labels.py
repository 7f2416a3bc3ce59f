"""What a fact is about, in the words of the articles: what is counted, paid for, measured or dated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles.model import Article
from reader.base.sanitizing import sanitize_line
from reader.claims.amounts import Quantity, quantities
from reader.claims.clause import Clause
from reader.claims.counted_things import carries_matter, counted, excerpt, measured
from reader.language.words import tokens
from reader.matching.model import DifferenceKind, Passage
from reader.story.values import TypedValue

__all__ = ["label"]

_NAMES = {
    DifferenceKind.ATTRIBUTION: "who says",
    DifferenceKind.NEGATION: "whether",
    DifferenceKind.MODALITY: "how sure",
    DifferenceKind.QUOTED_WORDS: "words quoted",
}
"""Facts of which no word beside them tells the matter: what all tellings say does."""

_MATTER = 5
"""Words of the matter that are shown."""

_BEGINNING = 300
"""Code points of a telling in which the matter is sought."""

_TIMES = frozenset(("second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri"))
_DIMENSIONS = frozenset(("long", "wide", "high", "tall", "deep", "thick", "old"))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Some words of an article; `counted` if the value counts them, else it is said of them."""

    words: str
    counted: bool


def label(articles: Sequence[Article], values: Sequence[TypedValue], accounts: Sequence[str] = ()) -> str:
    """What the values of a fact are of, in words that most of the articles have, where there are any.

    Where these do not stand beside the values they are sought in the `accounts` that hold them. The kind of
    the fact where nothing tells. It is one clean line.
    """
    kind = values[0].kind
    if kind in _NAMES:
        return f"{_NAMES[kind]} {_matter(accounts)}"
    read = [_read(articles[one.value.article], one.value.passage) for one in values if one.value.passage]
    phrases = [phrase for _, phrase in read if phrase]
    things = [phrase.words for phrase in phrases if phrase.counted]
    fate = next((quantity.fate for quantity, _ in read if quantity and quantity.fate), "")
    if fate:
        said = sanitize_line(_common(things))
        return f"{said} ({fate})" if said not in ("", fate) else fate
    said = sanitize_line(_common(things or [phrase.words for phrase in phrases]))
    return f"how {said}" if said in _DIMENSIONS else said or str(kind)


def _matter(accounts: Sequence[str]) -> str:
    """The first words of the longest run that most tellings have, quoted; "it" where they have none."""
    words = sanitize_line(_common([account[:_BEGINNING] for account in accounts])).split()
    more = " …" if len(words) > _MATTER else ""
    return f"“{' '.join(words[:_MATTER]).strip('“”,')}{more}”" if words else "it"


def _read(article: Article, passage: Passage) -> tuple[Quantity | None, _Phrase | None]:
    """The number that stands in a passage, None if there is none, and the phrase that says what it is of."""
    place = article.sentences[article.sentence_at(passage.start)]
    span = passage.start - place.start, passage.end - place.start
    text, (start, end) = excerpt(article.text[place.start : place.end], span)
    found = (one for one in quantities(Clause(text, tokens(text))) if start <= one.span[0] < end)
    quantity = next(found, None)
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
    """The longest run of words that most of the phrases have, else that more of them have than any other."""
    runs = [list(_runs(phrase)) for phrase in phrases]
    tellers = Counter(key for found in runs for key in {key for key, _ in found})
    most = len(phrases) // 2 + 1
    every = [run for found in runs for run in found]
    return max(every, key=lambda run: (min(tellers[run[0]], most), len(run[0])), default=((), ""))[1]


def _runs(phrase: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The runs of words of a phrase that end with one that carries matter, and begin so or with its first.

    The last comes first: in English it is what the others tell more of. They are known by their stems;
    "armoured" and "armored" are one.
    """
    every = tokens(phrase)
    words = [*every[:1], *(word for word in every[1:] if carries_matter(phrase, word))]
    stems = [word.stem.replace("our", "or") for word in words]
    for last in reversed(range(len(words))):
        for first in range(last + 1):
            yield tuple(stems[first : last + 1]), phrase[words[first].start : words[last].end]
