"""The direction in which a text is written."""

from __future__ import annotations

import unicodedata
from collections import Counter

__all__ = ["is_right_to_left"]

_SAMPLE = 2000
"""Code points of a text that are looked at: names in another script do not decide there."""

_RIGHT_TO_LEFT = ("R", "AL")
"""The bidirectional classes of Unicode (UAX #9) for Hebrew and Arabic letters, and those like them."""


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a text are written from right to left; digits and signs do not count."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return False
    counts = Counter(map(unicodedata.bidirectional, sample))
    return sum(counts[kind] for kind in _RIGHT_TO_LEFT) > counts["L"]
