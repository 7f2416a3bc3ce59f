"""An article inside a file of several."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Member"]


@dataclass(frozen=True, slots=True)
class Member:
    """An article inside a file: its name there, the title to show until it is read, and its first byte.

    `place` is a hint: a line of a long file is then read without those before it.
    """

    name: str
    title: str
    place: int = 0
