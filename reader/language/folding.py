"""Spellings made alike, so that texts can be compared whatever their accents, capitals and quotes."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

_QUOTES = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')
_ACCENTS = re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """The text in lower case, with straight quotes and without accents.

    The length may change, so offsets in the result are not offsets in `text`.
    """
    lowered = text.lower().translate(_QUOTES)
    if lowered.isascii():
        return lowered
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", lowered))
