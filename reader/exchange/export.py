"""The value that every export format writes: annotations, matches, and the articles that they are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotations.anchoring.model import State
from annotations.relations import DIFFERING, NO_MATCH
from reader.base.letters import letter
from reader.differences.messages import describe
from reader.notes.anchor_lookup import place_of
from reader.notes.references import is_same_article, reference

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference, Tag
    from reader.articles.model import Article
    from reader.matching.model import Difference, Match, Passage
    from reader.notes.anchored_place import AnchoredPlace

__all__ = ["Export", "Pair", "QuotedPassage", "timestamp"]


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage as exports show it: its article, its words, and its place.

    `place` is None where the article is not available.
    """

    article: ArticleReference
    quote: str
    place: AnchoredPlace | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages of several articles that belong together: found by the matcher, or joined by the user.

    `match` is what the matcher found; for a pair of the user's it is the pinned match of the two passages,
    None where they were not both found. `annotation` is the user's, None for a match that was found.
    """

    excerpts: tuple[QuotedPassage, ...]
    match: Match | None = None
    annotation: Annotation | None = None

    @property
    def kind(self) -> str:
        """The kind of a match that was found; "" for a pair of the user's."""
        return str(self.match.kind) if self.match and not self.annotation else ""

    @property
    def score(self) -> float | None:
        """The score (0-100) of a match that was found; None for a pair of the user's."""
        return self.match.score if self.match and not self.annotation else None

    @property
    def differences(self) -> Sequence[Difference]:
        """The differences between the passages, each with its words in both articles."""
        return self.match.differences if self.match else ()

    def described(self, letters: Mapping[str, str]) -> list[str]:
        """The differences in words, with the `letters` of the articles by their ids."""
        names = [letters[excerpt.article.id] for excerpt in self.excerpts[:2]]
        return [describe(difference, *names) for difference in self.differences]

    @property
    def relation(self) -> str:
        """The relation that the user gave to the passages; "" where there is none."""
        return self.annotation.relation if self.annotation else ""

    @property
    def differs(self) -> bool:
        """Whether the passages differ, by a difference that was found or by the relation."""
        return bool(self.differences) or self.relation in DIFFERING


@dataclass(frozen=True, slots=True)
class Export:
    """Everything that an export may show. Only the annotations are required; the rest may be missing.

    `places` has one entry per target for each annotation that was looked up, and `pinned` the match of the
    two passages of a pair, both by the annotation's id. `matches` were found between `articles`, which are
    shown in full; `made` says by which version and settings. `codebook` has the tags that are described.
    `order` is the order of the articles on the screen or command line: the first is A, the second B.
    """

    annotations: Sequence[Annotation]
    places: Mapping[str, Sequence[AnchoredPlace | None]] = field(default_factory=dict)
    pinned: Mapping[str, Match] = field(default_factory=dict)
    matches: Sequence[Match] = ()
    articles: Sequence[Article] = ()
    made: Mapping[str, str] = field(default_factory=dict)
    codebook: Sequence[Tag] = ()
    order: Sequence[ArticleReference] = ()

    @property
    def title(self) -> str:
        """The title of the document: Annotations or Matches."""
        return "Annotations" if self.annotations or not self.matches else "Matches"

    def references(self) -> list[ArticleReference]:
        """Every article that occurs, by its letter.

        Without an `order`, articles in full come first, in their order; the others follow by date and title.
        Where annotations describe one article differently, the one that was changed last is right.
        """
        newest: dict[str, ArticleReference] = {}
        for annotation in sorted(self.annotations, key=lambda each: (each.updated, each.id)):
            newest |= {target.article.id: target.article for target in annotation.targets}
        full = {article.id: reference(article) for article in self.articles}
        others = [article for identity, article in newest.items() if identity not in full]
        others.sort(key=lambda each: (each.date or "9999", each.title, each.id))
        return sorted([*full.values(), *others], key=self._rank)

    def letters(self) -> dict[str, str]:
        """The letter of each article by its id: that of `order`, else the next ones in order."""
        letters, number = {}, len(self.order)
        for article in self.references():
            rank = self._rank(article)
            if rank == len(self.order):
                rank, number = number, number + 1
            letters[article.id] = letter(rank)
        return letters

    def excerpts(self, annotation: Annotation) -> tuple[QuotedPassage, ...]:
        """The passages of an annotation with their places."""
        return tuple(
            QuotedPassage(target.article, target.quote.exact, place)
            for target, place in zip(annotation.targets, self.places_of(annotation), strict=True)
        )

    def places_of(self, annotation: Annotation) -> Sequence[AnchoredPlace | None]:
        """The place of each target; None where its article is not available or was not looked up."""
        return self.places.get(annotation.id) or (None,) * len(annotation.targets)

    def is_orphan(self, annotation: Annotation) -> bool:
        """Whether a passage of an annotation no longer occurs in its article."""
        return any(place is not None and place.state is State.ORPHAN for place in self.places_of(annotation))

    def found_pairs(self) -> list[Pair]:
        """The matches that were found, in their order."""
        by_id = {article.id: article for article in self.articles}
        return [
            Pair(
                (_excerpt(by_id[match.a.article], match.a), _excerpt(by_id[match.b.article], match.b)), match
            )
            for match in self.matches
        ]

    def pairs(self) -> list[Pair]:
        """The matches that were found, then the user's pairs, oldest first, without rejected matches."""
        return [*self.found_pairs(), *self._user_pairs(rejected=False)]

    def rejected_pairs(self) -> list[Pair]:
        """The user's pairs that say that two passages do not match, oldest first."""
        return self._user_pairs(rejected=True)

    def _user_pairs(self, *, rejected: bool) -> list[Pair]:
        pairs = [
            each for each in self.annotations if each.is_pair and (each.relation == NO_MATCH) is rejected
        ]
        pairs.sort(key=lambda each: (each.created, each.id))
        return [Pair(self.excerpts(pair), self.pinned.get(pair.id), pair) for pair in pairs]

    def _rank(self, article: ArticleReference) -> int:
        """The number of an article in `order`, by its id or the checksum of its text; else its length."""
        ranks = (rank for rank, each in enumerate(self.order) if is_same_article(article, each))
        return next(ranks, len(self.order))


def _excerpt(article: Article, passage: Passage) -> QuotedPassage:
    span = passage.start, passage.end
    return QuotedPassage(reference(article), article.text[slice(*span)], place_of(article, span))


def timestamp(time: datetime) -> str:
    """A time as exports write it: UTC in ISO 8601, to the second."""
    return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
