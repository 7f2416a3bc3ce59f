"""Web addresses, and links to the exact words on a page."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from reader.base.sanitizing import sanitize_line

__all__ = ["is_web_address", "percent_encoded", "with_text_fragment"]

_HOST = re.compile(r"[a-zA-Z][\w+.-]*://[\w.:\[\]-]*")
_IN_URLS = "%/:?#@!$&'()*+,;=~-._"
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")

_LONG = 120
"""The length in code points above which a link names only the first and last words of a passage."""

_WORDS = 5


def is_web_address(url: str) -> bool:
    """Whether an address is a web address, and not a script or a file."""
    try:
        return urlsplit(sanitize_line(url)).scheme in ("http", "https")
    except ValueError:
        return False


def percent_encoded(url: str) -> str:
    """The address without the signs that an address cannot have (RFC 3986): they are percent-encoded.

    What is encoded already stays as it is. So does the host, which may have brackets and other letters.
    """
    line = sanitize_line(url)
    host = match[0] if (match := _HOST.match(line)) else ""
    return host + quote(_STRAY_PERCENT.sub("%25", line[len(host) :]), safe=_IN_URLS)


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
    return f"{hashed}:~:text={','.join(map(_directive, ends))}"


def _directive(text: str) -> str:
    """The text, percent-encoded. A hyphen, which `quote` keeps, has a meaning in a text directive."""
    return re.sub("-", "%2D", quote(text, safe=""))
