"""Which part of a sentence matches: the clause or quotation, where it is not the whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from reader.language.words import Token
from reader.matching.profile import Profile

__all__ = ["covers", "matching_part", "trimmed"]

_COST = 0.5
"""What a word that is not shared costs a passage, against what a shared one as rare brings."""

_WHOLE = 0.7
"""A passage that covers this much of its sentence is the sentence."""

_FRAMING = 0.2
"""Part of its weight that a word has here if it only says who speaks."""

_LOOSE = " \n,;:—–"
"""What a part of a sentence neither begins nor ends with."""

_MARKS = {'"': '"“', "“": "”", "”": "“„”", "„": "“”", "‘": "’", "«": "»", "»": "«»", "「": "」", "」": "「"}
"""Quotation marks that open or close, and those that may be their other half."""

_EDGE = re.compile(
    r"[,;:]+[\"”]?(?!\d)\s*(?:(?:and|but)\s+)?[\"“]?|[—–()\[\]]+\s*"
    r"|\s+(?:that|which|who|while|after|before|when|because|despite|although|even though)\s+"
)
"""Where clauses begin and end; the words here belong to neither side."""


def matching_part(
    text: str, profile: Profile, words: Sequence[Token], shared: Collection[str], weights: Mapping[str, float]
) -> tuple[int, int]:
    """Code points [start, end) of the part of a sentence that `shared`, the other side's stems, is about.

    The run of words that gains most, shared words bringing their weight and others costing a part of
    theirs, grown to the edges of its clauses.
    """
    gains = [
        weights[w.stem]
        * (1.0 if w.stem in shared else -_COST)
        * (_FRAMING if w.stem in profile.framing else 1.0)
        for w in words
    ]
    first, last = _best_run(gains)
    start, end = _grown(text, profile, words[first].start, words[last].end)
    return (profile.start, profile.end) if covers(profile, (start, end)) else (start, end)


def covers(profile: Profile, span: tuple[int, int]) -> bool:
    """Whether a span is most of its sentence."""
    return span[1] - span[0] >= _WHOLE * (profile.end - profile.start)


def trimmed(text: str, profile: Profile, span: tuple[int, int]) -> tuple[int, int]:
    """A part of a sentence without commas at its ends, or a quotation mark whose other half is outside.

    The whole of a sentence stays as it is.
    """
    start, end = span
    if span == (profile.start, profile.end):
        return span
    while start < end and (text[start] in _LOOSE or _is_half(text[start], text[start + 1 : end])):
        start += 1
    while start < end and (text[end - 1] in _LOOSE or _is_half(text[end - 1], text[start : end - 1])):
        end -= 1
    return (start, end) if start < end else span


def _is_half(mark: str, rest: str) -> bool:
    """Whether a mark opens or closes a quotation that the rest does not close or open."""
    return mark in _MARKS and not any(other in rest for other in _MARKS[mark])


def _best_run(gains: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run of greatest sum (Kadane)."""
    best, first, last = 0.0, 0, len(gains) - 1
    total, start = 0.0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, first, last = total, start, at
    return first, last


def _grown(text: str, profile: Profile, start: int, end: int) -> tuple[int, int]:
    edges = list(_EDGE.finditer(text, profile.start, profile.end))
    starts = [profile.start, *(edge.end() for edge in edges)]
    ends = [*(edge.start() for edge in edges), profile.end]
    return max(s for s in starts if s <= start), min(e for e in ends if e >= end)
