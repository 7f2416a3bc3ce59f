"""Articles and their matches as exports tell them, with what they were made by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from reader.articles.model import Article, Role
from reader.base.version import __version__
from reader.exchange.work import Difference, Match, Side, Text, Work
from reader.matching.model import Difference as FoundDifference
from reader.matching.model import Match as Found
from reader.matching.model import Passage
from reader.matching.thresholds import DEFAULT_THRESHOLD
from reader.notes.anchor_lookup import AnchorLookup, place_of
from reader.notes.anchored_place import Span
from reader.notes.notebook import reference

__all__ = ["MOST", "compared", "in_full", "told"]

MOST = 6
"""Articles that a report of annotations compares, each with each; of more it shows only the texts."""


def compared(articles: Sequence[Article], found: Iterable[Found], threshold: float) -> Work:
    """Articles with matches of theirs, which score at least `threshold` (0-100)."""
    by_id = {article.id: article for article in articles}
    return Work(
        (),
        matches=[_match(match, by_id) for match in found],
        texts=[_text(article) for article in articles],
        made={"reader": __version__, "threshold": f"{threshold:g}"},
    )


def in_full(work: Work, placer: AnchorLookup, *, matches: bool) -> Work:
    """The work with the texts of its articles, as far as they are to be had; and what matches in them."""
    from reader.differences.compare import compare

    articles = [article for article in map(placer.article, work.articles()) if article]
    pairs = combinations(articles, 2) if matches and len(articles) <= MOST else ()
    found = [match for a, b in pairs for match in compare(a, b).above(DEFAULT_THRESHOLD)]
    more, denied = compared(articles, found, DEFAULT_THRESHOLD), work.pairs(denied=True)
    kept = [match for match in more.matches if not any(_is_of(match, pair) for pair in denied)]
    return replace(work, matches=kept, texts=more.texts, made=more.made)


def _is_of(match: Match, pair: Match) -> bool:
    """Whether both passages of a match have something in common with those of a pair."""
    return all(any(_overlap(side, other) for other in pair.sides) for side in match.sides)


def _overlap(one: Side, other: Side) -> bool:
    if one.article.id != other.article.id or not (one.place and other.place):
        return False
    return one.place.span[0] < other.place.span[1] and other.place.span[0] < one.place.span[1]


def _text(article: Article) -> Text:
    roles = list(enumerate(paragraph.role for paragraph in article.paragraphs))
    return Text(
        reference(article),
        article.text,
        [(paragraph.start, paragraph.end) for paragraph in article.paragraphs],
        [(sentence.start, sentence.end) for sentence in article.sentences],
        frozenset(number for number, role in roles if role is Role.HEADING),
        frozenset(number for number, role in roles if role is Role.BOILERPLATE),
    )


def _match(match: Found, articles: dict[str, Article]) -> Match:
    sides = tuple(_side(articles[passage.article], passage) for passage in (match.a, match.b))
    return Match(sides, str(match.kind), match.score, told(match.differences))


def _side(article: Article, passage: Passage) -> Side:
    span = passage.start, passage.end
    return Side(reference(article), article.text[slice(*span)], place_of(article, span))


def told(differences: Iterable[FoundDifference]) -> tuple[Difference, ...]:
    """Differences as exports tell them."""
    return tuple(Difference(str(one.kind), one.message, _span(one.a), _span(one.b)) for one in differences)


def _span(passage: Passage | None) -> Span | None:
    return (passage.start, passage.end) if passage else None
