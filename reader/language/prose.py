"""The punctuation by which prose differs from headlines and labels."""

from __future__ import annotations

import re

__all__ = ["ends_like_prose"]

_PROSE_END = re.compile(r"(?:[.!?…:;,。！？؟۔।]|--|[—–])[\"”’'»“)\]」』]*\Z")


def ends_like_prose(line: str) -> bool:
    """Whether a line ends with the punctuation of a sentence or clause, as headlines and labels do not."""
    return _PROSE_END.search(line[-6:]) is not None
