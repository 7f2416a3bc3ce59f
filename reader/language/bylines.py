"""The authors that a byline names."""

from __future__ import annotations

import re

from reader.base.sanitizing import sanitize_line

__all__ = ["author_of"]

AUTHOR = 80
"""Characters that a byline's names may have."""

_BYLINE = re.compile(
    r"(?:by|von|par|por|from|(?:text|story|words|interview|analysis|reporting) by) +(.+)", re.IGNORECASE
)
_DESK = re.compile(
    r",? (?:[|—–-] .*|for .*|of .*|in [A-Z].*)"
    r"|, (?:the )?(?:associated press|reuters|afp|ap|staff.*|\w+ staff)$",
    re.IGNORECASE,
)


def author_of(line: str) -> str:
    """The names in a byline, without the outlet or place after them; "" for a line that is not a byline."""
    byline = _BYLINE.match(line)
    return sanitize_line(_DESK.sub("", byline[1]))[:AUTHOR] if byline else ""
