"""The lines of a page while their roles are being found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.articles.model import Paragraph, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["PageLines", "ends_like_prose"]

_PROSE_END = re.compile(r"(?:[.!?…:;,。！？؟۔।]|--|[—–])[\"”’'»“)\]」』]*\Z")


def ends_like_prose(line: str) -> bool:
    """Whether a line ends with the punctuation of a sentence or clause, as headlines and labels do not."""
    return _PROSE_END.search(line[-6:]) is not None


@dataclass(slots=True)
class PageLines:
    """The paragraphs of one text, with what has been found out about them so far.

    A line is `open` until it has a role other than BODY. `below[i]` says that no empty line stands between
    line i and the one before it.
    """

    lines: Sequence[str]
    below: Sequence[bool]
    paragraphs: list[Paragraph] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, paragraphs: Iterable[Paragraph]) -> PageLines:
        """The page of a text and its paragraphs; the roles they have are kept."""
        found = list(paragraphs)
        between = zip([0, *(p.end for p in found)], (p.start for p in found), strict=False)
        below = [text.count("\n", end, start) == 1 for end, start in between]
        return cls([text[p.start : p.end] for p in found], below, found)

    def __len__(self) -> int:
        return len(self.lines)

    def is_open(self, number: int) -> bool:
        """Whether the line is taken for body text so far."""
        return self.paragraphs[number].role is Role.BODY

    def is_clutter(self, number: int) -> bool:
        """Whether the line is known to be boilerplate."""
        return self.paragraphs[number].role is Role.BOILERPLATE

    def is_prose(self, number: int) -> bool:
        """Whether the line is open and ends as a sentence does."""
        return self.is_open(number) and ends_like_prose(self.lines[number])

    def mark(self, number: int, role: Role, reason: str) -> None:
        """Give an open line its role; a line that has one keeps it."""
        if self.is_open(number):
            old = self.paragraphs[number]
            self.paragraphs[number] = Paragraph(old.start, old.end, role, reason)

    def is_spaced(self) -> bool:
        """Whether the page sets its paragraphs apart by empty lines, as most do."""
        return sum(self.below) * 2 < len(self)
