"""Which annotations are meant: one value, for exports, lists and commands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from annotations.anchoring.model import State
from annotations.codebook import is_within

if TYPE_CHECKING:
    from collections.abc import Collection

    from annotations.model import Annotation

__all__ = ["MISSING", "STATES", "Filter", "Only", "has_tag"]

MISSING = "missing"
"""What stands for a state where the article itself is not to be had."""

STATES = (*(str(state) for state in State), MISSING)


class Only(StrEnum):
    """Annotations of one passage or several of one article, or those that join articles."""

    HIGHLIGHTS = "highlights"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Filter:
    """What an annotation must have: something of each field that is not empty.

    `tags` mean what is nested below them too; `articles` are ids or checksums, `between` those of articles
    that an annotation must be on, each; `states` are some of STATES,
    of any of the targets. `since` and `until` are beginnings of ISO 8601 times in UTC, compared with when
    the annotation was made; `until` means the whole of its year, month or day. Case makes no difference in
    tags, authors and relations.
    """

    tags: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    between: tuple[frozenset[str], ...] = ()
    colours: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    only: Only | None = None

    def accepts(self, annotation: Annotation, states: Collection[str] = ()) -> bool:
        """Whether an annotation is meant. `states` are those of its targets, needed only where asked for."""
        return (
            (not self.tags or any(has_tag(annotation, tag) for tag in self.tags))
            and _one_of(annotation.colour, self.colours)
            and _one_of(annotation.author, self.authors)
            and _one_of(annotation.relation, self.relations)
            and (not self.states or not set(self.states).isdisjoint(states))
            and self._is_of_the_time(annotation.created)
            and self._is_of_the_articles(annotation)
            and (self.only is None or annotation.is_pair is (self.only is Only.PAIRS))
        )

    def _is_of_the_time(self, created: str) -> bool:
        return created >= self.since and (not self.until or created[: len(self.until)] <= self.until)

    def _is_of_the_articles(self, annotation: Annotation) -> bool:
        keys = {key for target in annotation.targets for key in (target.article.id, target.article.sha256)}
        return (not self.articles or not self.articles.isdisjoint(keys)) and all(
            not article.isdisjoint(keys) for article in self.between
        )


def has_tag(annotation: Annotation, wanted: str) -> bool:
    """Whether an annotation has a tag, or one nested below it."""
    return any(is_within(tag, wanted.lstrip("#")) for tag in annotation.tags)


def _one_of(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or value.casefold() in {one.casefold() for one in wanted}
