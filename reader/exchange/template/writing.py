"""Annotations by a template of the user's own, in the language of Jinja2."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.exchange.markdown import text as markdown_text
from reader.exchange.web_address import with_text_fragment
from reader.exchange.work import lettered

if TYPE_CHECKING:
    from jinja2 import Environment

    from annotations.model import Annotation
    from reader.exchange.work import Match, Side, Work

__all__ = ["EXAMPLE", "example", "templated"]

EXAMPLE = "example.md.jinja"

_FILTERS = ("inline", "paragraphs", "quoted", "tag", "link", "named_link", "yaml")
"""What makes a text safe in Markdown: functions of reader.exchange.markdown.text."""


def example() -> str:
    """The template to begin with."""
    return files("reader.exchange.template").joinpath(EXAMPLE).read_text(encoding="utf-8")


def templated(work: Work, template: str) -> str:
    """What a template makes of the work; docs/export.md names its values.

    A template may only read what it is given, and reaches no file. Raises UserError where it is not right,
    with the number of the line if it is known.
    """
    from jinja2 import TemplateError
    from jinja2.exceptions import SecurityError

    try:
        return _environment().from_string(template).render(_values(work))
    except (TemplateError, SecurityError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        line = getattr(error, "lineno", None)
        where = f"line {line} of the template" if line else "the template"
        raise UserError(f"{where} is not right: {sanitize_line(str(error))}") from error


@cache
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {name: getattr(markdown_text, name) for name in _FILTERS}
    return environment


def _values(work: Work) -> dict[str, Any]:
    letters = lettered(work.articles())
    single = [each for each in work.annotations if not each.is_pair]
    return {
        "articles": [
            {
                "letter": letters[each.id],
                "title": each.title,
                "source": each.source,
                "date": each.date,
                "url": each.url,
            }
            for each in work.articles()
        ],
        "pairs": [_pair(work, match, letters) for match in work.pairs()],
        "highlights": [_said(work, each) | _passages(work.sides(each), letters) for each in single],
    }


def _pair(work: Work, match: Match, letters: dict[str, str]) -> dict[str, Any]:
    said = _said(work, match.annotation) if match.annotation else {}
    found = {
        "kind": match.kind,
        "score": match.score,
        "differences": [difference.message for difference in match.differences],
    }
    return said | found | _passages(match.sides, letters)


def _said(work: Work, annotation: Annotation) -> dict[str, Any]:
    names = ("id", "created", "updated", "colour", "note", "relation", "author")
    said: dict[str, Any] = {name: getattr(annotation, name) for name in names}
    return said | {"tags": list(annotation.tags), "orphan": work.is_orphan(annotation)}


def _passages(sides: tuple[Side, ...], letters: dict[str, str]) -> dict[str, Any]:
    return {
        "passages": [
            {
                "letter": letters[side.article.id],
                "title": side.article.title,
                "quote": side.quote,
                "link": with_text_fragment(side.article.url, side.quote),
                "state": str(side.place.state) if side.place else "missing",
                "paragraph": side.place.paragraph if side.place else 0,
                "sentence": side.place.sentence if side.place else 0,
            }
            for side in sides
        ]
    }
