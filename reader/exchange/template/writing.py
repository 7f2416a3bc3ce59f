"""Annotations written by the user's own Jinja2 template."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from reader.base.errors import UserError
from reader.base.sanitizing import sanitize_line
from reader.exchange.markdown import text as markdown_text
from reader.exchange.web_address import with_text_fragment

if TYPE_CHECKING:
    from jinja2 import Environment

    from annotations.model import Annotation
    from reader.exchange.export import Export, Pair, QuotedPassage

__all__ = ["EXAMPLE", "example", "templated"]

EXAMPLE = "example.md.jinja"

_FILTERS = ("inline", "paragraphs", "quoted", "tag", "link", "named_link", "yaml")
"""The filters that make a text safe in Markdown: functions of reader.exchange.markdown.text."""


def example() -> str:
    """The template to begin with."""
    return files("reader.exchange.template").joinpath(EXAMPLE).read_text(encoding="utf-8")


def templated(export: Export, template: str) -> str:
    """The text that a template makes of an export; docs/export.md lists its values.

    A template can only read these values, and no files. Raises UserError where the template fails, with the
    number of the line if it is known.
    """
    from jinja2 import TemplateError
    from jinja2.exceptions import SecurityError

    try:
        return _environment().from_string(template).render(_values(export))
    except (RecursionError, MemoryError, SyntaxError) as error:  # Python's own, which compiles templates
        raise UserError("the template is nested too deeply, or makes too much text; simplify it") from error
    except (TemplateError, SecurityError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        line = getattr(error, "lineno", None)
        where = f"line {line} of the template" if line else "the template"
        raise UserError(f"{where} is wrong: {sanitize_line(str(error))}") from error


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


def _values(export: Export) -> dict[str, Any]:
    letters = export.letters()
    single = [each for each in export.annotations if not each.is_pair]
    return {
        "articles": [
            {
                "letter": letters[each.id],
                "title": each.title,
                "source": each.source,
                "date": each.date,
                "url": each.url,
            }
            for each in export.references()
        ],
        "pairs": [_pair(export, pair, letters) for pair in export.pairs()],
        "highlights": [_fields(export, each) | _passages(export.excerpts(each), letters) for each in single],
    }


def _pair(export: Export, pair: Pair, letters: dict[str, str]) -> dict[str, Any]:
    fields = _fields(export, pair.annotation) if pair.annotation else {}
    match = {
        "kind": pair.kind,
        "score": pair.score,
        "differences": pair.described(letters),
    }
    return fields | match | _passages(pair.excerpts, letters)


def _fields(export: Export, annotation: Annotation) -> dict[str, Any]:
    names = ("id", "created", "updated", "colour", "note", "relation", "author")
    fields: dict[str, Any] = {name: getattr(annotation, name) for name in names}
    return fields | {"tags": list(annotation.tags), "orphan": export.is_orphan(annotation)}


def _passages(excerpts: tuple[QuotedPassage, ...], letters: dict[str, str]) -> dict[str, Any]:
    return {
        "passages": [
            {
                "letter": letters[excerpt.article.id],
                "title": excerpt.article.title,
                "quote": excerpt.quote,
                "link": with_text_fragment(excerpt.article.url, excerpt.quote),
                "state": str(excerpt.place.state) if excerpt.place else "missing",
                "paragraph": excerpt.place.paragraph if excerpt.place else 0,
                "sentence": excerpt.place.sentence if excerpt.place else 0,
            }
            for excerpt in excerpts
        ]
    }
