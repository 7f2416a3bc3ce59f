"""The bodies of a W3C Web Annotation as note, tags and relation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.exchange.web_annotation.html_body import text_of_html
from reader.exchange.web_annotation.selectors import listed, text_of, types_of

__all__ = ["Remark", "remarks_of", "texts_for"]

_DEEPEST = 20
"""The most lists of bodies inside each other."""

_GROUPS = {"Choice", "Composite", "List", "Independents"}
_OURS = ("tagging", "classifying")
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Remark:
    """The text of a body, or the address of one that is elsewhere, and what it is for: its purposes."""

    text: str
    purposes: tuple[str, ...]


def remarks_of(annotation: dict[str, Any]) -> list[Remark]:
    """All bodies of an annotation. Raises ValueError where one is damaged."""
    motivation = tuple(each for each in listed(annotation.get("motivation")) if each == "tagging")
    bodies = [*_bodies(annotation.get("body"), motivation)]
    value = text_of(annotation, "bodyValue")
    return [*bodies, Remark(value, motivation)] if value.strip() else bodies


def texts_for(remarks: list[Remark], purpose: str) -> list[str]:
    """The texts for a purpose: "tagging", "classifying", or "commenting", which stands for all others."""
    return [remark.text for remark in remarks if _purpose(remark) == purpose]


def _purpose(remark: Remark) -> str:
    return next((each for each in _OURS if each in remark.purposes), "commenting")


def _bodies(value: Any, purposes: tuple[str, ...], depth: int = 0) -> Iterator[Remark]:
    for body in listed(value):
        if isinstance(body, str):
            yield Remark(body, ())
        elif not isinstance(body, dict):
            raise ValueError("a body is neither an object nor an address")
        elif _GROUPS.intersection(types_of(body)) and depth < _DEEPEST:
            yield from _bodies(body.get("items"), purposes, depth + 1)
        elif text := _text(body):
            own = tuple(each for each in listed(body.get("purpose")) if isinstance(each, str))
            yield Remark(text, own or purposes)


def _text(body: dict[str, Any]) -> str:
    """The text of a body; of one that is elsewhere, its address."""
    text = text_of(body, "value")
    if text:
        is_html = text_of(body, "format").partition(";")[0].strip().lower() in _HTML
        return text_of_html(text) if is_html else text
    source = body.get("source")
    return text_of(source if isinstance(source, dict) else {"id": source or body.get("id")}, "id")
