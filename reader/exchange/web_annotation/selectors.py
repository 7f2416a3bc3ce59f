"""Targets from W3C selectors, as other programs write them."""

from __future__ import annotations

from typing import Any

from annotations.model import ArticleReference, Target, TextPosition, TextQuote
from reader.base.sanitizing import sanitize, sanitize_line
from reader.exchange.imported_file import ArticleId

__all__ = ["listed", "target_of", "text_of", "web_page"]


def target_of(article: ArticleReference, selectors: Any) -> Target | None:
    """The passage that selectors name; None where no selector quotes it, as it could not be found again.

    Raises ValueError for damaged selectors.
    """
    by_type = {each.get("type"): each for each in listed(selectors) if isinstance(each, dict)}
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


def text_of(values: dict[str, Any], name: str) -> str:
    """A text of an object, "" where it is missing. Raises ValueError where it is not text."""
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"“{name}” is not text")
    return value or ""


def _offset(place: dict[str, Any], name: str, default: int) -> int:
    value = place.get(name, default)
    if not isinstance(value, int):
        raise ValueError(f"“{name}” is not a whole number")
    return value
