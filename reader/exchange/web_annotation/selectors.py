"""Targets from W3C selectors, as other programs write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotations.model import ArticleReference, Target, TextPosition, TextQuote
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ArticleId

__all__ = ["listed", "target_of", "text_of", "types_of", "web_page"]

_DEEPEST = 20
"""The most selectors that refine one another; the model has no limit, and sense ends long before."""


def target_of(article: ArticleReference, selectors: Any) -> Target | None:
    """The passage that selectors name; None where no selector quotes it, as it could not be found again.

    Selectors that refine others are looked into: the last quote is the passage. Raises ValueError for
    damaged selectors.
    """
    by_type = {kind: each for each in _all(selectors) for kind in types_of(each)}
    quote = by_type.get("TextQuoteSelector")
    if quote is None or not text_of(quote, "exact").strip():
        return None
    place = by_type.get("TextPositionSelector", {})
    exact = sanitize(text_of(quote, "exact"))
    start = _offset(place, "start", 0)
    return Target(
        article,
        TextQuote(exact, sanitize(text_of(quote, "prefix")), sanitize(text_of(quote, "suffix"))),
        TextPosition(start, _offset(place, "end", start + len(exact))),
    )


def web_page(url: str, title: str, article_id: ArticleId) -> ArticleReference:
    """An article of which only the address and the title are known."""
    url = sanitize_line(url)
    if not url:
        raise ValueError("it does not say which page it is on")
    return ArticleReference(article_id(url), "", sanitize_line(title) or url, url=url)


def listed(value: Any) -> list[Any]:
    """The value as a list: JSON-LD writes a list of one value as the value."""
    return value if isinstance(value, list) else [] if value is None else [value]


def types_of(value: Any) -> list[Any]:
    """The types of an object; none for anything else."""
    return listed(value.get("type", value.get("@type"))) if isinstance(value, dict) else []


def text_of(values: dict[str, Any], name: str) -> str:
    """A text of an object, the first of several, "" where it is missing. Raises ValueError for no text."""
    value = next(iter(listed(values.get(name))), None)
    if isinstance(value, dict):
        value = value.get("@value")  # with a language
    if value is not None and not isinstance(value, str):
        raise ValueError(f"“{name}” is not text")
    return value or ""


def _all(selectors: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Selectors and those that refine them, which follow them."""
    for each in listed(selectors):
        if isinstance(each, dict) and depth < _DEEPEST:
            yield each
            yield from _all(each.get("items"), depth + 1)
            yield from _all(each.get("refinedBy"), depth + 1)


def _offset(place: dict[str, Any], name: str, default: int) -> int:
    value = place.get(name, default)
    if not isinstance(value, int):
        raise ValueError(f"“{name}” is not a whole number")
    return value
