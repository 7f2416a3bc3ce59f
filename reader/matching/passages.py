"""The part of a sentence that matches, where it is not the whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from reader.language.words import Token
from reader.matching.profile import Profile

__all__ = ["covers", "matching_part", "trimmed"]

_COST = 0.5
"""Cost of a word that is not shared, relative to the gain from a shared word as rare."""

_WHOLE = 0.7
"""Share of its sentence (0-1) from which a passage is extended to the whole sentence."""

_FRAMING = 0.2
"""Factor on the weight of a word that only says who speaks."""

_LOOSE = " \n,;:—–"
"""Characters that a part of a sentence neither begins nor ends with."""

_MARKS = {'"': '"“', "“": "”", "”": "“„”", "„": "“”", "‘": "’", "«": "»", "»": "«»", "「": "」", "」": "「"}
"""Quotation marks, each with the marks that may be its other half."""

_EDGE = re.compile(
    r"[,;:]+[\"”]?(?!\d)\s*(?:(?:and|but)\s+)?[\"“]?|[—–()\[\]]+\s*"
    r"|(?<!\s)\s+(?:that|which|who|while|after|before|when|because|despite|although|even though)\s+"
)
"""The edges of clauses; the words in them belong to neither clause."""


def matching_part(
    text: str, profile: Profile, words: Sequence[Token], shared: Collection[str], weights: Mapping[str, float]
) -> tuple[int, int]:
    """Code points [start, end) of the part of a sentence that matches `shared`, the stems of the other one.

    It is the run of words with the greatest gain, in which shared words add their weight and others subtract
    a part of theirs, extended to the edges of its clauses.
    """
    gains = [
        weights[w.stem]
        * (1.0 if w.stem in shared else -_COST)
        * (_FRAMING if w.stem in profile.framing else 1.0)
        for w in words
    ]
    first, last = _best_run(gains)
    start, end = _extended(text, profile, words[first].start, words[last].end)
    return (profile.start, profile.end) if covers(profile, (start, end)) else (start, end)


def covers(profile: Profile, span: tuple[int, int]) -> bool:
    """Whether a span is most of its sentence."""
    return span[1] - span[0] >= _WHOLE * (profile.end - profile.start)


def trimmed(text: str, profile: Profile, span: tuple[int, int]) -> tuple[int, int]:
    """A part of a sentence without commas at its ends and without unpaired quotation marks there.

    A whole sentence is returned as it is.
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
    """Whether a quotation mark has no other half in the rest."""
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


def _extended(text: str, profile: Profile, start: int, end: int) -> tuple[int, int]:
    edges = list(_EDGE.finditer(text, profile.start, profile.end))
    starts = [profile.start, *(edge.end() for edge in edges)]
    ends = [*(edge.start() for edge in edges), profile.end]
    return max(s for s in starts if s <= start), min(e for e in ends if e >= end)
