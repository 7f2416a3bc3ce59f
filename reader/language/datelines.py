"""Datelines: the place, and often the agency, at the beginning of a news report."""

from __future__ import annotations

import re

__all__ = ["dateline"]

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\W\d_a-z.'’ -]{2,40})(?:, (?P<more>[^—–()\n]{2,30}?))?"
    r"(?: ?\((?P<agency>[^()\n]{2,30})\))? ?(?:[—–]|--?) (?=\S)"
)


def dateline(line: str) -> re.Match[str] | None:
    """The dateline at the beginning of a line ("LONDON (AP) — "), with the groups place, more and agency."""
    return _DATELINE.match(line)
