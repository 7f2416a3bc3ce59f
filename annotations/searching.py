"""The search for annotations while the user types: words, tags and fields.

`oil price` finds both words in the quote, the note, a tag or a title; `~prise` allows spelling mistakes.
`#oil` finds the tag or one nested in it, `#oil|#gas` either of two, `-#done` annotations without it.
`colour:green`, `relation:contradicts`, `author:ann`, `state:orphan`, `since:2026-11` and `until:2026-12-24`
are fields; `-` and `|` work with them too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.filtering import STATES, Filter
from reader.base.errors import UserError
from reader.base.folding import fold

if TYPE_CHECKING:
    from annotations.model import Annotation

__all__ = ["Query", "QueryError", "parse"]

_ALIKE = 80  # rapidfuzz's partial_ratio, 0-100, from which a text has similar words

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
    """The query is not valid. The message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Query:
    """The tests that an annotation must pass. Without any, every annotation passes."""

    tests: Sequence[_Test] = ()
    asks_for_states: bool = False

    def accepts(self, annotation: Annotation, states: Collection[str] = ()) -> bool:
        """Whether an annotation passes; `states` are those of its targets, if `asks_for_states`."""
        return all(test(annotation, states) for test in self.tests)


def parse(line: str) -> Query:
    """The query of a line. Raises QueryError for an unknown field or state."""
    return Query(tuple(map(_term, line.split())), "state:" in line)


def _term(term: str) -> _Test:
    if term.startswith("-") and len(term) > 1:
        unwanted = _term(term[1:])
        return lambda annotation, states: not unwanted(annotation, states)
    either = [_alternative(each) for each in term.split("|") if each]
    return lambda annotation, states: any(test(annotation, states) for test in either)


def _alternative(term: str) -> _Test:
    name, colon, value = term.partition(":")
    if term.startswith("#"):
        return Filter(tags=(term,)).accepts
    if colon and value and name in _FIELDS:
        return _field(name, value).accepts
    if colon and value and name.isalpha() and not value.startswith("//"):
        raise QueryError(f'unknown field "{name}"; use {", ".join(_FIELDS)}')
    if term.startswith("~"):
        return lambda annotation, _states: _is_like(term[1:], _text(annotation))
    return lambda annotation, _states: fold(term) in _text(annotation)


def _field(name: str, value: str) -> Filter:
    if name == "state" and value not in STATES:
        raise QueryError(f'unknown state "{value}"; use {", ".join(STATES)}')
    return _FIELDS[name](value)


def _text(annotation: Annotation) -> str:
    """All words of an annotation, folded."""
    quotes = ((each.quote.exact, each.article.title, each.article.source) for each in annotation.targets)
    words = (
        annotation.note,
        annotation.relation,
        *annotation.tags,
        *(text for texts in quotes for text in texts),
    )
    return fold("\n".join(words))


def _is_like(words: str, text: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(fold(words), text) >= _ALIKE
