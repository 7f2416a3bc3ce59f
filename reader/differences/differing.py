"""Which words of two matching passages the eye is led to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Differing", "differing"]

_MOSTLY = 0.5

Span = tuple[int, int]


class Differing(NamedTuple):
    """Code points of two strings that only one of them has, and whether these are few.

    Passages that share less than half are told by what they share: then what differs is dimmed, not marked.
    """

    a: Sequence[Span]
    b: Sequence[Span]
    are_few: bool


def differing(a: str, b: str) -> Differing:
    """What differs in two passages, word by word."""
    from reader.differences.word_diff import word_diff

    diff = word_diff(a, b)
    return Differing(diff.a, diff.b, max(_share(diff.a, a), _share(diff.b, b)) < _MOSTLY)


def _share(spans: Sequence[Span], text: str) -> float:
    return sum(end - start for start, end in spans) / max(len(text), 1)
