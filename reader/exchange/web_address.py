"""Web addresses, and links to the exact words on a page."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from reader.base.sanitizing import sanitize_line

__all__ = ["is_web_address", "with_text_fragment"]

_LONG = 120
"""The length in code points above which a link names only the first and last words of a passage."""

_WORDS = 5


def is_web_address(url: str) -> bool:
    """Whether an address is a web address, and not a script or a file."""
    try:
        return urlsplit(sanitize_line(url)).scheme in ("http", "https")
    except ValueError:
        return False


def with_text_fragment(url: str, passage: str) -> str:
    """The address of a page at which a browser scrolls to the passage and marks it; "" stays "".

    As in the draft "URL Fragment Text Directives" of the WICG. The link names the beginning and the end of
    a passage that is long or has several lines.
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
    """The text, percent-encoded. A hyphen, which `quote` keeps, has a meaning in a text directive."""
    return re.sub("-", "%2D", quote(text, safe=""))
