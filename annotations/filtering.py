"""The filter for annotations in exports, lists and commands."""

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
"""The state of a target whose article is not available."""

STATES = (*(str(state) for state in State), MISSING)


class Only(StrEnum):
    """The kinds of annotations: on passages of one article, or on passages of several."""

    HIGHLIGHTS = "highlights"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Filter:
    """The conditions that an annotation must meet: one value of each field that is not empty.

    `tags` include the tags nested in them. `articles` are ids or checksums; `between` has those of each
    article that an annotation must be on. `states` are some of STATES, of any target. `since` and `until`
    are beginnings of ISO 8601 times in UTC, compared with the time of creation; `until` includes its whole
    year, month or day. Case does not matter in tags, authors and relations.
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
        """Whether an annotation meets the conditions. `states` are those of its targets, if needed."""
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


def has_tag(annotation: Annotation, expected: str) -> bool:
    """Whether an annotation has a tag, or one nested in it."""
    return any(is_within(tag, expected.lstrip("#")) for tag in annotation.tags)


def _one_of(value: str, expected: tuple[str, ...]) -> bool:
    return not expected or value.casefold() in {each.casefold() for each in expected}
