"""Addresses of the web, and of the very words on a page."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from reader.base.sanitizing import sanitize_line

__all__ = ["is_web_address", "with_text_fragment"]

_LONG = 120
"""Code points from which a passage is named by its first and last words, so that the link stays short."""

_WORDS = 5


def is_web_address(url: str) -> bool:
    """Whether an address is one of the web, and no script or file."""
    try:
        return urlsplit(sanitize_line(url)).scheme in ("http", "https")
    except ValueError:
        return False


def with_text_fragment(url: str, passage: str) -> str:
    """The address of a page, such that a browser scrolls to the passage and marks it; "" stays "".

    By the draft "URL Fragment Text Directives" of the WICG. A passage of several lines, or a long one, is
    named by its beginning and its end.
    """
    if not url or not passage.strip():
        return url
    lines = [line.split() for line in passage.split("\n") if line.strip()]
    ends = [" ".join(passage.split())]
    if len(lines) > 1 or len(ends[0]) > _LONG:
        ends = [" ".join(lines[0][:_WORDS]), " ".join(lines[-1][-_WORDS:])]
    hashed = url if "#" in url else f"{url}#"
    return f"{hashed}:~:text={','.join(map(_percent_encoded, ends))}"


def _percent_encoded(text: str) -> str:
    """The hyphen, which `quote` leaves alone, has a meaning of its own in a text directive."""
    return re.sub("-", "%2D", quote(text, safe=""))
