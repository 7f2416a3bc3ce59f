"""W3C selectors as other programs write them, made a target."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from annotations.model import ArticleReference, Target, TextPosition, TextQuote
from reader.base.sanitizing import sanitize, sanitize_line

__all__ = ["ArticleId", "listed", "target_of", "text_of", "web_page"]

ArticleId = Callable[[str], str]
"""Gives the id that an article of a web address has."""


def target_of(article: ArticleReference, selectors: Any) -> Target | None:
    """The passage that selectors name; None where no selector quotes it, for then it cannot be found again.

    Raises ValueError where they are damaged.
    """
    by_type = {one.get("type"): one for one in listed(selectors) if isinstance(one, dict)}
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
    """An article of which no more is known than its address and title."""
    url = sanitize_line(url)
    if not url:
        raise ValueError("it does not say what page it is on")
    return ArticleReference(article_id(url), "", sanitize_line(title) or url, url=url)


def listed(value: Any) -> list[Any]:
    """JSON-LD writes one value where others write a list of one."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text_of(values: dict[str, Any], name: str) -> str:
    """A text of an object; "" where there is none. Raises ValueError where it is no text."""
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"“{name}” is no text")
    return value or ""


def _offset(place: dict[str, Any], name: str, otherwise: int) -> int:
    value = place.get(name, otherwise)
    if not isinstance(value, int):
        raise ValueError(f"“{name}” is no whole number")
    return value
