"""What is exported: annotations, where they stand in their articles, and matches. Plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

from annotations.anchoring import State
from reader.notes.anchored_place import AnchoredPlace, Span

if TYPE_CHECKING:
    from annotations.model import Annotation, ArticleReference, Tag

__all__ = ["DIFFERING", "Difference", "Match", "Side", "Text", "Work", "lettered", "moment"]

DIFFERING = ("contradicts", "softens", "omits")
"""Relations that say by themselves that two passages differ."""


@dataclass(frozen=True, slots=True)
class Side:
    """One passage of a match; `place` is None where the article is not to be had."""

    article: ArticleReference
    quote: str
    place: AnchoredPlace | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two passages, in a sentence, and where on each side; None where it is not said."""

    kind: str
    message: str
    a: Span | None = None
    b: Span | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Passages that go together: as the matcher found them, or as the reader joined them in `annotation`.

    `kind` and `score` (0-100) are the matcher's; "" and None where it did not speak.
    """

    sides: tuple[Side, ...]
    kind: str = ""
    score: float | None = None
    differences: tuple[Difference, ...] = ()
    annotation: Annotation | None = None

    @property
    def relation(self) -> str:
        """What the reader says of it."""
        return self.annotation.relation if self.annotation else ""

    @property
    def differs(self) -> bool:
        """Whether something in it differs, found or said by the reader."""
        return bool(self.differences) or self.relation in DIFFERING


@dataclass(frozen=True, slots=True)
class Text:
    """An article in full. Paragraphs and sentences are in order; `dimmed` are numbers of paragraphs."""

    article: ArticleReference
    text: str
    paragraphs: Sequence[Span]
    sentences: Sequence[Span]
    headings: frozenset[int] = frozenset()
    dimmed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Work:
    """What is exported. All but the annotations may be missing: then less is told of them.

    `places` has one entry a target for each annotation that could be looked up, `differences` what differs
    inside pairs, both by the annotation's id. `matches` are those of the matcher, `made` tells in words how
    they were made: version and settings. `codebook` has the tags that are described. `denied` are the ids of
    the pairs by which the user says that two passages do not match.
    """

    annotations: Sequence[Annotation]
    places: Mapping[str, Sequence[AnchoredPlace | None]] = field(default_factory=dict)
    differences: Mapping[str, Sequence[Difference]] = field(default_factory=dict)
    matches: Sequence[Match] = ()
    texts: Sequence[Text] = ()
    made: Mapping[str, str] = field(default_factory=dict)
    codebook: Sequence[Tag] = ()
    denied: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """What it is, in a word."""
        return "Annotations" if self.annotations or not self.matches else "Matches"

    def articles(self) -> list[ArticleReference]:
        """All articles spoken of: those compared in their order, the others by date, then title.

        Where annotations know different things of one article, the last one changed is believed.
        """
        newest: dict[str, ArticleReference] = {}
        for annotation in sorted(self.annotations, key=lambda each: (each.updated, each.id)):
            newest |= {target.article.id: target.article for target in annotation.targets}
        compared = {text.article.id: text.article for text in self.texts}
        compared |= {side.article.id: side.article for match in self.matches for side in match.sides}
        others = [article for identity, article in newest.items() if identity not in compared]
        return [
            *compared.values(),
            *sorted(others, key=lambda each: (each.date or "9999", each.title, each.id)),
        ]

    def sides(self, annotation: Annotation) -> tuple[Side, ...]:
        """The passages of an annotation with their places."""
        places = self.places.get(annotation.id) or (None,) * len(annotation.targets)
        return tuple(
            Side(target.article, target.quote.exact, place)
            for target, place in zip(annotation.targets, places, strict=True)
        )

    def is_orphan(self, annotation: Annotation) -> bool:
        """Whether a passage of an annotation stands nowhere in its article any more."""
        return any(
            place is not None and place.state is State.ORPHAN for place in self.places.get(annotation.id, ())
        )

    def pairs(self, *, denied: bool = False) -> list[Match]:
        """The matches, then the pairs among the annotations as they were made; or those that deny a match."""
        pairs = (each for each in self.annotations if each.is_pair and (each.id in self.denied) is denied)
        joined = sorted(pairs, key=_age)
        return [
            *(() if denied else self.matches),
            *(
                Match(self.sides(pair), differences=tuple(self.differences.get(pair.id, ())), annotation=pair)
                for pair in joined
            ),
        ]


def _age(annotation: Annotation) -> tuple[str, str]:
    return annotation.created, annotation.id


def lettered(articles: Sequence[ArticleReference]) -> dict[str, str]:
    """The letter of each article by its id: A, B, …, Z, AA, …"""
    return dict(zip((article.id for article in articles), _letters(), strict=False))


def _letters() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def moment(time: datetime) -> str:
    """A time as exports write it: UTC in ISO 8601, to the second."""
    return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
