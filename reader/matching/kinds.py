"""The kind of a match: verbatim, near-duplicate, quote or same fact."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from reader.base.folding import fold
from reader.matching.model import Kind

__all__ = ["ALIKE", "form_of", "kind_of"]

_NEAR = 80.0
"""rapidfuzz `ratio` (0-100) of the words from which passages are near-duplicates."""

ALIKE = 0.7
"""`token_set_ratio` (0-1) from which direct and reported speech may be one utterance."""

_OWN_WORDS = 0.5
"""Share of a passage (0-1) inside quotation marks from which it is direct speech."""

_MINUS = re.compile(r"(?<![^\s(\[\"'$€£¥])[-−–](?=\d)")
_PUNCTUATION = re.compile(r"[^\w%$€£−]+")


def form_of(quoted_a: float, quoted_b: float, *, reported_a: bool, reported_b: bool, alike: bool) -> str:
    """The form of speech in two passages, by their quoted shares (0-1), as in `Match.form`.

    Words that only one passage quotes are one utterance if they are `alike` and the other reports speech.
    """
    direct_a, direct_b = quoted_a >= _OWN_WORDS, quoted_b >= _OWN_WORDS
    if direct_a and direct_b:
        return "direct/direct"
    if direct_a and reported_b and alike:
        return "direct/indirect"
    if direct_b and reported_a and alike:
        return "indirect/direct"
    return ""


def kind_of(a: str, b: str, form: str, *, whole: bool) -> Kind:
    """The kind of a match between two passages, by their texts and the form of their speech.

    A quotation that is not the `whole` of both sentences is a quote, however exact it is.
    """
    words_a, words_b = plain(a), plain(b)
    if words_a == words_b and (whole or not form):
        return Kind.VERBATIM
    if form:
        return Kind.QUOTE
    return Kind.NEAR_DUPLICATE if fuzz.ratio(words_a, words_b) >= _NEAR else Kind.SAME_FACT


def plain(text: str) -> str:
    """The words of a text in lower case, without punctuation but with a minus before a number as "−"."""
    return _PUNCTUATION.sub(" ", _MINUS.sub("−", fold(text))).strip()
