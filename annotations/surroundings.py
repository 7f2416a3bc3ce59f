"""The surroundings of a passage, kept as checksums: they tell its place from others that look like it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

__all__ = [
    "REACH",
    "Segments",
    "Surroundings",
    "from_fields",
    "segments_of",
    "surroundings_in_context",
    "surroundings_of",
    "to_fields",
]

REACH = 8
"""The number of segments that are kept on either side of a passage."""

_UNKNOWN = "unknown"
"""Stands for the checksum of a segment that is not known; no segment has it."""

_SEGMENT = re.compile(r"[^\n]+?(?:[.!?…;][\"'”’»)\]]*(?=\s)|[。！？；]|(?=\n)|$)")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:[.,:'’\u00a0\u202f]\d+)*")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The segments (sentences, clauses before a semicolon, lines) at and around a passage.

    `own` are those that contain it, `before` and `after` up to REACH others, the nearest first. Each is two
    checksums of 16 bits over its words: one that ignores which numbers it has, and one that does not.
    `alike` and `equal` count the other places of the article that have the same `own`, without and with
    regard to numbers; `copies` counts those between the same context, whatever they say.
    """

    own: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    alike: int
    equal: int
    copies: int


_CHECKSUMS = ("own", "before", "after")
_COUNTS = ("alike", "equal", "copies")


def to_fields(surroundings: Surroundings) -> dict[str, Any]:
    """The surroundings as JSON has them: checksums with a space in between, and numbers."""
    fields: dict[str, Any] = {name: " ".join(getattr(surroundings, name)) for name in _CHECKSUMS}
    return fields | {name: getattr(surroundings, name) for name in _COUNTS}


def from_fields(fields: object) -> Surroundings | None:
    """The surroundings of such fields; None where they are missing or not as this version writes them."""
    if not isinstance(fields, Mapping) or len(fields) != len(_CHECKSUMS) + len(_COUNTS):
        return None
    checksums = [value.split() for name in _CHECKSUMS if isinstance(value := fields.get(name), str)]
    counts = [value for name in _COUNTS if type(value := fields.get(name)) is int]
    if len(checksums) < len(_CHECKSUMS) or len(counts) < len(_COUNTS):
        return None
    own, before, after = map(tuple, checksums)
    return Surroundings(own, before, after, *counts)


@dataclass(frozen=True, slots=True)
class Segments:
    """The segments of a text: their places and checksums, and where each checksum occurs."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    checksums: tuple[str, ...]
    places: dict[str, list[int]]

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The numbers [first, last) of the segments that contain code points [start, end)."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def text_of(self, text: str, number: int) -> str:
        """One segment of the text."""
        return text[self.starts[number] : self.ends[number]]

    def numbers_alike(self, checksum: str) -> list[int]:
        """The segments with this checksum, whatever their numbers are."""
        return self.places.get(checksum[:4], [])

    def same(self, checksum: str) -> list[int]:
        """The segments that are the same; numbers may differ where no other segment is so alike."""
        alike = self.numbers_alike(checksum)
        return alike if len(alike) == 1 else [at for at in alike if self.checksums[at] == checksum]

    def count(self, own: tuple[str, ...]) -> tuple[int, int]:
        """The number of places that have these segments in a row, without and with regard to numbers."""
        starts = self.numbers_alike(own[0]) if own else []
        rows = [self.checksums[at : at + len(own)] for at in starts]
        alike = [row for row in rows if _without_numbers(row) == _without_numbers(own)]
        return len(alike), alike.count(own)


def surroundings_of(text: str, start: int, end: int, context: int) -> Surroundings:
    """The surroundings of code points [start, end) of a text, with this length of context on either side."""
    segments = segments_of(text)
    first, last = segments.at(start, end)
    own = segments.checksums[first:last]
    alike, equal = segments.count(own)
    return Surroundings(
        own,
        segments.checksums[max(0, first - REACH) : first][::-1],
        segments.checksums[last : last + REACH],
        max(0, alike - 1),
        max(0, equal - 1),
        _copies(text, start, end, context),
    )


def _copies(text: str, start: int, end: int, context: int) -> int:
    """The number of other places of a text with the same context on both sides."""
    prefix, suffix = text[max(0, start - context) : start], text[end : end + context]
    if len(prefix) < context or len(suffix) < context:
        return 0  # at the edge, where no other place is
    count, at = 0, text.find(prefix)
    while at >= 0:
        begin = at + context
        count += begin != start and text.find(suffix, begin, begin + 2 * (end - start) + 200) >= 0
        at = text.find(prefix, at + 1)
    return count


def surroundings_in_context(prefix: str, exact: str, suffix: str, *, at_start: bool) -> Surroundings:
    """The surroundings of a passage of which only the context is known, as far as that goes.

    `at_start` is whether the prefix begins where the article does. Segments that the context may have cut off
    are unknown, and nothing is known of other places.
    """
    segments = _segments(prefix + exact + suffix)
    first, last = segments.at(len(prefix), len(prefix) + len(exact))
    known_from = 0 if at_start else 1
    known_to = max(0, len(segments.checksums) - 1)
    before = segments.checksums[known_from:first][::-1]
    after = segments.checksums[last:known_to]
    is_known = known_from <= first and last <= known_to
    return Surroundings(
        segments.checksums[first:last] if is_known else (),
        before if before or (at_start and not first) else (_UNKNOWN,),
        after or (_UNKNOWN,),
        alike=0,
        equal=0,
        copies=0,
    )


@lru_cache(maxsize=8)
def segments_of(text: str) -> Segments:
    """The segments of a text; those without any word are left out."""
    return _segments(text)


def _segments(text: str) -> Segments:
    starts: list[int] = []
    ends: list[int] = []
    checksums: list[str] = []
    places: dict[str, list[int]] = {}
    for found in _SEGMENT.finditer(text):
        words = " ".join(_WORD.findall(found[0].casefold()))
        if not words:
            continue
        alike = _checksum(" ".join(_WORD.findall(_NUMBER.sub("0", found[0].casefold()))))
        places.setdefault(alike, []).append(len(starts))
        starts.append(found.start())
        ends.append(found.end())
        checksums.append(alike + _checksum(words))
    return Segments(tuple(starts), tuple(ends), tuple(checksums), places)


def _checksum(words: str) -> str:
    return f"{crc32(words.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"


def _without_numbers(checksums: tuple[str, ...]) -> list[str]:
    return [checksum[:4] for checksum in checksums]
