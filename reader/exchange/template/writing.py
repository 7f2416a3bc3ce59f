"""Annotations written by the user's own Jinja2 template."""

from __future__ import annotations

import atexit
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from reader.base.child.client import ChildClient, ChildEndedError, Ending, RefusedError
from reader.base.child.encodings import JsonEncoding
from reader.base.errors import UserError
from reader.exchange.web_address import with_text_fragment

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.exchange.export import Export, Pair, QuotedPassage

__all__ = ["EXAMPLE", "SECONDS", "example", "templated"]

EXAMPLE = "example.md.jinja"

SECONDS = 5.0
"""The processor time that a template may take."""


def example() -> str:
    """The template to begin with."""
    return files("reader.exchange.template").joinpath(EXAMPLE).read_text(encoding="utf-8")


def templated(export: Export, template: str) -> str:
    """The text that a template makes of an export; docs/export.md lists its values.

    A template can only read these values, and no files. Raises UserError where the template fails, with the
    number of the line if it is known, and where it takes too long or makes too much text.
    """
    try:
        _, text = _client().ask(((template, _values(export)), b""))
    except RefusedError as error:
        raise UserError(str(error)) from error
    except ChildEndedError as error:
        raise UserError(_reason(error.ending)) from error
    return text.decode()


@cache
def _client() -> ChildClient[tuple[Any, bytes], tuple[Any, bytes]]:
    """The child that carries out all templates of this program; it ends with the program."""
    client: ChildClient[tuple[Any, bytes], tuple[Any, bytes]] = ChildClient(
        "reader.exchange.template.child", JsonEncoding(), seconds=SECONDS
    )
    atexit.register(client.close)
    return client


def _reason(ending: Ending) -> str:
    if ending is Ending.TOO_LONG:
        return f"the template takes longer than {SECONDS:g} seconds; simplify its loops"
    if ending is Ending.NO_MEMORY:
        return "the template makes too much text; simplify it"
    return "the template could not be carried out (its process ended); try again, or simplify it"


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
