"""Finding annotations as the user types: words, tags, and what else they must have.

`oil price` has both words in the quote, the note, a tag or a title; `~prise` is sought roughly. `#oil` is
tagged so, or with a tag nested below; `#oil|#gas` with either; `-#done` is not. `colour:green`,
`relation:contradicts`, `author:ann`, `state:orphan`, `since:2026-11` and `until:2026-12-24` are fields; `-`
and `|` work there too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.filtering import STATES, Filter
from reader.base.errors import UserError

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["Query", "QueryError", "parse"]

_ALIKE = 80  # rapidfuzz's partial_ratio, 0-100, from which a text has words like those that are sought

_Test = Callable[["Annotation", Collection[str]], bool]

_FIELDS: dict[str, Callable[[str], Filter]] = {
    "colour": lambda value: Filter(colours=(value,)),
    "relation": lambda value: Filter(relations=(value.replace("-", " "),)),
    "author": lambda value: Filter(authors=(value,)),
    "state": lambda value: Filter(states=(value,)),
    "since": lambda value: Filter(since=value),
    "until": lambda value: Filter(until=value),
}


class QueryError(UserError):
    """What is typed is no query. Its text says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Query:
    """What an annotation must have: all of `tests`. Without any, every annotation is meant."""

    tests: Sequence[_Test] = ()
    asks_for_states: bool = False

    def accepts(self, annotation: Annotation, states: Collection[str] = ()) -> bool:
        """Whether an annotation is meant; `states` are those of its targets, if `asks_for_states`."""
        return all(test(annotation, states) for test in self.tests)


def parse(line: str) -> Query:
    """The query that a line asks. Raises QueryError where a field or a state is unknown."""
    return Query(tuple(map(_term, line.split())), "state:" in line)


def _term(term: str) -> _Test:
    if term.startswith("-") and len(term) > 1:
        unwanted = _term(term[1:])
        return lambda annotation, states: not unwanted(annotation, states)
    either = [_alternative(one) for one in term.split("|") if one]
    return lambda annotation, states: any(test(annotation, states) for test in either)


def _alternative(term: str) -> _Test:
    name, colon, value = term.partition(":")
    if term.startswith("#"):
        return Filter(tags=(term,)).accepts
    if colon and value and name in _FIELDS:
        return _field(name, value).accepts
    if colon and value and name.isalpha() and not value.startswith("//"):
        raise QueryError(f"{name}: there are {', '.join(_FIELDS)}")
    if term.startswith("~"):
        return lambda annotation, _states: _is_like(term[1:], _text(annotation))
    return lambda annotation, _states: term.casefold() in _text(annotation)


def _field(name: str, value: str) -> Filter:
    if name == "state" and value not in STATES:
        raise QueryError(f"states are {', '.join(STATES)}")
    return _FIELDS[name](value)


def _text(annotation: Annotation) -> str:
    """All words of an annotation, in lower case."""
    targets = ((one.quote.exact, one.article.title, one.article.source) for one in annotation.targets)
    words = (
        annotation.note,
        annotation.relation,
        *annotation.tags,
        *(word for one in targets for word in one),
    )
    return "\n".join(words).casefold()


def _is_like(words: str, text: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(words.casefold(), text) >= _ALIKE
